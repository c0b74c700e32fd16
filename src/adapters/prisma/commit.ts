import { ok, type Result, refuse } from "../../domain/result.js";
import type { Crypto } from "../../ports/crypto.js";
import type { Account, Change, CommitError, Plan } from "../../ports/store.js";
import { agendaOperations } from "./agenda-operations.js";
import { bewaarOperations } from "./bewaar-operations.js";
import { commitErrorOf } from "./commit-error.js";
import { Prisma, type PrismaClient } from "./generated/client.js";
import { noteDubbel, notePubliek, sendAgain } from "./read/bezorging.js";
import { keepAnswer } from "./read/delivery.js";
import { rechtenOperations } from "./rechten-operations.js";
import { regioChangeOperations } from "./regio-change-operations.js";
import { actiepuntToRow } from "./rows/actie-rows.js";
import { casusToRow } from "./rows/casus-rows.js";
import { accountKey, persoonToRow } from "./rows/persoon-rows.js";
import { overdrachtToRow, signaalToRow, stapToRow, vraagToRow } from "./rows/signaal-rows.js";
import { auditToRow, intentToRow, persoonRecipient } from "./rows/work-rows.js";
import type { Kluis } from "./sleutels/kluis.js";
import { destroySleutel } from "./sleutels/vernietigen.js";
import { tafelOperations } from "./tafel-operations.js";
import { change, insert, insertion, statementOf, type Write } from "./write.js";

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
  "beantwoord",
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
  "vernietiging_nieuw",
  "vernietiging",
  "stop_nieuw",
  "stop",
  "sleutel_weg",
  "inhoud_weg",
  "kaarten_weg",
  "kaart_is_weg",
  "document_link",
  "document_link_gebruikt",
  "opnieuw_sturen",
  "kaart_dubbel",
  "publiek_mis",
  "publiek_goed",
  "noodtoegang_nieuw",
  "casusexport_nieuw",
  "casusexport",
  "inzageverzoek_nieuw",
  "inzageverzoek",
  "inzageverzoeken_weg",
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
const sorted = ({ changes = [] }: Plan): readonly Change[] =>
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

/** What a change is to the database: rows, or statements of its own. */
type Step = Write | Operation;

const changeSteps = (db: PrismaClient, crypto: Crypto, one: Change, now: Date): readonly Step[] => {
  switch (one.soort) {
    case "persoon_nieuw":
      return newPersoon(db, one);
    case "account":
      return linkAccount(db, one.account);
    case "taal":
      return [db.persoonRow.update({ where: { id: one.persoonId }, data: { taal: one.taal }, select: { id: true } })];
    case "beantwoord":
      return [keepAnswer(db, one.delivery, one.antwoord)];
    case "casus_nieuw":
      return [insert("casus", casusToRow(crypto, one.casus))];
    case "casus":
      return [change("casus", casusToRow(crypto, one.casus))];
    case "signaal_nieuw":
      return [insert("signaal", signaalToRow(crypto, one.signaal))];
    case "signaal":
      return [change("signaal", signaalToRow(crypto, one.signaal))];
    case "stap":
      return [insert("stap", stapToRow(crypto, one.stap))];
    case "vraag_nieuw":
      return [insert("vraag", vraagToRow(crypto, one.vraag))];
    case "vraag":
      return [change("vraag", vraagToRow(crypto, one.vraag))];
    case "actiepunt_nieuw":
      return [insert("actiepunt", actiepuntToRow(crypto, one.actiepunt))];
    case "actiepunt":
      return [change("actiepunt", actiepuntToRow(crypto, one.actiepunt))];
    case "overdracht_nieuw":
      return [insert("overdracht", overdrachtToRow(crypto, one.overdracht))];
    case "overdracht":
      return [change("overdracht", overdrachtToRow(crypto, one.overdracht))];
    case "tafel_nieuw":
    case "tafel_einde":
    case "channel_nieuw":
    case "channel_weg":
      return regioChangeOperations(db, one, now);
    case "opnieuw_sturen":
      return sendAgain(db, one, now);
    case "kaart_dubbel":
      return noteDubbel(db, one);
    case "publiek_mis":
    case "publiek_goed":
      return notePubliek(db, one);
    case "sleutel_weg":
      return [destroySleutel(db, one.owner, now)];
    case "vernietiging_nieuw":
    case "vernietiging":
    case "stop_nieuw":
    case "stop":
    case "inhoud_weg":
    case "kaarten_weg":
    case "kaart_is_weg":
      return bewaarOperations(db, crypto, one, now);
    case "inrichting_nieuw":
    case "inrichting":
    case "inrichting_concept":
    case "inrichting_concept_weg":
    case "overleg_nieuw":
    case "overleg":
    case "agenda_feed":
    case "agenda_feed_weg":
      return tafelOperations(db, one, now);
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
      return agendaOperations(db, crypto, one);
    case "noodtoegang_nieuw":
    case "casusexport_nieuw":
    case "casusexport":
    case "inzageverzoek_nieuw":
    case "inzageverzoek":
    case "inzageverzoeken_weg":
      return rechtenOperations(crypto, one, now);
  }
};

/** A new moment takes the place of the open one under a new id, so that whoever has the old one in hand does not finish the new one. */
const momentWrites = ({ moments = [], doneMoments = [] }: Plan, now: Date): readonly Write[] => {
  const key = ({ soort, objectId }: { readonly soort: string; readonly objectId: string }): string => `${soort} ${objectId}`;
  const renewed = new Set(moments.map(key));
  const done = doneMoments.filter((one) => !renewed.has(key(one))).map(({ soort, objectId }) => ({ soort, object_id: objectId }));
  const close = Prisma.sql`UPDATE due_moment SET done_op = ${now}, lease_until = NULL WHERE done_op IS NULL
    AND (soort, object_id) IN (SELECT soort, object_id FROM json_populate_recordset(NULL::due_moment, ${JSON.stringify(done)}::json)) RETURNING 1`;
  const renew = Prisma.sql`ON CONFLICT (soort, object_id) WHERE done_op IS NULL
    DO UPDATE SET id = DEFAULT, op = excluded.op, stap = excluded.stap, lease_until = NULL`;
  return [
    ...(done.length === 0 ? [] : [{ sql: close }]),
    ...(moments.length === 0
      ? []
      : [
          insertion(
            "due_moment",
            moments.map(({ soort, objectId, op, stap }) => ({ soort, objectId, op, stap })),
            renew,
          ),
        ]),
  ];
};

/** Neighbours that are rows become one statement. */
const folded = (db: PrismaClient, steps: readonly Step[]): Operation[] => {
  const operations: Operation[] = [];
  let writes: Write[] = [];
  const close = (): void => {
    if (writes.length > 0) operations.push(statementOf(db, writes));
    writes = [];
  };
  for (const step of steps) {
    if (isWrite(step)) writes.push(step);
    else {
      close();
      operations.push(step);
    }
  }
  close();
  return operations;
};
const isWrite = (step: Step): step is Write => !("then" in step);

/** The changes of a plan with their content sealed, in the order in which they are written. */
export const planSteps = (db: PrismaClient, plan: Plan, now: Date) => {
  const changes = sorted(plan);
  return (crypto: Crypto): readonly Step[] => changes.flatMap((one) => changeSteps(db, crypto, one, now));
};

/**
 * A plan as the statements of one transaction, most often one; the delivery goes first, so that a repeat is seen before anything else.
 * @param steps its changes, sealed. @param keys what is written about the keys of its content.
 */
export const planOperations = (db: PrismaClient, plan: Plan, steps: readonly Step[], now: Date, keys: readonly Write[] = []): Operation[] => {
  const { delivery, trace, intents = [], audit = [] } = plan;
  return folded(db, [
    ...(delivery === undefined ? [] : [insert("delivery", { key: delivery.key, object: delivery.object, op: now })]),
    ...keys,
    ...steps,
    ...momentWrites(plan, now),
    ...intents.map((intent) => insert("outgoing", intentToRow(intent, now))),
    ...audit.map((line) => insert("audit_line", auditToRow(line, trace, now))),
  ]);
};

/** Ids that this plan makes: nobody else can have made a key for them. */
const freshIds = (plan: Plan): ReadonlySet<string> => new Set((plan.changes ?? []).flatMap((one) => (one.soort.endsWith("_nieuw") ? [idOf(one)] : [])));

/** Stores a plan whole, or nothing of it. */
export const commitPlan = async (db: PrismaClient, kluis: Kluis, plan: Plan, now: Date): Promise<Result<void, CommitError>> => {
  try {
    const store = async (steps: readonly Step[], keys: readonly Write[]): Promise<unknown> => {
      const operations = planOperations(db, plan, steps, now, keys);
      return operations.length === 1 ? operations[0] : db.$transaction(operations);
    };
    await kluis.write(planSteps(db, plan, now), store, freshIds(plan), now);
    return ok(undefined);
  } catch (error) {
    const refusal = commitErrorOf(error);
    if (refusal === undefined) throw error;
    return refuse(refusal);
  }
};
