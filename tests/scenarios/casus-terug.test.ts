import { describe, expect, it } from "vitest";
import { documents } from "../../src/adapters/document/documents.js";
import { randomIds } from "../../src/adapters/system.js";
import type { CasusId } from "../../src/domain/casus/casus.js";
import type { Agendapunt } from "../../src/domain/overleg/agendapunt.js";
import type { Overleg } from "../../src/domain/overleg/overleg.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { planTerug } from "../../src/use-cases/return-casus.js";
import { berichten, bewaar, momenten } from "../support/acties.js";
import { gepland, maakActieveCasus, maakCasusPunt, maakOverleg } from "../support/agenda.js";
import { prive } from "../support/bewijs.js";
import * as s from "../support/stappen.js";
import { beide, type Wereld, wereldklok } from "../support/wereld.js";

/** The point at which the tafel treated it on an earlier day. */
const behandeld = (casusId: CasusId, overleg: Overleg, more: Partial<Agendapunt> = {}): Agendapunt =>
  maakCasusPunt(casusId, overleg, {
    status: "behandeld",
    behandeldOp: wereldklok.now(),
    inhoud: {
      vraag: "Is de kanarieopvang veilig?",
      genodigden: [{ persoonId: "P08" as PersoonId, grondslag: "Kanarieconvenant" }],
      uitgesloten: [],
      conclusie: "De kanarie blijft.",
      besluiten: [{ id: "b1", tekst: "Kanariebesluit", op: wereldklok.now().toISOString(), doorId: "P06" as PersoonId }],
    },
    ...more,
  });

const keertTerug = async (wereld: Wereld, casusId: CasusId, punt: Agendapunt, dag: string): Promise<void> => {
  await bewaar(wereld.store, { soort: "agendapunt_nieuw", agendapunt: punt });
  const { store } = wereld.store;
  const plan = await planTerug({ store, clock: wereldklok, ids: randomIds, documents }, punt, await store.readCasus(casusId), dag as Dag, wereld.nu);
  expect((await store.commit(plan)).ok).toBe(true);
};

describe.each(beide)("een casus komt terug op zijn dag op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("is er een overleg op of na die dag, dan staat hij daar, met dezelfde vraag en genodigden", async () => {
    const wereld = nu();
    const mdo = await gepland(wereld);
    const { casusId, casus } = await maakActieveCasus(wereld.store);
    await maakOverleg(wereld.store, "mdo", "2027-01-07T08:00:00+01:00", { soort: "spoed", genodigden: ["P01" as PersoonId] });
    await keertTerug(wereld, casusId, behandeld(casusId, mdo), "2027-01-07");
    const [punt, ...meer] = await wereld.store.store.openAgendapunten({ casusId });
    expect(meer).toEqual([]);
    const overleg = await wereld.store.store.findOverleg(punt?.overlegId ?? "");
    expect(overleg?.begin).toEqual(new Date("2027-01-07T10:00:00+01:00"));
    expect(punt).toMatchObject({ status: "ingebracht", minuten: 25, doel: "bespreken", inhoud: { vraag: "Is de kanarieopvang veilig?" } });
    expect(punt?.inhoud.genodigden.map(({ persoonId }) => persoonId)).toEqual(["P08"]);
    expect(punt?.inhoud.conclusie).toBeUndefined();
    expect(punt?.inhoud.besluiten).toBeUndefined();
    expect(await momenten(wereld, casusId)).toEqual([]);
    const politie = await wereld.mens("P08");
    wereld.slaaptTot("2027-01-06T10:00:00+01:00");
    await wereld.wordt("2027-01-06T10:01:00+01:00");
    await wereld.wordt("2027-01-06T10:05:00+01:00");
    for (const tekst of wereld.tafelTeksten("mdo")) expect(tekst).toContain(`4 Casus ${casus} · bespreken · 25 min`);
    expect(prive(politie)).toContain("Punt 4 is voor u.");
  });

  it("is er nog geen overleg, dan horen tafelbeheerder en regiehouder het twee weken vooraf en elke werkweek; daarna gaat hij vanzelf mee", async () => {
    const wereld = nu();
    const { casusId, casus } = await maakActieveCasus(wereld.store, {}, { tafelId: "ctc" as TafelId, terugOp: "2026-12-21" as Dag });
    const eerder = await maakOverleg(wereld.store, "ctc", "2026-11-20T10:00:00+01:00", { status: "gehouden" });
    await keertTerug(wereld, casusId, behandeld(casusId, eerder), "2026-12-21");
    expect(await momenten(wereld, casusId)).toEqual(["casus_terug 2026-12-07T08:00"]);
    const [beheerder, rg] = [await wereld.mens("P06"), await wereld.mens("P07")];
    await wereld.wordt("2026-12-07T10:00:00+01:00");
    for (const mens of [beheerder, rg]) expect(berichten(mens, "Er is een overleg nodig")).toHaveLength(1);
    expect(prive(beheerder)).toContain(`${casus} · op ma 21 december`);
    await wereld.wordt("2026-12-11T18:00:00+01:00");
    expect(berichten(beheerder, "Er is een overleg nodig")).toHaveLength(1);
    await wereld.wordt("2026-12-14T10:00:00+01:00");
    expect(berichten(beheerder, "Er is een overleg nodig")).toHaveLength(2);
    await beheerder.klikt("Extra overleg", { in: "prive" });
    await beheerder.vult({ "Wat voor overleg?": "Extra overleg", "Welke dag?": "2026-12-22", "Hoe laat?": "10.00" });
    await wereld.wordt("2026-12-15T10:00:00+01:00");
    expect(await wereld.store.store.openAgendapunten({ casusId })).toHaveLength(1);
    await wereld.wordt("2026-12-21T10:00:00+01:00");
    expect(berichten(beheerder, "Er is een overleg nodig")).toHaveLength(2);
  });

  it("een besloten casus noemt zijn code niet aan de tafelbeheerder; een casus die sluit vraagt niets meer", async () => {
    const wereld = nu();
    const { casusId, casus, signaal } = await maakActieveCasus(wereld.store, {}, { tafelId: "ctc" as TafelId, terugOp: "2026-12-01" as Dag });
    const eerder = await maakOverleg(wereld.store, "ctc", "2026-11-20T10:00:00+01:00", { status: "gehouden" });
    await keertTerug(wereld, casusId, behandeld(casusId, eerder, { besloten: true }), "2026-12-01");
    const [beheerder, rg] = [await wereld.mens("P06"), await wereld.mens("P07")];
    await wereld.wordt("2026-11-24T10:00:00+01:00");
    expect(berichten(beheerder, "Er is een overleg nodig")).toHaveLength(1);
    expect(prive(beheerder)).not.toContain(casus);
    expect(prive(rg)).toContain(casus);
    await bewaar(wereld.store, { soort: "casus", casus: { ...(await wereld.store.store.readCasus(casusId)), afgeslotenOp: wereld.nu } });
    await bewaar(wereld.store, { soort: "signaal", signaal: { ...(await wereld.signaal(signaal)), status: "afgesloten" } });
    await wereld.wordt("2026-12-04T10:00:00+01:00");
    expect(berichten(beheerder, "Er is een overleg nodig")).toHaveLength(1);
    expect(await momenten(wereld, casusId)).toEqual([]);
  });
});
