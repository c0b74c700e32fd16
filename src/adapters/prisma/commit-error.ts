import type { CommitError } from "../../ports/store.js";
import { Prisma } from "./generated/client.js";
import { SleutelVernietigd } from "./sleutels/kluis.js";
import { lost } from "./write.js";

const NOT_FOUND = "P2025";
const CONFLICT_OR_DEADLOCK = "P2034";
/** Codes of PostgreSQL, and ours. */
const unique = "23505";
const tooLate: readonly string[] = [lost.eerder, "40001", "40P01"];

/** Another instance wrote one of these in the same moment: a race, not a bug. */
const raced = [
  "due_moment",
  "account",
  "regio",
  "channel",
  "recipient_wait",
  "tafel_inrichting",
  "inrichting_concept",
  "overleg",
  "agenda_feed",
  "agenda",
  "verloop",
  "agendapunt",
  "aanwezigheid",
  "document_link",
  "vernietiging",
  "vernietigingsstop",
  "casusexport",
  "inzageverzoek",
];

/** What PostgreSQL says that went wrong. */
type Cause = { readonly originalCode?: string; readonly table?: string; readonly constraint?: { readonly index?: string } };

const causeOf = (error: Prisma.PrismaClientKnownRequestError): Cause => {
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: Cause } };
  return driverAdapterError?.cause ?? {};
};

const isKnown = (error: unknown): error is Prisma.PrismaClientKnownRequestError => error instanceof Prisma.PrismaClientKnownRequestError;

/** What a failed commit means; `undefined`: a bug or an outage, to be thrown on. */
export const commitErrorOf = (error: unknown): CommitError | undefined => {
  if (error instanceof SleutelVernietigd) return "eerder";
  if (!isKnown(error)) return undefined;
  const { originalCode = "", table, constraint } = causeOf(error);
  if (error.code === NOT_FOUND || error.code === CONFLICT_OR_DEADLOCK || tooLate.includes(originalCode)) return "eerder";
  if (originalCode !== unique || table === undefined) return undefined;
  if (table === "delivery") return "herhaald";
  if (constraint?.index?.endsWith("_code_key")) return "code_bezet";
  return raced.includes(table) ? "eerder" : undefined;
};
