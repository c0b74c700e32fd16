import { type ActieDossier, actieRelatiesVan, magDoen, magOoitDoen, mogelijkeDaden } from "../domain/actiepunt/actie-policy.js";
import type { Actiepunt } from "../domain/actiepunt/actiepunt.js";
import type { ActieDaad, ActieRelatie } from "../domain/actiepunt/actiepunt.status.js";
import { type ActiepuntCode, parseCode } from "../domain/code.js";
import { geldig } from "../domain/delen/convenant.js";
import { magLezen } from "../domain/delen/lezen.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import { zelfEnNamens } from "../domain/signaal/dossier.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import { conceal, deny, type Outcome, vernietigd, type Work } from "./work.js";

/** An actiepunt opened for somebody who may do the daad. */
export type OpenedActiepunt = ActieDossier & { readonly relaties: readonly ActieRelatie[]; readonly regio: Regio };

/** The person and everybody whose deputy he is, also those without a role. */
export const handeltVoor = async (ports: Ports, persoon: Persoon): Promise<readonly PersoonId[]> => [
  ...new Set([...zelfEnNamens(persoon), ...(await ports.store.wieVervangt(persoon.id))]),
];

/** Actiepunten with everything that decides who somebody is to them, read together. */
export const readActieDossiers = async (
  { store, clock }: Pick<Ports, "store" | "clock">,
  actiepunten: readonly Actiepunt[],
): Promise<readonly ActieDossier[]> => {
  if (actiepunten.length === 0) return [];
  const casusIds = [...new Set(actiepunten.flatMap(({ casusId }) => casusId ?? []))];
  const [regio, inrichtingen, casussen, personen] = await Promise.all([
    store.readRegio(),
    store.inrichtingen(),
    Promise.all(casusIds.map((id) => store.readCasus(id))),
    store.readPersonen([...new Set(actiepunten.map(({ actiehouderId }) => actiehouderId))]),
  ]);
  const convenanten = geldig(regio.convenanten, dagVan(clock.now()));
  const tafelVan = ({ tafelId }: Actiepunt) => inrichtingen.find((tafel) => tafel.tafelId === tafelId);
  const wie = actiepunten.flatMap((one) => [one.actiehouderId, one.overdrachtAanId, tafelVan(one)?.voorzitterId, tafelVan(one)?.secretarisId]);
  const bereikbaar = await store.bereikbaar([...new Set(wie.filter((id) => id !== undefined))]);
  return actiepunten.map((actiepunt) => {
    const inrichting = tafelVan(actiepunt);
    const casus = casussen.find(({ id }) => id === actiepunt.casusId);
    const actiehouder = personen.find(({ id }) => id === actiepunt.actiehouderId);
    if (actiehouder === undefined) throw new Error(`actiepunt ${actiepunt.id} has an actiehouder who does not exist`);
    const mogen = bereikbaar.filter((id) => !isBuiten(id, casus));
    return {
      actiepunt,
      actiehouder,
      convenanten,
      bereikbaar: mogen,
      ...(inrichting === undefined ? {} : { inrichting }),
      ...(casus === undefined ? {} : { casus }),
    };
  });
};
export const readActieDossier = async (ports: Ports, actiepunt: Actiepunt): Promise<ActieDossier> => {
  const [dossier] = await readActieDossiers(ports, [actiepunt]);
  return dossier as ActieDossier;
};

type Wat = ActieDaad | "lezen" | "meer";

const mag = (persoon: Persoon, relaties: readonly ActieRelatie[], dossier: ActieDossier, wat: Wat): boolean => {
  if (wat === "lezen") return magLezen(persoon, relaties, dossier);
  if (wat === "meer") return magLezen(persoon, relaties, dossier) || mogelijkeDaden(relaties, dossier.actiepunt).length > 0;
  return magDoen(relaties, wat, dossier.actiepunt);
};

/** Opens the actiepunt that a button or person names, after a fresh check; a refusal is on record. */
export const openActiepunt = async (work: Pick<Work, "ports" | "actor">, typed: string, wat: Wat): Outcome<OpenedActiepunt> => {
  const code = parseCode("A", typed);
  if (code === undefined) return refuse({ code: "ongeldige_code" });
  const actiepunt = await work.ports.store.findActiepunt(code as ActiepuntCode);
  if (actiepunt === undefined) return refuse({ code: "niet_gevonden" });
  const [dossier, namens, regio] = await Promise.all([
    readActieDossier(work.ports, actiepunt),
    handeltVoor(work.ports, work.actor.persoon),
    work.ports.store.readRegio(),
  ]);
  const relaties = actieRelatiesVan(work.actor.persoon, namens, dossier);
  const gemagd = mag(work.actor.persoon, relaties, dossier, wat);
  if (gemagd && actiepunt.vernietigdOp !== undefined) return refuse(vernietigd(actiepunt.vernietigdOp));
  if (gemagd) return ok({ ...dossier, relaties, regio });
  if (isBuiten(work.actor.persoon.id, dossier.casus)) return conceal(work, `actie.${wat}`, actiepunt.code);
  if (wat !== "lezen" && wat !== "meer" && magOoitDoen(relaties, wat)) return refuse({ code: "actie_niet_meer" });
  return deny(work, `actie.${wat}`, actiepunt.code);
};
