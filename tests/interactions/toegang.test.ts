import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { interactions } from "../../src/app.js";
import { type ActiepuntCode, type CasusCode, makeCode } from "../../src/domain/code.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { VraagId } from "../../src/domain/signaal/signaal.js";
import { type SignaalStatus, signaalStatussen } from "../../src/domain/signaal/signaal.status.js";
import { say } from "../../src/messages/messages.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { type Actie, type Dossier, Los } from "./los.js";
import { acties, idsVoor, lekken, metObject, type Verboden, verboden, vrij, zonderCasus } from "./verboden.js";

/** Of what is forbidden to somebody, a third in each status, so that with all six everything is tried twice in every status; with TOEGANG=alles all of it. */
const aanDeBeurt = (wie: Verboden, status: SignaalStatus): readonly string[] => {
  const beurt = Object.keys(verboden).indexOf(wie) + signaalStatussen.indexOf(status);
  return idsVoor(wie).filter((id) => process.env["TOEGANG"] === "alles" || (metObject.indexOf(id) + beurt) % 3 === 0);
};

let store: TestStore;
let los: Los;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  los = await Los.start(store);
  for (const email of Object.values(verboden)) await los.door(email, { soort: "home" });
});

describe("wie niets met een signaal te maken heeft", () => {
  it("is tried with every interaction there is", () => {
    expect([...metObject, ...vrij].sort()).toEqual(interactions.map(({ id }) => id).sort());
  });

  it.each(Object.keys(verboden) as Verboden[])("%s is refused everything, in every status, and reads nothing", { timeout: 600_000 }, async (wie) => {
    for (const status of signaalStatussen) {
      const dossier = await los.signaal(status);
      expect(await lekken(los, wie, verboden[wie], aanDeBeurt(wie, status), dossier, status)).toEqual([]);
    }
    expect(los.bugs).toEqual([]);
  });

  it("somebody who left is refused everything, also what is free to others", async () => {
    const email = "p01@rivierstede.example";
    await los.door(email, { soort: "home" });
    await los.zonder("P01");
    const dossier = await los.signaal("in_afstemming");
    expect(await lekken(los, "vertrokken", email, [...metObject, ...vrij], dossier, "in_afstemming")).toEqual([]);
  });
});

/** Everybody who has a part in it, in the status in which he has. */
const metEenTaak = [
  ["analist", "P05", "p05@rivierstede.example", "in_verrijking"],
  ["gevraagde partner", "P08", "p08@politie.example", "in_afstemming"],
  ["regiehouder", "P06", "p06@zvh-oeverland.example", "route_zorg"],
  ["aandachtsfunctionaris van de gevraagde gemeente", "P02", "p02@dijkveld.example", "bij_aandachtsfunctionaris"],
  ["actiehouder", "P03", "p03@havenlicht.example", "route_zorg"],
  ["nieuwe actiehouder", "P04", "p04@havenlicht.example", "route_zorg"],
  ["ketenregisseur", "P12", "p12@regio-oeverland.example", "route_zorg"],
] as const;
const overHetSignaal = (id: string): boolean => /^(?:signaal|vraag|regie|casus|overdracht|zorgvraag|comensha|actie)\./.test(id) && id !== "actie.noteren";

describe("wie buiten een signaal of casus gehouden wordt", () => {
  it.each(metEenTaak)("%s gets for every button and code the answer of one that does not exist", { timeout: 120_000 }, async (_, id, email, status) => {
    await los.door(email, { soort: "home" });
    const echt = await los.signaal(status, { uitgesloten: [id as PersoonId] });
    const nep: Dossier = {
      ...echt,
      signaal: { ...echt.signaal, code: makeCode("SG", Math.random) },
      vraag: { ...echt.vraag, id: "geen-vraag" as VraagId },
      overdracht: { ...echt.overdracht, id: "geen-overdracht" },
      casus: echt.casus && { ...echt.casus, code: makeCode("C", Math.random) as CasusCode },
      actiepunt: { ...echt.actiepunt, code: makeCode("A", Math.random) as ActiepuntCode },
    };
    const before = await los.stand();
    for (const verb of metObject.filter(overHetSignaal)) {
      const [lines, [druk, stuurt]] = [(await los.audit()).length, acties(verb, echt)];
      const [nepDruk, nepStuurt] = acties(verb, nep);
      if (zonderCasus(verb, echt)) continue;
      // The actiepunt of the first statuses belongs to a casus of its own.
      if (echt.casus === undefined && verb.startsWith("actie.")) continue;
      for (const [echte, neppe] of [
        [druk, nepDruk],
        [stuurt, nepStuurt],
      ] as const) {
        const answer = await los.actie(email, echte as Actie);
        expect(answer, `${verb} ${JSON.stringify(answer)}`).toEqual(await los.actie(email, neppe as Actie));
        expect(answer).toEqual({ soort: "melding", tekst: say("nl", "error.niet_gevonden") });
      }
      expect((await los.audit(lines)).every(({ resultaat, wie }) => resultaat === "geweigerd" && wie === id)).toBe(true);
    }
    expect(JSON.stringify(await los.door(email, { soort: "home" }))).not.toMatch(new RegExp(`${echt.signaal.code}|${echt.casus?.code ?? "C-geen"}`));
    expect(await los.stand()).toBe(before);
    expect(los.bugs).toEqual([]);
  });
});

describe("wie er wel bij hoort", () => {
  it.each([
    ["p08@politie.example", "in_afstemming", ["vraag.beantwoorden", "vraag.niet_voor_mij", "signaal.bekijken"]],
    ["p06@zvh-oeverland.example", "route_zorg", ["regie.aanvaarden", "regie.weigeren", "casus.bekijken", "signaal.bekijken"]],
    ["p02@dijkveld.example", "bij_aandachtsfunctionaris", ["overdracht.aanvaarden", "overdracht.weigeren"]],
    ["p05@rivierstede.example", "in_verrijking", ["signaal.verrijken", "signaal.bekijken", "signaal.meer"]],
  ] as const)("%s is let in with the same made actions in %s", async (email, status, ids) => {
    for (const id of ids) {
      const [press = { verb: id }] = acties(id, await los.signaal(status));
      expect(["toon", "niets", "vervang"], id).toContain((await los.actie(email, press)).soort);
    }
  });
});
