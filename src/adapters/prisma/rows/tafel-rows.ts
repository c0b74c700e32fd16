import { createHash } from "node:crypto";
import type { Overleg } from "../../../domain/overleg/overleg.js";
import type { TafelInrichting } from "../../../domain/tafel/tafel.js";
import type { AgendaFeed, InrichtingConcept } from "../../../ports/tafel-store.js";
import { type AgendaFeedRow, type InrichtingConceptRow, type OverlegRow, Prisma, type TafelInrichtingRow } from "../generated/client.js";
import { present } from "./present.js";

/** As it comes back out of a JSON column: without keys that are undefined. */
const asJson = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

export const inrichtingToRow = (inrichting: TafelInrichting): Prisma.TafelInrichtingRowUncheckedCreateInput => ({
  ...inrichting,
  deelnemers: asJson(inrichting.deelnemers),
  rooster: asJson(inrichting.rooster),
  vastePunten: inrichting.vastePunten === undefined ? Prisma.DbNull : asJson(inrichting.vastePunten),
  plaats: inrichting.plaats ?? null,
  link: inrichting.link ?? null,
});

export const rowToInrichting = (row: TafelInrichtingRow): TafelInrichting => present(row) as unknown as TafelInrichting;

export const rowToConcept = ({ op: _op, ...row }: InrichtingConceptRow): InrichtingConcept => row as unknown as InrichtingConcept;

export const overlegToRow = (overleg: Overleg): Prisma.OverlegRowUncheckedCreateInput => ({
  ...overleg,
  gepland: overleg.gepland ?? null,
  plaats: overleg.plaats ?? null,
  link: overleg.link ?? null,
  genodigden: [...(overleg.genodigden ?? [])],
  bezetting: overleg.bezetting ?? null,
});

export const rowToOverleg = ({ genodigden, ...row }: OverlegRow): Overleg =>
  present({ ...row, genodigden: genodigden.length === 0 ? null : genodigden }) as unknown as Overleg;

/** A link can be used by who has it; who reads the database has none. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

export const rowToFeed = ({ tokenHash: _hash, ...row }: AgendaFeedRow): AgendaFeed => row as unknown as AgendaFeed;
