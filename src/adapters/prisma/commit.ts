import { ok, type Result, refuse } from "../../domain/result.js";
import type { Crypto } from "../../ports/crypto.js";
import type { Account, Change, CommitError, Plan } from "../../ports/store.js";
import { agendaOperations } from "./agenda-operations.js";
import { commitErrorOf } from "./commit-error.js";
import type { Prisma, PrismaClient } from "./generated/client.js";
import { regioChangeOperations } from "./regio-change-operations.js";
import { actiepuntToRow } from "./rows/actie-rows.js";
import { casusToRow } from "./rows/casus-rows.js";
import { accountKey, persoonToRow } from "./rows/persoon-rows.js";
import { overdrachtToRow, signaalToRow, stapToRow, vraagToRow } from "./rows/signaal-rows.js";
import { auditToRow, intentToRow, persoonRecipient } from "./rows/work-rows.js";
import type { Kluis } from "./sleutels/kluis.js";
import { destroySleutel } from "./sleutels/vernietigen.js";
import { tafelOperations } from "./tafel-operations.js";

export type Operation = Prisma.PrismaPromise<unknown>;

/** What others refer to goes first; equal order for everybody keeps plans from waiting for each other. */
const order: readonly Change["soort"][] = [
  "tafel_nieuw",
  "tafel_einde",
  "channel_nieuw",
  "channel_weg",
  "persoon_nieuw",
  "account",
  "taal",
  "inrichting_nieuw",
  "inrichting",
  "inrichting_concept",
  "inrichting_concept_weg",
  "overleg_nieuw",
  "overleg",
  "agenda_feed",
  "agenda_feed_weg",
  "casus_nieuw",
  "casus",
  "signaal_nieuw",
  "signaal",
  "stap",
  "vraag_nieuw",
  "vraag",
  "overdracht_nieuw",
  "overdracht",
  "actiepunt_nieuw",
  "actiepunt",
  "agenda_nieuw",
  "agenda",
  "verloop_nieuw",
  "verloop",
  // A casus comes back as a new point once the old one was treated: only one of them may wait.
  "agendapunt",
  "agendapunt_nieuw",
  "aanwezigheid_weg",
  "aanwezigheid",
  "sleutel_weg",
  "document_link",
  "document_link_gebruikt",
];
const idOf = (change: Change): string => {
  switch (change.soort) {
    case "signaal_nieuw":
    case "signaal":
      return change.signaal.id;
    case "casus_nieuw":
    case "casus":
      return change.casus.id;
    case "vraag":
      return change.vraag.id;
    case "actiepunt_nieuw":
    case "actiepunt":
      return change.actiepunt.id;
    case "agendapunt_nieuw":
    case "agendapunt":
      return change.agendapunt.id;
    case "sleutel_weg":
      return change.owner;
    default:
      return "";
  }
};
const sorted = (changes: readonly Change[]): readonly Change[] =>
  [...changes].sort((a, b) => order.indexOf(a.soort) - order.indexOf(b.soort) || (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0));

const linkAccount = (db: PrismaClient, account: Account): readonly Operation[] => {
  const { persoonId, linkedOp, gast, laatstGebruiktOp, address } = account;
  const link = { persoonId, linkedOp, gast, laatstGebruiktOp };
  const known = address === undefined ? {} : { conversationId: address.conversationId, serviceUrl: address.serviceUrl ?? null };
  return [
    db.accountRow.upsert({ where: accountKey(account.ref), create: { ...account.ref, ...link, ...known }, update: { ...link, ...known } }),
    db.recipientWaitRow.deleteMany({ where: { recipient: persoonRecipient(persoonId), reden: "adres" } }),
  ];
};

const newPersoon = (db: PrismaClient, change: Extract<Change, { soort: "persoon_nieuw" }>): readonly Operation[] => {
  const { id, rollen } = change.persoon;
  const own = rollen.filter((rol) => rol.namens === undefined).map((rol) => ({ persoonId: id, rol: rol.rol, gemeenteId: rol.gemeenteId ?? null }));
  const create = db.persoonRow.create({ data: { ...persoonToRow(change.persoon), uitChat: change.uitChat === true }, select: { id: true } });
  return own.length === 0 ? [create] : [create, db.rolRow.createMany({ data: own })];
};

/** A change of something that exists only goes through when it still has the version that was read. */
const expecting = <R extends { id: string; version: number }>(row: R) => ({
  where: { id: row.id, version: row.version },
  data: { ...row, version: row.version + 1 },
  select: { id: true } as const,
});

/** The statements of one change. */
export const changeOperations = (db: PrismaClient, crypto: Crypto, change: Change, now: Date): readonly Operation[] => {
  const id = { id: true } as const;
  switch (change.soort) {
    case "persoon_nieuw":
      return newPersoon(db, change);
    case "account":
      return linkAccount(db, change.account);
    case "taal":
      return [db.persoonRow.update({ where: { id: change.persoonId }, data: { taal: change.taal }, select: id })];
    case "casus_nieuw":
      return [db.casusRow.create({ data: casusToRow(crypto, change.casus), select: id })];
    case "casus":
      return [db.casusRow.update(expecting(casusToRow(crypto, change.casus)))];
    case "signaal_nieuw":
      return [db.signaalRow.create({ data: signaalToRow(crypto, change.signaal), select: id })];
    case "signaal":
      return [db.signaalRow.update(expecting(signaalToRow(crypto, change.signaal)))];
    case "stap":
      return [db.stapRow.create({ data: stapToRow(crypto, change.stap), select: id })];
    case "vraag_nieuw":
      return [db.vraagRow.create({ data: vraagToRow(crypto, change.vraag), select: id })];
    case "vraag":
      return [db.vraagRow.update(expecting(vraagToRow(crypto, change.vraag)))];
    case "actiepunt_nieuw":
      return [db.actiepuntRow.create({ data: actiepuntToRow(crypto, change.actiepunt), select: id })];
    case "actiepunt":
      return [db.actiepuntRow.update(expecting(actiepuntToRow(crypto, change.actiepunt)))];
    case "overdracht_nieuw":
      return [db.overdrachtRow.create({ data: overdrachtToRow(crypto, change.overdracht), select: id })];
    case "overdracht":
      return [db.overdrachtRow.update(expecting(overdrachtToRow(crypto, change.overdracht)))];
    case "tafel_nieuw":
    case "tafel_einde":
    case "channel_nieuw":
    case "channel_weg":
      return regioChangeOperations(db, change, now);
    case "sleutel_weg":
      return [destroySleutel(db, change.owner, now)];
    case "inrichting_nieuw":
    case "inrichting":
    case "inrichting_concept":
    case "inrichting_concept_weg":
    case "overleg_nieuw":
    case "overleg":
    case "agenda_feed":
    case "agenda_feed_weg":
      return tafelOperations(db, change, now);
    case "agendapunt_nieuw":
    case "agendapunt":
    case "agenda_nieuw":
    case "agenda":
    case "verloop_nieuw":
    case "verloop":
    case "aanwezigheid":
    case "aanwezigheid_weg":
    case "document_link":
    case "document_link_gebruikt":
      return agendaOperations(db, crypto, change);
  }
};

/** A new moment takes the place of the open one as a new row, so that whoever has the old one in hand does not finish the new one. */
const momentOperations = (db: PrismaClient, plan: Plan, now: Date): readonly Operation[] => {
  const moments = plan.moments ?? [];
  const closing = [...(plan.doneMoments ?? []), ...moments].map(({ soort, objectId }) => ({ soort, objectId, doneOp: null }));
  const close = closing.length === 0 ? [] : [db.dueMomentRow.updateMany({ where: { OR: closing }, data: { doneOp: now, leaseUntil: null } })];
  return moments.length === 0
    ? close
    : [...close, db.dueMomentRow.createMany({ data: moments.map(({ soort, objectId, op, stap }) => ({ soort, objectId, op, stap })) })];
};

/** A plan as the statements of one transaction; the delivery goes first, so that a repeat is seen before anything else. @param keys the statements about the keys of its content. */
export const planOperations = (db: PrismaClient, crypto: Crypto, plan: Plan, now: Date, keys: readonly Operation[] = []): Operation[] => {
  const { delivery, trace, intents = [], audit = [] } = plan;
  return [
    ...(delivery === undefined
      ? []
      : [db.deliveryRow.create({ data: { key: delivery.key, object: delivery.object ?? null, op: now }, select: { key: true } })]),
    ...keys,
    ...sorted(plan.changes ?? []).flatMap((change) => changeOperations(db, crypto, change, now)),
    ...momentOperations(db, plan, now),
    ...(intents.length === 0 ? [] : [db.outgoingRow.createMany({ data: intents.map((intent) => intentToRow(intent, now)) })]),
    ...(audit.length === 0 ? [] : [db.auditLineRow.createMany({ data: audit.map((line) => auditToRow(line, trace, now)) })]),
  ];
};

/** Ids that this plan makes: nobody else can have made a key for them. */
const freshIds = (plan: Plan): ReadonlySet<string> =>
  new Set((plan.changes ?? []).flatMap((change) => (change.soort.endsWith("_nieuw") ? [idOf(change)] : [])));

/** Stores a plan in one batch transaction, or nothing of it. */
export const commitPlan = async (db: PrismaClient, kluis: Kluis, plan: Plan, now: Date): Promise<Result<void, CommitError>> => {
  try {
    await kluis.write(
      (crypto, keys) => planOperations(db, crypto, plan, now, keys),
      (operations) => db.$transaction(operations),
      freshIds(plan),
      now,
    );
    return ok(undefined);
  } catch (error) {
    const refusal = commitErrorOf(error);
    if (refusal === undefined) throw error;
    return refuse(refusal);
  }
};
