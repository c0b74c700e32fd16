import type { CommitError } from "../../ports/store.js";
import { Prisma } from "./generated/client.js";
import { SleutelVernietigd } from "./sleutels/kluis.js";

const UNIQUE = "P2002";
const NOT_FOUND = "P2025";
const CONFLICT_OR_DEADLOCK = "P2034";

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
];

const tableOf = (error: Prisma.PrismaClientKnownRequestError): string | undefined => {
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { table?: string } } };
  return driverAdapterError?.cause?.table;
};

const isKnown = (error: unknown): error is Prisma.PrismaClientKnownRequestError => error instanceof Prisma.PrismaClientKnownRequestError;

/** What a failed batch means; `undefined`: a bug or an outage, to be thrown on. */
export const commitErrorOf = (error: unknown): CommitError | undefined => {
  if (error instanceof SleutelVernietigd) return "eerder";
  if (!isKnown(error)) return undefined;
  if (error.code === NOT_FOUND || error.code === CONFLICT_OR_DEADLOCK) return "eerder";
  if (error.code !== UNIQUE) return undefined;
  const table = tableOf(error);
  if (table === "delivery") return "herhaald";
  return table !== undefined && raced.includes(table) ? "eerder" : undefined;
};
