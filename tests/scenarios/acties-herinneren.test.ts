import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { scheduler } from "../../src/adapters/scheduler/scheduler.js";
import { randomIds } from "../../src/adapters/system.js";
import type { Actiepunt } from "../../src/domain/actiepunt/actiepunt.js";
import { handleMoment } from "../../src/use-cases/handle-moment.js";
import * as a from "../support/acties.js";
import { blijftOnschuldig } from "../support/onschuldig.js";
import * as s from "../support/stappen.js";
import { TeamsPerson } from "../support/teams/teams-person.js";
import { beide, chats, type Mens, type Wereld, wereldklok } from "../support/wereld.js";

const bundels = (mens: Mens): readonly string[] => a.berichten(mens, "Acties voor vandaag");

/** Noted by the voorzitter in chat, so that it is remembered when it falls due. */
const genoteerd = async (wereld: Wereld, dag: string, more: Readonly<Record<string, string>> = {}): Promise<Actiepunt> => {
  const voorzitter = await wereld.mens("P06");
  await a.noteert(voorzitter, {
    "Wat moet er gebeuren?": "Convenant nalopen",
    "Van welke tafel is deze actie?": "MDO mensenhandel",
    "Wie doet het?": a.samira,
    "Voor welke dag is het klaar?": dag,
    ...more,
  });
  return a.leesActie(wereld.store, a.actieIn(voorzitter.ziet()));
};

describe.each(beide)("herinneren aan acties op $name", (chat) => {
  const nu = s.wereldVoor(chat);
  let wereld: Wereld;
  beforeEach(async () => {
    wereld = nu();
    await a.richtIn(wereld.store, "mdo", {});
  });

  it("drie dagen vooraf, op de dag, elke week, en na twee weken ook bij de voorzitter: één bericht per dag", async () => {
    const [samira, voorzitter] = [await wereld.mens("P03"), await wereld.mens("P06")];
    const casus = await a.maakCasus(wereld.store);
    await genoteerd(wereld, "2026-12-04");
    await genoteerd(wereld, "2026-12-04", { "Wat moet er gebeuren?": "Mevrouw Kanarie bellen", "Code van de casus (mag leeg)": casus.code });
    await a.ochtendenTot(wereld, "2026-12-01T08:30:00+01:00");
    expect(bundels(samira)).toEqual([]);
    await a.ochtendenTot(wereld, "2026-12-01T09:30:00+01:00");
    expect(bundels(samira)).toHaveLength(1);
    expect(bundels(samira)[0]).toContain("2 om naar te kijken · 0 te laat");
    expect(bundels(samira)[0]).toContain("Convenant nalopen");
    expect(bundels(samira)[0]).toContain(`casus ${casus.code}`);
    await a.ochtendenTot(wereld, "2026-12-04T12:00:00+01:00");
    expect(bundels(samira)).toHaveLength(2);
    await a.ochtendenTot(wereld, "2026-12-11T12:00:00+01:00");
    expect(bundels(samira)).toHaveLength(3);
    expect(bundels(samira)[2]).toContain("2 te laat");
    expect(bundels(voorzitter)).toEqual([]);
    await a.ochtendenTot(wereld, "2026-12-18T12:00:00+01:00");
    expect(bundels(samira)).toHaveLength(4);
    expect(bundels(voorzitter)).toHaveLength(1);
    expect(bundels(voorzitter)[0]).toContain("Lang te laat aan uw tafel");
    // The buttons do it, from the message.
    await samira.klikt("Klaar", { in: "prive" });
    await samira.vult({ "Wat is het resultaat?": "Gedaan." });
    await samira.typt("acties");
    await samira.klikt("Klaar");
    await samira.vult({ "Wat is het resultaat?": "Gedaan." });
    await a.ochtendenTot(wereld, "2026-12-29T12:00:00+01:00");
    expect(bundels(samira)).toHaveLength(4);
  });

  it("nooit in het weekend, op een feestdag of op een vrije dag van de regio; over wie geen account heeft bij de secretaris", async () => {
    const secretaris = await wereld.mens("P12");
    const { actiehouderId } = await genoteerd(wereld, "2026-12-25", { "Wie doet het?": s.partners.veiligThuis });
    expect(actiehouderId).toBe("P09");
    await a.ochtendenTot(wereld, "2026-12-24T18:00:00+01:00");
    expect(bundels(secretaris)).toHaveLength(1); // 22 December, three days before
    expect(bundels(secretaris)[0]).toContain("Van mensen zonder account");
    expect(bundels(secretaris)[0]).toContain("medewerker Veilig Thuis");
    await a.ochtendenTot(wereld, "2026-12-28T08:00:00+01:00");
    expect(bundels(secretaris)).toHaveLength(1);
    await a.ochtendenTot(wereld, "2026-12-28T09:30:00+01:00");
    expect(bundels(secretaris)).toHaveLength(2);
  });
});

describe("herinneren na een storing", () => {
  const nu = s.wereldVoor(chats[0] as (typeof chats)[number]);

  it("drie dagen stil over Kerst: daarna één bericht, in werktijd, en met twee tegelijk ook", async () => {
    const wereld = nu();
    await a.richtIn(wereld.store, "mdo", {});
    const samira = await wereld.mens("P03");
    for (const dag of ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-28"]) await genoteerd(wereld, dag);
    await a.ochtendenTot(wereld, "2026-12-22T18:00:00+01:00");
    const eerder = bundels(samira).length;
    // The bot stands still from Tuesday evening, and comes back on Sunday night in two instances.
    wereld.nu = new Date("2026-12-27T23:00:00+01:00");
    const ander = await wereld.store.another();
    const ports = (store: typeof ander.store) => ({ store, clock: wereldklok, ids: randomIds }) as Parameters<typeof handleMoment>[0];
    const log = { error: (fields: object) => wereld.log.push(JSON.stringify(fields)) };
    const wekkers = [wereld.store, ander].map(({ work, store }) =>
      scheduler({ work, clock: wereldklok, handle: (moment) => handleMoment(ports(store), moment), log }),
    );
    await Promise.all(wekkers.map((wekker) => wekker.tick()));
    await wereld.klaar();
    expect(bundels(samira)).toHaveLength(eerder);
    for (const tijd of ["06:10", "08:45", "08:46", "08:52", "09:00"]) {
      wereld.nu = new Date(`2026-12-28T${tijd}:00+01:00`);
      await Promise.all(wekkers.map((wekker) => wekker.tick()));
      await wereld.klaar();
    }
    expect(bundels(samira)).toHaveLength(eerder + 1);
    expect(bundels(samira).at(-1)).toContain("4 om naar te kijken");
    await Promise.all(wekkers.map((wekker) => wekker.stop()));
  });

  it("op de chat die iemand het laatst gebruikte", async () => {
    const wereld = nu();
    await a.richtIn(wereld.store, "mdo", {});
    const opSlack = await wereld.mens("P03");
    wereld.nu = new Date("2026-11-23T11:00:00+01:00");
    const opTeams = new TeamsPerson(wereld.teams, { name: "Samira el Haddad", email: "p03@havenlicht.example" });
    await opTeams.opent("home");
    await genoteerd(wereld, "2026-12-04");
    await a.ochtendenTot(wereld, "2026-12-01T09:30:00+01:00");
    expect(bundels(opSlack)).toEqual([]);
    expect(opTeams.priveBerichten().filter((tekst) => tekst.includes("Acties voor vandaag"))).toHaveLength(1);
  });

  it("wie vertrekt: zijn open acties gaan naar zijn plaatsvervanger, en wat hem gevraagd was ook", async () => {
    const wereld = nu();
    await a.richtIn(wereld.store, "mdo", {});
    const tess = await wereld.mens("P04");
    const eigen = await a.maakActiepunt(wereld.store);
    const klaar = await a.maakActiepunt(wereld.store, { status: "afgerond" });
    const gevraagd = await a.maakActiepunt(wereld.store, { actiehouderId: "P08" as never, overdrachtAanId: "P03" as never });
    const zonder = await wereld.store.importRegio({ ...wereld.regio, personen: wereld.regio.personen.filter(({ id }) => id !== "P03") });
    expect(zonder).toMatchObject({ gestopt: 1 });
    await wereld.klaar();
    expect(await a.leesActie(wereld.store, eigen.code)).toMatchObject({ actiehouderId: "P04" });
    expect((await a.leesActie(wereld.store, eigen.code)).inhoud.stappen.at(-1)).toMatchObject({ stap: "naar_plaatsvervanger", doorId: "systeem" });
    expect(await a.leesActie(wereld.store, klaar.code)).toMatchObject({ actiehouderId: "P03" });
    expect(await a.leesActie(wereld.store, gevraagd.code)).toMatchObject({ actiehouderId: "P08", overdrachtAanId: "P04" });
    expect(a.berichten(tess, "Nieuwe actie")).toHaveLength(1);
    expect(a.berichten(tess, "Neemt u deze actie over?")).toHaveLength(1);
  });

  it("een geplante tekst van een casus in een bericht wordt gezien", async () => {
    const wereld = nu();
    const casus = await a.maakCasus(wereld.store);
    await a.maakActiepunt(wereld.store, { casusId: casus.id, inhoud: { wat: "Een lek van een titel", stappen: [] } });
    await blijftOnschuldig(wereld);
    wereld.verzonden.push("… Een lek van een titel …");
    await expect(blijftOnschuldig(wereld)).rejects.toThrow();
    wereld.verzonden.pop();
  });
});

describe("de actielijst van Oeverland", () => {
  const nu = s.wereldVoor(chats[0] as (typeof chats)[number]);
  type Actie = { code: string; was: string; tafel: string; wat: string; actiehouder: string; termijn: string; status: string; casus?: string };
  const lijst = JSON.parse(readFileSync(new URL("../domain/actielijst.json", import.meta.url), "utf8")) as { acties: Actie[] };

  it("staat er op 3 december met dezelfde statussen, en te laat wat te laat is", async () => {
    const wereld = nu();
    for (const tafel of ["mdo", "ctv", "ctz", "sig", "wg"]) await a.richtIn(wereld.store, tafel, {});
    const casussen = new Map<string, string>();
    for (const { code, wat, casus, tafel, actiehouder, termijn, status } of lijst.acties) {
      if (casus !== undefined && !casussen.has(casus)) casussen.set(casus, (await a.maakCasus(wereld.store, { code: casus as never })).id);
      await a.maakActiepunt(wereld.store, {
        code: code as never,
        tafelId: tafel as never,
        actiehouderId: actiehouder as never,
        termijn: termijn as never,
        status: status as never,
        inhoud: { wat, stappen: [] },
        ...(casus === undefined ? {} : { casusId: casussen.get(casus) as never }),
      });
    }
    wereld.nu = new Date("2026-12-03T10:00:00+01:00");
    const [voorzitter, samira] = [await wereld.mens("P06"), await wereld.mens("P03")];
    await voorzitter.typt("acties te laat");
    expect(voorzitter.ziet()).toContain("3 open · 3 te laat");
    const codes = (was: readonly string[]): readonly string[] => lijst.acties.filter((actie) => was.includes(actie.was)).map(({ code }) => code);
    for (const code of codes(["A-2026-071", "A-2026-074", "A-2026-076"])) expect(voorzitter.ziet()).toContain(code);
    expect(voorzitter.ziet()).toContain("Convenant nalopen: mag de jongerenwerker aansluiten?");
    expect(voorzitter.ziet()).not.toContain("Veiligheidsafspraken");
    await samira.typt("acties");
    expect(samira.ziet()).toContain("1 open · 1 te laat");
    expect(samira.ziet()).toContain("bezig · uiterlijk di 1 december");
    const casus = lijst.acties.find(({ was }) => was === "A-2026-068")?.casus ?? "";
    await voorzitter.typt(`acties ${casus}`);
    for (const tekst of ["afgerond", "vervallen"]) expect(voorzitter.ziet()).toContain(tekst);
  });
});
