import { describe, expect, it } from "vitest";
import { agendaKaart } from "../../src/cards/cards.js";
import type { RegioNaam } from "../../src/cards/gegevens.js";
import type { CasusId } from "../../src/domain/casus/casus.js";
import { type CasusCode, makeCode, type SignaalCode } from "../../src/domain/code.js";
import {
  type Agenda,
  agendaMomenten,
  agendaRegels,
  agendaStap,
  type PuntMetCode,
  telAanwezig,
  totaalMinuten,
  volgendeStap,
} from "../../src/domain/overleg/agenda.js";
import type { Agendapunt, AgendapuntId, Doel } from "../../src/domain/overleg/agendapunt.js";
import type { Overleg, OverlegId } from "../../src/domain/overleg/overleg.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import type { SignaalId } from "../../src/domain/signaal/signaal.js";
import type { TafelInrichting } from "../../src/domain/tafel/tafel.js";
import { mayTafel, tafelActions } from "../../src/domain/tafel/tafel-rechten.js";
import voorbeeld from "./agenda-3-december.json" with { type: "json" };

/** The sample numbers its codes; here each gets a code as they are given out. Fixed points have our own words. */
const codes = new Map<string, string>();
const codeVoor = (prefix: "C" | "SG", oud: string): string => {
  codes.set(oud, codes.get(oud) ?? makeCode(prefix, Math.random));
  return codes.get(oud) as string;
};
const van = (tekst: string): string => tekst.replace(/MH-2026-\d+/, (oud) => codeVoor("C", oud)).replace(/SG-2026-\d+/, (oud) => codeVoor("SG", oud));

const punt = (nr: number, more: Partial<Agendapunt>): Agendapunt => ({
  id: `p${nr}` as AgendapuntId,
  version: 0,
  tafelId: "mdo" as TafelId,
  overlegId: "o1" as OverlegId,
  soort: "voorstel",
  doel: "bespreken",
  minuten: 15,
  volgorde: nr,
  status: "op_agenda",
  besloten: false,
  inbrengerId: "P01" as PersoonId,
  ingebrachtOp: new Date("2026-11-23T09:00:00Z"),
  inhoud: { genodigden: [], uitgesloten: [] },
  ...more,
});

const gebracht = (rij: (typeof voorbeeld.agenda.punten)[number]): PuntMetCode => {
  const basis = { doel: rij.doel as Doel, minuten: rij.min };
  const genodigden = (rij.alleen_voor ?? []).map((id) => ({ persoonId: id as PersoonId, grondslag: "ZVH (WGS + convenant)" }));
  const inhoud = { vraag: rij.vraag ?? "", genodigden, uitgesloten: [] };
  const casus = /MH-2026-\d+/.exec(rij.titel)?.[0];
  if (casus !== undefined)
    return { punt: punt(rij.nr, { ...basis, soort: "casus", casusId: casus as CasusId, inhoud }), code: codeVoor("C", casus) as CasusCode };
  const signaal = /SG-2026-\d+/.exec(rij.titel)?.[0];
  if (signaal !== undefined)
    return { punt: punt(rij.nr, { ...basis, soort: "signaal", signaalId: signaal as SignaalId, inhoud }), code: codeVoor("SG", signaal) as SignaalCode };
  return { punt: punt(rij.nr, { ...basis, inhoud: { titel: rij.titel, genodigden: [], uitgesloten: [] } }) };
};

const vast = [1, 2, 3, 9];
const punten = voorbeeld.agenda.punten.filter(({ nr }) => !vast.includes(nr)).map(gebracht);
const regels = agendaRegels("mdo", [...punten].reverse());

describe("de agenda van 3 december 2026", () => {
  it("heeft dezelfde punten, in dezelfde volgorde, met dezelfde tijd", () => {
    expect(regels.map(({ nr, minuten }) => [nr, minuten])).toEqual(voorbeeld.agenda.punten.map(({ nr, min }) => [nr, min]));
    expect(totaalMinuten(regels)).toBe(90);
    expect(regels.map(({ soort }) => soort)).toEqual(["vast", "vast", "vast", "casus", "casus", "casus", "signaal", "vrij", "vast"]);
  });

  it("zegt in het kanaal de code en het doel, en geen vraag", () => {
    const feiten = { acties: 3, teLaat: 1, nieuw: 0, terugkoppeling: 0, vorige: new Date("2026-11-05T09:00:00Z"), volgende: new Date("2027-01-07T09:00:00Z") };
    const moment = { begin: new Date("2026-12-03T09:00:00Z"), eind: new Date("2026-12-03T10:30:00Z"), now: new Date("2026-12-02T09:00:00Z") };
    const card = agendaKaart({ tafel: "MDO" as RegioNaam, ...moment, stand: "agenda", komen: 4, totaal: 8, regels, feiten, knoppen: [] }, "nl");
    const tekst = JSON.stringify(card.body).replaceAll("\\", "");
    for (const rij of voorbeeld.agenda.punten) {
      if ("vraag" in rij && rij.vraag !== undefined) expect(tekst).not.toContain(rij.vraag);
      if (rij.nr >= 4 && rij.nr <= 7)
        expect(tekst).toContain(`${rij.nr} ${rij.nr === 7 ? "Signaal" : "Casus"} ${van(/(?:MH|SG)-2026-\d+/.exec(rij.titel)?.[0] ?? "")} · ${rij.doel}`);
    }
    expect(tekst).toContain("3 Besluiten en acties van 5 november · 10 min");
    expect(tekst).toContain("3 acties open, 1 te laat");
    expect(tekst).toContain("8 Bereikbaarheid tijdens de kerstvakantie");
    expect(tekst).toContain("volgend overleg: do 7 januari 2027");
    expect(tekst).toContain("90 van 90 minuten");
  });

  it("een besloten punt heeft voor niemand een code", () => {
    const [eerste] = punten;
    if (eerste === undefined) throw new Error("no points");
    const besloten = agendaRegels("mdo", [{ ...eerste, punt: { ...eerste.punt, besloten: true } }]);
    expect(besloten[3]).toEqual({ nr: 4, minuten: 20, gewijzigd: false, soort: "besloten" });
  });
});

const inrichting = { sluitingUren: 72, conceptUren: 48, agendaUren: 24, herinnerMinuten: 10 } as TafelInrichting;
const overleg = { begin: new Date("2026-12-03T09:00:00Z"), eind: new Date("2026-12-03T10:30:00Z"), soort: "regulier" } as Overleg;
const agenda = (more: Partial<Agenda>): Agenda => ({ overlegId: "o1" as OverlegId, version: 0, status: "concept", herinnerd: false, gewijzigd: [], ...more });

describe("wat er nu moet gebeuren", () => {
  const momenten = agendaMomenten(inrichting, overleg);
  it.each([
    ["2026-12-01T08:59:00Z", undefined, "niets"],
    ["2026-12-01T09:00:00Z", undefined, "concept"],
    ["2026-12-01T10:00:00Z", agenda({}), "niets"],
    ["2026-12-02T09:00:00Z", undefined, "versturen"],
    ["2026-12-02T09:00:00Z", agenda({}), "versturen"],
    ["2026-12-02T09:00:00Z", agenda({ status: "verstuurd" }), "niets"],
    ["2026-12-03T08:55:00Z", agenda({}), "versturen"],
    ["2026-12-03T08:50:00Z", agenda({ status: "verstuurd" }), "herinneren"],
    ["2026-12-03T08:55:00Z", agenda({ status: "verstuurd", herinnerd: true }), "niets"],
    ["2026-12-03T09:00:00Z", undefined, "niets"],
    ["2026-12-04T04:00:00Z", undefined, "afsluiten"],
  ] as const)("om %s", (nu, stand, stap) => {
    expect(agendaStap(momenten, overleg, stand, new Date(nu))).toBe(stap);
  });

  it("wordt daarna steeds op het volgende moment wakker, en na de nacht niet meer", () => {
    const gezien: string[] = [];
    for (let nu: Date | undefined = new Date("2026-11-23T09:00:00Z"); nu !== undefined; nu = volgendeStap(momenten, nu))
      gezien.push(nu.toISOString().slice(0, 16));
    expect(gezien.slice(1)).toEqual(["2026-12-01T09:00", "2026-12-02T09:00", "2026-12-03T08:50", "2026-12-04T04:00"]);
  });

  it("een spoedoverleg wacht nergens op", () => {
    expect(agendaStap(agendaMomenten(inrichting, { ...overleg, soort: "spoed" }), overleg, undefined, new Date("2026-11-23T09:00:00Z"))).toBe("versturen");
  });
});

it("telt wie komt, ook door een vervanger", () => {
  const ids = ["a", "b", "c", "d"] as unknown as PersoonId[];
  const zei = (persoonId: string, antwoord: "komt" | "komt_niet" | "plaatsvervanger") => ({
    overlegId: "o1" as OverlegId,
    persoonId: persoonId as PersoonId,
    doorId: persoonId as PersoonId,
    antwoord,
  });
  expect(telAanwezig(ids, [zei("a", "komt"), zei("b", "plaatsvervanger"), zei("c", "komt_niet"), zei("x", "komt")])).toEqual({
    komen: 2,
    totaal: 4,
    afwezig: ["c"],
  });
});

it("wie niets aan tafel is, mag niets", () => {
  for (const { action } of tafelActions) expect(mayTafel([], action)).toBe(false);
  expect(mayTafel(["deelnemer"], "agenda.versturen")).toBe(false);
  expect(mayTafel(["secretaris"], "inbreng.toelaten")).toBe(false);
  expect(mayTafel(["genodigde"], "inbreng.punt")).toBe(false);
});
