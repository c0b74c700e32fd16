import { randomUUID } from "node:crypto";
import type { Casus } from "../../../domain/casus/casus.js";
import type { PersoonId } from "../../../domain/persoon/persoon.js";
import type { Regio } from "../../../domain/regio/regio.js";
import type { Signaal, Stap, StapId, Vraag } from "../../../domain/signaal/signaal.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { AuditLine, Plan } from "../../../ports/store.js";
import type { CardKind, Intent } from "../../../ports/work.js";
import type { PrismaClient } from "../generated/client.js";
import { rowToCasus } from "../rows/casus-rows.js";
import { rowToSignaal, rowToVraag } from "../rows/signaal-rows.js";

/** Open work of people who left. */
export type OpenWork = { readonly signalen: readonly Signaal[]; readonly vragen: readonly Vraag[]; readonly casussen: readonly Casus[] };

/** Per person who left the active deputy; no entry when there is none. */
export type Deputies = ReadonlyMap<string, PersoonId>;

export const readOpenWork = async (db: PrismaClient, crypto: Crypto, ids: readonly string[]): Promise<OpenWork> => {
  if (ids.length === 0) return { signalen: [], vragen: [], casussen: [] };
  const who = { in: [...ids] };
  const [signalen, vragen, casussen] = await Promise.all([
    db.signaalRow.findMany({ where: { open: true, behandelaarId: who } }),
    db.vraagRow.findMany({ where: { status: "open", aanId: who } }),
    db.casusRow.findMany({ where: { regiehouderId: who } }),
  ]);
  return {
    signalen: signalen.map((row) => rowToSignaal(crypto, row)),
    vragen: vragen.map((row) => rowToVraag(crypto, row)),
    casussen: casussen.map(rowToCasus),
  };
};

const audit = (actie: string, object: string): AuditLine => ({ wie: "systeem", actie, object, resultaat: "gedaan", herkomst: "regiobestand" });
const takenOver = (signaal: Signaal, now: Date): Stap => ({
  id: randomUUID() as StapId,
  signaalId: signaal.id,
  name: "oppakken",
  from: signaal.status,
  to: signaal.status,
  doorId: "systeem",
  op: now,
  inhoud: {},
});

const triageCards = (regio: Regio, signaal: Signaal): readonly Intent[] =>
  regio.channels
    .filter((c) => c.gemeenteId === signaal.gemeenteId && (c.soort === "meldpunt" ? signaal.bijMeldpunt : signaal.bijAandachtsfunctionaris))
    .map((c) => ({ kind: "triage", objectId: signaal.id, to: { channelId: c.id } }));

const vraagCards: Record<Vraag["soort"], CardKind> = { afstemming: "vraag", comensha: "comensha", zorgvraag: "zorgvraag" };

const signaalPlan = (regio: Regio, signaal: Signaal, behandelaarId: PersoonId, now: Date): Plan => ({
  changes: [
    { soort: "signaal", signaal: { ...signaal, behandelaarId } },
    { soort: "stap", stap: takenOver(signaal, now) },
  ],
  audit: [audit("signaal.naar_plaatsvervanger", signaal.id)],
  intents: triageCards(regio, signaal),
});
const vraagPlan = (vraag: Vraag, aanId: PersoonId): Plan => ({
  changes: [{ soort: "vraag", vraag: { ...vraag, aanId } }],
  audit: [audit("vraag.naar_plaatsvervanger", vraag.id)],
  intents: [{ kind: vraagCards[vraag.soort], objectId: vraag.id, to: { persoonId: aanId } }],
});
const casusPlan = (casus: Casus, regiehouderId: PersoonId): Plan => ({
  changes: [{ soort: "casus", casus: { ...casus, regiehouderId } }],
  audit: [audit("casus.naar_plaatsvervanger", casus.id)],
  intents: [{ kind: "regie", objectId: casus.id, to: { persoonId: regiehouderId } }],
});

/** Gives open work to the deputies, with steps, audit lines and the cards that change. @property blijftLiggen how much has no deputy to go to. */
export const planHandOver = (
  regio: Regio,
  work: OpenWork,
  deputies: Deputies,
  now: Date,
): { readonly plan: Plan; readonly overgedragen: number; readonly blijftLiggen: number } => {
  const to = (id: PersoonId | undefined) => (id === undefined ? undefined : deputies.get(id));
  const plans = [
    ...work.signalen.map((s) => ((d) => d && signaalPlan(regio, s, d, now))(to(s.behandelaarId))),
    ...work.vragen.map((v) => ((d) => d && vraagPlan(v, d))(to(v.aanId))),
    ...work.casussen.map((c) => ((d) => d && casusPlan(c, d))(to(c.regiehouderId))),
  ];
  const done = plans.filter((plan): plan is Plan => plan !== undefined);
  const plan: Plan = {
    changes: done.flatMap((p) => p.changes ?? []),
    audit: done.flatMap((p) => p.audit ?? []),
    intents: done.flatMap((p) => p.intents ?? []),
  };
  return { plan, overgedragen: done.length, blijftLiggen: plans.length - done.length };
};
