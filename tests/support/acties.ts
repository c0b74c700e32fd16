import type { Actiepunt, ActiepuntId } from "../../src/domain/actiepunt/actiepunt.js";
import type { Casus, CasusId } from "../../src/domain/casus/casus.js";
import { type ActiepuntCode, type CasusCode, makeCode, parseCode } from "../../src/domain/code.js";
import type { GemeenteId, OrganisatieId, PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import type { TafelInrichting } from "../../src/domain/tafel/tafel.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { dagVan, momentOp, plusDagen } from "../../src/domain/tijd/tijd.js";
import type { Change } from "../../src/ports/store.js";
import type { TestStore } from "./database.js";
import type { Mens, Wereld } from "./wereld.js";

const wie = (id: string): PersoonId => id as PersoonId;
let teller = 0;

export const bewaar = async (store: TestStore, ...changes: readonly Change[]): Promise<void> => {
  const stored = await store.store.commit({ changes });
  if (!stored.ok) throw new Error(stored.error);
};

/** How this tafel works, whatever the region file said. */
export const richtIn = async (store: TestStore, tafel: string, more: Partial<TafelInrichting>): Promise<void> => {
  const was = await store.store.inrichtingVan(tafel as TafelId);
  const inrichting: TafelInrichting = {
    tafelId: tafel as TafelId,
    version: was?.version ?? 0,
    voorzitterId: wie("P06"),
    secretarisId: wie("P12"),
    beheerderId: wie("P12"),
    deelnemers: ["P01", "P03", "P08", "P09"].map((id) => ({ persoonId: wie(id) })),
    rooster: { soort: "op_verzoek" },
    duurMinuten: 90,
    sluitingUren: 48,
    conceptUren: 72,
    agendaUren: 24,
    herinnerMinuten: 10,
    minimaal: 2,
    ...more,
  };
  await bewaar(store, { soort: was === undefined ? "inrichting_nieuw" : "inrichting", inrichting });
};

export const maakCasus = async (store: TestStore, more: Partial<Casus> = {}): Promise<Casus> => {
  const casus: Casus = {
    id: `casus${++teller}` as CasusId,
    code: makeCode("C", Math.random) as CasusCode,
    version: 0,
    gemeenteId: "rivierstede" as GemeenteId,
    geopendOp: new Date("2026-11-02T09:00:00Z"),
    route: "zorg_straf",
    regieOrganisatieId: "zvh" as OrganisatieId,
    regiehouderId: wie("P07"),
    regieStatus: "aanvaard",
    tafelId: "mdo" as TafelId,
    ...more,
  };
  await bewaar(store, { soort: "casus_nieuw", casus });
  return casus;
};

/** One that stands there already, without the messages of noting it. Of a casus it holds the word that may never be posted. */
export const maakActiepunt = async (store: TestStore, more: Partial<Actiepunt> = {}): Promise<Actiepunt> => {
  const actiepunt: Actiepunt = {
    id: `actie${++teller}` as ActiepuntId,
    code: makeCode("A", Math.random) as ActiepuntCode,
    version: 0,
    tafelId: "mdo" as TafelId,
    doorgezet: 0,
    actiehouderId: wie("P03"),
    termijn: "2026-12-01" as Dag,
    status: "open",
    gemaaktOp: new Date("2026-11-02T09:00:00Z"),
    gemaaktDoorId: wie("P06"),
    inhoud: { wat: more.casusId === undefined ? "Convenant nalopen" : "Mevrouw Kanarie bellen", stappen: [] },
    ...more,
  };
  await bewaar(store, { soort: "actiepunt_nieuw", actiepunt });
  return actiepunt;
};

export const actieIn = (tekst: string): string => {
  const found = /\bA-\w{5}-\w/.exec(tekst)?.[0];
  if (found === undefined) throw new Error(`no code of an actiepunt in: ${tekst}`);
  return found;
};

export const leesActie = async (store: TestStore, code: string): Promise<Actiepunt> => {
  const found = await store.store.findActiepunt(parseCode("A", code) as ActiepuntCode);
  if (found === undefined) throw new Error(`no actiepunt ${code}`);
  return found;
};

/** The private messages with this title, oldest first. */
export const berichten = (mens: Mens, titel: string): readonly string[] => mens.priveBerichten().filter((tekst) => tekst.includes(titel));

/** Somebody notes an actiepunt from his list; what is named in `velden` wins. */
export const noteert = async (mens: Mens, velden: Readonly<Record<string, string>>): Promise<void> => {
  await mens.typt("acties");
  await mens.klikt("Noteer actie");
  await mens.vult(velden);
};

export const samira = "Samira el Haddad (Stichting Havenlicht Oeverland)";
export const momenten = async (wereld: Wereld, id: string): Promise<readonly string[]> => {
  const { rows } = await wereld.store.pool.query<{ soort: string; op: Date }>(
    "SELECT soort, op FROM due_moment WHERE object_id = $1 AND done_op IS NULL ORDER BY op",
    [id],
  );
  return rows.map(({ soort, op }) => `${soort} ${op.toISOString().slice(0, 16)}`);
};

/** Until then, awake only at the moments that matter to reminders: every morning at six and at a quarter to nine, and at the end. */
export const ochtendenTot = async (wereld: Wereld, tot: string): Promise<void> => {
  const einde = new Date(tot);
  for (let dag = dagVan(wereld.nu); dag <= dagVan(einde); dag = plusDagen(dag, 1))
    for (const tijd of ["06:00", "08:45"]) {
      const moment = momentOp(dag, tijd);
      if (moment < wereld.nu || moment >= einde) continue;
      wereld.nu = new Date(moment.getTime() - 60_000);
      await wereld.wordt(moment);
    }
  wereld.nu = new Date(einde.getTime() - 60_000);
  await wereld.wordt(einde);
};
