import { bewaarRollen, type Geheel, type Verlopen, type Vernietiging, type Vernietigingsstop, verlopenOp } from "../domain/bewaren/vernietiging.js";
import type { Casus, CasusId } from "../domain/casus/casus.js";
import type { GemeenteId, Persoon } from "../domain/persoon/persoon.js";
import { bronVan } from "../domain/regio/bewaartermijnen.js";
import { type Regio, readGemeente } from "../domain/regio/regio.js";
import type { Signaal, SignaalId } from "../domain/signaal/signaal.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Work } from "./work.js";

/** How many are read at once; what comes after is there when these are done. */
export const MEESTE_VERLOPEN = 100;

type Rollen = ReturnType<typeof bewaarRollen>;
export type VerlopenRegel = Verlopen & { readonly bron: string; readonly rollen: Rollen };
export type Wachtend = { readonly vernietiging: Vernietiging; readonly rollen: Rollen };
export type Gestopt = { readonly stop: Vernietigingsstop; readonly rollen: Rollen };
/** @property klaar may be proposed. @property wacht was proposed. @property gestopt may not be destroyed now. */
export type VerlopenLijst = { readonly klaar: readonly VerlopenRegel[]; readonly wacht: readonly Wachtend[]; readonly gestopt: readonly Gestopt[] };

/** The gemeenten for which somebody has a say in what is kept. */
export const bewaarGemeenten = (persoon: Persoon, regio: Regio): readonly GemeenteId[] =>
  regio.gemeenten.filter((gemeente) => bewaarRollen(persoon, gemeente).length > 0).map(({ id }) => id);

export const geheelVanCasus = async ({ store }: Ports, casus: Casus): Promise<Geheel> => ({ casus, signalen: await store.signalenVanCasus(casus.id) });

/** What this is about, whole. */
export const leesGeheel = async (ports: Ports, { soort, objectId }: Pick<Vernietiging, "soort" | "objectId">): Promise<Geheel> =>
  soort === "casus"
    ? geheelVanCasus(ports, await ports.store.readCasus(objectId as CasusId))
    : { signalen: [await ports.store.readSignaal(objectId as SignaalId)] };

/** Everything of it on which a stop may stand: a signaal that is kept keeps its casus. */
export const objectIdsVan = ({ casus, signalen }: Geheel): readonly string[] => [...(casus === undefined ? [] : [casus.id]), ...signalen.map(({ id }) => id)];

const kandidaten = async (ports: Ports, gemeenten: readonly GemeenteId[], now: Date): Promise<readonly Geheel[]> => {
  const vandaag = dagVan(now);
  const [signalen, casussen] = await Promise.all([
    ports.store.verlopenSignalen(vandaag, gemeenten, MEESTE_VERLOPEN),
    ports.store.verlopenCasussen(vandaag, gemeenten, MEESTE_VERLOPEN),
  ]);
  const los = signalen.map((signaal: Signaal): Geheel => ({ signalen: [signaal] }));
  return [...(await Promise.all(casussen.map((casus) => geheelVanCasus(ports, casus)))), ...los];
};

/** What is due, waits for a second person, or is held, of the gemeenten of this person; nothing of what he is kept out. */
export const findVerlopen = async ({ ports, actor, now }: Pick<Work, "ports" | "actor" | "now">): Promise<VerlopenLijst> => {
  const { persoon } = actor;
  const regio = await ports.store.readRegio();
  const gemeenten = bewaarGemeenten(persoon, regio);
  if (gemeenten.length === 0) return { klaar: [], wacht: [], gestopt: [] };
  const [gehelen, open, stoppen] = await Promise.all([
    kandidaten(ports, gemeenten, now),
    ports.store.vernietigingen("voorgesteld", gemeenten, MEESTE_VERLOPEN),
    ports.store.openStoppen(gemeenten),
  ]);
  const rollenBij = (geheel: Geheel, gemeenteId: GemeenteId): Rollen => bewaarRollen(persoon, readGemeente(regio, gemeenteId), geheel);
  const bezet = new Set([...open, ...stoppen].map(({ objectId }) => objectId));
  const klaar = gehelen.flatMap((geheel): VerlopenRegel[] => {
    const verlopen = verlopenOp(geheel, dagVan(now));
    if (verlopen === undefined || objectIdsVan(geheel).some((id) => bezet.has(id))) return [];
    const rollen = rollenBij(geheel, verlopen.gemeenteId);
    return rollen.length === 0 ? [] : [{ ...verlopen, bron: bronVan(regio, verlopen.categorie), rollen }];
  });
  const metRollen = async <T extends Vernietiging | Vernietigingsstop>(een: T) => ({ een, rollen: rollenBij(await leesGeheel(ports, een), een.gemeenteId) });
  const wacht = (await Promise.all(open.map(metRollen))).filter(({ rollen }) => rollen.length > 0);
  const gestopt = (await Promise.all(stoppen.map(metRollen))).filter(({ rollen }) => rollen.length > 0);
  return {
    klaar,
    wacht: wacht.map(({ een, rollen }) => ({ vernietiging: een, rollen })),
    gestopt: gestopt.map(({ een, rollen }) => ({ stop: een, rollen })),
  };
};
