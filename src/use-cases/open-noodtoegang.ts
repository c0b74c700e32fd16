import type { Casus } from "../domain/casus/casus.js";
import { type CasusCode, parseCode } from "../domain/code.js";
import { eigenaarVan } from "../domain/delen/blik.js";
import { magNoodLezen } from "../domain/delen/lezen.js";
import { magNood, type Noodtoegang, opent } from "../domain/delen/noodtoegang.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import { noodGrond } from "../domain/regio/grondslag.js";
import { readGemeente } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Ports } from "../ports/ports.js";
import { findCasusVoor } from "./open-casus.js";
import { commit, conceal, deny, doneBy, type Outcome, type Work } from "./work.js";

const ACTIE = "noodtoegang.openen";

/** The privacy officer of a casus, or without one the FG of its gemeente; nobody who is kept out, and not this person. */
export const toezichtOp = async ({ store }: Ports, casus: Casus, behalve: PersoonId): Promise<readonly PersoonId[]> => {
  const past = ({ id }: Persoon): boolean => id !== behalve && !isBuiten(id, casus);
  const officers = (await store.personenMetRol("privacy_officer", casus.gemeenteId)).filter(past);
  if (officers.length > 0) return officers.map(({ id }) => id);
  const { organisatieId } = readGemeente(await store.readRegio(), casus.gemeenteId);
  const fgs = (await store.personenMetRol("fg")).filter((fg) => fg.organisatieId === organisatieId && past(fg));
  return fgs.map(({ id }) => id);
};

/** Regiehouder and who handles its signalen; where nobody does, the aandachtsfunctionarissen of the gemeente. */
export const regieVan = async ({ store }: Ports, casus: Casus, behalve: PersoonId): Promise<readonly PersoonId[]> => {
  const signalen = await store.signalenVanCasus(casus.id);
  const behandelaars = signalen.flatMap(({ behandelaarId }) => behandelaarId ?? []);
  const afs = behandelaars.length > 0 ? behandelaars : (await store.personenMetRol("aandachtsfunctionaris", casus.gemeenteId)).map(({ id }) => id);
  const ids = [...(casus.regiehouderId === undefined ? [] : [casus.regiehouderId]), ...afs];
  return [...new Set(ids)].filter((id) => id !== behalve && !isBuiten(id, casus));
};

/** The casus that was typed; what does not exist and what he is kept out of get the same answer. */
const casusVoorNood = async (work: Work, typed: string): Promise<Result<Casus, Fout>> => {
  const { persoon } = work.actor;
  const code = parseCode("C", typed) as CasusCode | undefined;
  if (code === undefined) return refuse({ code: "ongeldige_code", veld: "casus" });
  const casus = await work.ports.store.findCasus(code);
  if (casus === undefined || isBuiten(persoon.id, casus)) return conceal(work, ACTIE, code, "casus");
  return (await findCasusVoor(work, code)) === undefined ? ok(casus) : refuse({ code: "noodtoegang_niet_nodig", veld: "casus" });
};

export const magNoodOpenen = async (work: Pick<Work, "ports" | "actor">): Promise<Result<void, Fout>> => {
  if (magNood(work.actor.persoon)) return ok(undefined);
  await deny(work, ACTIE, "noodtoegang");
  return refuse({ code: "geen_toegang" });
};

/** Opens one casus for one hour to who has no right to it, and tells at once who watches over it and who directs it. */
export const openNoodtoegang = async (work: Work, typed: string, reden: string): Outcome<{ readonly casus: Casus; readonly nood: Noodtoegang }> => {
  const { ports, actor, now } = work;
  const mag = await magNoodOpenen(work);
  if (!mag.ok) return mag;
  const casus = await casusVoorNood(work, typed);
  if (!casus.ok) return casus;
  const nood = opent(ports.ids.id(), casus.value.id, actor.persoon.id, reden, now);
  const wie = [...(await toezichtOp(ports, casus.value, actor.persoon.id)), ...(await regieVan(ports, casus.value, actor.persoon.id))];
  const committed = await commit(
    work,
    {
      changes: [{ soort: "noodtoegang_nieuw", noodtoegang: nood }],
      audit: [doneBy(work, ACTIE, casus.value.code, noodGrond)],
      intents: [
        { kind: "noodtoegang", objectId: nood.id, to: { persoonId: actor.persoon.id } },
        ...[...new Set(wie)].map((persoonId) => ({ kind: "noodmelding" as const, objectId: nood.id, to: { persoonId } })),
      ],
      moments: [{ soort: "noodtoegang_voorbij", objectId: nood.id, op: nood.tot, stap: 0 }],
    },
    casus.value.code,
  );
  return committed.ok ? ok({ casus: casus.value, nood }) : committed;
};

/** May this person read it, as things are now? */
export const leestNood = async ({ store }: Ports, wie: Persoon, casus: Casus, nood: Noodtoegang): Promise<boolean> =>
  magNoodLezen(wie, casus, nood, eigenaarVan(await store.readRegio(), casus));
