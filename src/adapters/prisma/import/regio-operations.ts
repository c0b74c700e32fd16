import { randomInt } from "node:crypto";
import type { Operation } from "../commit.js";
import type { ChannelRow, ConvenantRow, GemeenteRow, OrganisatieRow, PrismaClient, RegioRow, TafelRow } from "../generated/client.js";
import type { ConvenantRij, RegioRows } from "../rows/regio-rows.js";
import { byId, type Diff, diffRows } from "./diff.js";

/** Statements and how many rows they start, change and stop. */
export type Step = { readonly operations: readonly Operation[]; readonly nieuw: number; readonly gewijzigd: number; readonly gestopt: number };

/** @property genoemd ids that history names: such a gemeente, organisatie or tafel stays although the file dropped it. */
export type CurrentRegio = {
  readonly regio: RegioRow | null;
  readonly organisaties: readonly OrganisatieRow[];
  readonly gemeenten: readonly GemeenteRow[];
  readonly channels: readonly ChannelRow[];
  readonly tafels: readonly TafelRow[];
  readonly convenanten: readonly ConvenantRow[];
  readonly genoemd: ReadonlySet<string>;
};

/** Counts a diff with the statements that carry it out. */
export const step = (diff: Diff<unknown>, operations: readonly Operation[]): Step => ({
  operations,
  nieuw: diff.nieuw.length,
  gewijzigd: diff.gewijzigd.length,
  gestopt: diff.weg.length,
});

type Model<R> = {
  createMany(args: { data: R[] }): Operation;
  update(args: { where: { id: string }; data: R }): Operation;
  deleteMany(args: { where: { id: { in: string[] } } }): Operation;
};

const tableStep = <R extends { id: string }>(model: Model<R>, current: readonly R[], wanted: readonly R[], genoemd: ReadonlySet<string>): Step => {
  const all = diffRows<R>(current, wanted, byId);
  const diff = { ...all, weg: all.weg.filter((id) => !genoemd.has(id)) };
  return step(diff, [
    ...(diff.nieuw.length === 0 ? [] : [model.createMany({ data: [...diff.nieuw] })]),
    ...diff.gewijzigd.map((row) => model.update({ where: { id: row.id }, data: row })),
    ...(diff.weg.length === 0 ? [] : [model.deleteMany({ where: { id: { in: [...diff.weg] } } })]),
  ]);
};

/** A channel that now points to another conversation has yet to be met there. */
const keepService = (current: readonly ChannelRow[], wanted: RegioRows["channels"]): readonly ChannelRow[] =>
  wanted.map((row) => {
    const same = current.find((c) => c.id === row.id && c.platform === row.platform && c.tenant === row.tenant && c.conversationId === row.conversationId);
    return { ...row, serviceUrl: same?.serviceUrl ?? null };
  });

const settingsStep = (db: PrismaClient, current: RegioRow | null, wanted: RegioRows["regio"]): Step => {
  const id = 1;
  const diff = diffRows(current === null ? [] : [current], [wanted], () => "regio");
  const data = { ...wanted, schoolvakanties: [...wanted.schoolvakanties], contacten: [...wanted.contacten], vormen: [...wanted.vormen] };
  return step(diff, diff.gewijzigd.length === 0 ? [] : [db.regioRow.update({ where: { id }, data, select: { id: true } })]);
};

/** What was made from chat stays although the file does not name it. */
const uitChat = (rows: readonly { readonly id: string; readonly uitChat: boolean }[]): ReadonlySet<string> =>
  new Set(rows.filter((row) => row.uitChat).map(byId));

/** From the region as it is to the region of the file. */
export const regioSteps = (db: PrismaClient, current: CurrentRegio, wanted: RegioRows): readonly Step[] => [
  settingsStep(db, current.regio, wanted.regio),
  tableStep<OrganisatieRow>(db.organisatieRow, current.organisaties, wanted.organisaties, current.genoemd),
  tableStep<GemeenteRow>(db.gemeenteRow, current.gemeenten, wanted.gemeenten, current.genoemd),
  tableStep<ChannelRow>(db.channelRow, current.channels, keepService(current.channels, wanted.channels), uitChat(current.channels)),
  tableStep<Omit<TafelRow, "beeindigdOp">>(db.tafelRow, current.tafels, wanted.tafels, new Set([...current.genoemd, ...uitChat(current.tafels)])),
  tableStep<ConvenantRij>(db.convenantRow, current.convenanten as readonly ConvenantRij[], wanted.convenanten, new Set()),
];

/** Goes first: two imports at once cannot both go through, and every instance reads the region again. Random, so that a restored database never has a version that somebody kept. */
export const versionStep = (db: PrismaClient, current: RegioRow | null, wanted: RegioRows["regio"]): Operation => {
  const data = { ...wanted, schoolvakanties: [...wanted.schoolvakanties], contacten: [...wanted.contacten], vormen: [...wanted.vormen] };
  return current === null
    ? db.regioRow.create({ data: { id: 1, version: randomInt(2 ** 31 - 1), ...data }, select: { id: true } })
    : db.regioRow.update({ where: { id: 1, version: current.version }, data: { version: randomInt(2 ** 31 - 1) }, select: { id: true } });
};
