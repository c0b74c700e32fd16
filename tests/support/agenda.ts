import { randomIds } from "../../src/adapters/system.js";
import type { Casus, CasusId } from "../../src/domain/casus/casus.js";
import type { CasusCode, SignaalCode } from "../../src/domain/code.js";
import { makeCode } from "../../src/domain/code.js";
import type { Agendapunt, AgendapuntId } from "../../src/domain/overleg/agendapunt.js";
import type { Overleg, OverlegId } from "../../src/domain/overleg/overleg.js";
import type { GemeenteId, PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import type { Signaal, SignaalId } from "../../src/domain/signaal/signaal.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { bewaar, maakCasus } from "./acties.js";
import type { TestStore } from "./database.js";
import { type Mens, type Wereld, wereldklok } from "./wereld.js";

let teller = 0;

/** A casus of the MDO with its signaal under the route, handled by P01, under the regie of P07. */
export const maakRouteCasus = async (
  store: TestStore,
  more: Partial<Signaal> = {},
  casusMore: Partial<Casus> = {},
): Promise<{ readonly casus: CasusCode; readonly signaal: SignaalCode; readonly casusId: CasusId }> => {
  const casus = await maakCasus(store, casusMore);
  const signaal: Signaal = {
    id: `tafelsignaal${++teller}` as SignaalId,
    code: makeCode("SG", Math.random) as SignaalCode,
    version: 0,
    status: "route_zorg_straf",
    gemeenteId: "rivierstede" as GemeenteId,
    melderId: "P15" as PersoonId,
    platform: "slack",
    ontvangenOp: new Date("2026-11-02T09:00:00Z"),
    behandelaarId: "P01" as PersoonId,
    opgepaktOp: new Date("2026-11-02T10:00:00Z"),
    beloofdVoor: "2026-12-07" as Dag,
    bijMeldpunt: false,
    bijAandachtsfunctionaris: true,
    casusId: casus.id,
    inhoud: {
      gezienOp: "2026-11-01" as Dag,
      opgemerkt: "controle",
      omschrijving: "Een kanarieschuur.",
      meldcode: "nee",
      adres: "Kanarielaan 12",
      aanvullingen: [],
    },
    ...more,
  };
  await bewaar(store, { soort: "signaal_nieuw", signaal });
  return { casus: casus.code, signaal: signaal.code, casusId: casus.id };
};

/** The same casus while it runs, with the day on which it comes back. */
export const maakActieveCasus = async (store: TestStore, more: Partial<Signaal> = {}, casusMore: Partial<Casus> = {}) =>
  maakRouteCasus(store, { status: "casus_actief", ...more }, { terugOp: "2027-01-07" as Dag, ...casusMore });

/** An overleg that somebody added, without planning a whole year. */
export const overlegOp = (tafelId: string, begin: string, more: Partial<Overleg> = {}): Overleg => ({
  id: randomIds.id() as OverlegId,
  version: 0,
  tafelId: tafelId as TafelId,
  soort: "extra",
  begin: new Date(begin),
  eind: new Date(new Date(begin).getTime() + 3_600_000),
  status: "gepland",
  aangepast: true,
  ...more,
});
export const maakOverleg = async (store: TestStore, tafelId: string, begin: string, more: Partial<Overleg> = {}): Promise<Overleg> => {
  const overleg = overlegOp(tafelId, begin, more);
  await bewaar(store, { soort: "overleg_nieuw", overleg });
  return overleg;
};

/** A casus as a point of this overleg, that waits for it. */
export const maakCasusPunt = (casusId: CasusId, { id, tafelId }: Overleg, more: Partial<Agendapunt> = {}): Agendapunt => ({
  id: randomIds.id() as AgendapuntId,
  version: 0,
  tafelId,
  overlegId: id,
  soort: "casus",
  doel: "bespreken",
  minuten: 25,
  volgorde: 1,
  status: "ingebracht",
  casusId,
  besloten: false,
  inbrengerId: "P01" as PersoonId,
  ingebrachtOp: wereldklok.now(),
  inhoud: { vraag: "Is de kanarieopvang veilig?", genodigden: [], uitgesloten: [] },
  ...more,
});

/** The import has planned what it set up; MDO of 3 December comes first. */
export const gepland = async (wereld: Wereld): Promise<Overleg> => {
  await wereld.wordt(new Date(wereld.nu.getTime() + 60_000));
  const [mdo] = await wereld.store.store.komendeOverleggen("mdo" as TafelId, wereld.nu, 1);
  if (mdo === undefined) throw new Error("no MDO is planned");
  return mdo;
};

/** From the signaal: Meer → Breng in bij een tafel. */
export const brengtIn = async (mens: Mens, signaal: string, velden: Readonly<Record<string, string>> = {}): Promise<void> => {
  await mens.typt(`casus ${signaal}`);
  await mens.klikt("Meer");
  await mens.klikt("Breng in bij een tafel");
  await mens.vult({
    "Wat vraagt u aan de tafel?": "Is de kanarieopvang veilig?",
    "Wat moet de tafel doen?": "Besluiten",
    "Mag iedereen dit weten?": "ja",
    ...velden,
  });
};

export const brengtPuntIn = async (mens: Mens, velden: Readonly<Record<string, string>>): Promise<void> => {
  await mens.typt("tafel");
  await mens.klikt("Breng een punt in");
  await mens.vult({ "Wat voor punt is het?": "Voorstel", "Wat moet de tafel doen?": "Vaststellen", ...velden });
};
