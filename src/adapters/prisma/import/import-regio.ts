import type { PersoonId } from "../../../domain/persoon/persoon.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { ImportResult, RegioImport } from "../../../ports/regio-import.js";
import type { AuditLine } from "../../../ports/store.js";
import { planOperations, planSteps } from "../commit.js";
import { commitErrorOf } from "../commit-error.js";
import { Prisma, type PrismaClient } from "../generated/client.js";
import { regioToRows } from "../rows/regio-rows.js";
import { auditToRow } from "../rows/work-rows.js";
import type { Kluis } from "../sleutels/kluis.js";
import { lookAgain } from "../work/intents.js";
import type { Write } from "../write.js";
import { fromChat } from "./from-chat.js";
import { type Deputies, planHandOver, readOpenWork } from "./hand-over.js";
import { type PersonenPlan, planAccounts, planPersonen } from "./import-plan.js";
import { accountsStep, personenStep } from "./personen-operations.js";
import { type CurrentRegio, regioSteps, type Step, versionStep } from "./regio-operations.js";
import { planTafels } from "./tafel-plan.js";

const ATTEMPTS = 5;

/** Ids of the region that signalen and casussen name, among those that the file dropped. */
const readGenoemd = async (db: PrismaClient, dropped: { gemeenten: string[]; organisaties: string[]; tafels: string[] }): Promise<ReadonlySet<string>> => {
  const [gemeenten, casussen] = await Promise.all([
    db.gemeenteRow.findMany({ where: { id: { in: dropped.gemeenten }, OR: [{ signalen: { some: {} } }, { casussen: { some: {} } }] } }),
    db.casusRow.findMany({ where: { OR: [{ regieOrganisatieId: { in: dropped.organisaties } }, { tafelId: { in: dropped.tafels } }] } }),
  ]);
  return new Set([
    ...gemeenten.flatMap((g) => [g.id, g.organisatieId]),
    ...casussen.flatMap((c) => [c.regieOrganisatieId, c.tafelId]).filter((id) => id !== null),
  ]);
};

const readCurrent = async (db: PrismaClient, regio: CurrentRegio["regio"], file: RegioImport): Promise<CurrentRegio> => {
  const [organisaties, gemeenten, channels, tafels, convenanten] = await Promise.all([
    db.organisatieRow.findMany(),
    db.gemeenteRow.findMany(),
    db.channelRow.findMany(),
    db.tafelRow.findMany(),
    db.convenantRow.findMany(),
  ]);
  const dropped = (rows: readonly { id: string }[], wanted: readonly { id: string }[]) =>
    rows.map((row) => row.id).filter((id) => !wanted.some((w) => w.id === id));
  const gone = {
    gemeenten: dropped(gemeenten, file.regio.gemeenten),
    organisaties: dropped(organisaties, file.regio.organisaties),
    tafels: dropped(tafels, file.regio.tafels),
  };
  const nothing = Object.values(gone).every((ids) => ids.length === 0);
  return { regio, organisaties, gemeenten, channels, tafels, convenanten, genoemd: nothing ? new Set() : await readGenoemd(db, gone) };
};

const readPeople = (db: PrismaClient, file: RegioImport) => {
  const userId = { in: file.accounts.map((a) => a.userId) };
  // People of the region, and those the file names by an id that somebody outside of it already has.
  const where = { OR: [{ inRegio: true }, { id: { in: file.personen.map((p) => p.id) } }] };
  return Promise.all([db.persoonRow.findMany({ where, include: { rollen: true } }), db.accountRow.findMany({ where: { userId } }), db.gastRow.findMany()]);
};

const deputiesOf = (file: RegioImport, plan: PersonenPlan, current: readonly { id: string; plaatsvervangerId: string | null }[]): Deputies => {
  const active = new Map(file.personen.map((p) => [p.id as string, p.id]));
  return new Map(
    current.flatMap((p) => {
      const deputy = plan.weg.includes(p.id) && p.plaatsvervangerId !== null ? active.get(p.plaatsvervangerId) : undefined;
      return deputy === undefined ? [] : [[p.id, deputy]];
    }),
  );
};

const sum = (steps: readonly Step[]) => ({
  nieuw: steps.reduce((n, s) => n + s.nieuw, 0),
  gewijzigd: steps.reduce((n, s) => n + s.gewijzigd, 0),
  gestopt: steps.reduce((n, s) => n + s.gestopt, 0),
});

/** The region is a setting: who may come in, with what role. */
const ingelezen: AuditLine = { wie: "systeem", actie: "regio.inlezen", object: "regio", resultaat: "gedaan", herkomst: "regiobestand" };

const attempt = async (db: PrismaClient, kluis: Kluis, file: RegioImport, now: Date): Promise<ImportResult> => {
  // The version is read before all else: what changes after it makes the whole attempt fall.
  const version = await db.regioRow.findFirst();
  const [regio, [people, accounts, gasten]] = await Promise.all([readCurrent(db, version, file), readPeople(db, file)]);
  const plan = planPersonen(file, people);
  const work = await readOpenWork(db, kluis, plan.weg);
  const waar = (id: PersoonId) => file.personen.find((een) => een.id === id)?.organisatieId;
  const handOver = planHandOver(file.regio, work, deputiesOf(file, plan, people), waar, now);
  const rows = regioToRows(file.regio);
  const steps = [...regioSteps(db, regio, rows), personenStep(db, file, plan), accountsStep(db, planAccounts(file, accounts, gasten), now)];
  const tafels = planTafels(file, regio.regio, await db.tafelInrichtingRow.findMany(), deputiesOf(file, plan, people), now);
  const counted = sum(steps);
  const uitChat = fromChat(file, { ...regio, people }, plan.weg);
  const result = {
    ...counted,
    nieuw: counted.nieuw + tafels.nieuw,
    overgedragen: handOver.overgedragen + tafels.overgedragen,
    blijftLiggen: handOver.blijftLiggen,
    ...(uitChat === undefined ? {} : { uitChat }),
  };
  const over = planSteps(db, handOver.plan, now);
  const inrichting = planSteps(db, tafels.plan, now);
  const make = (crypto: Crypto) => ({ over: over(crypto), inrichting: inrichting(crypto) });
  const store = async (made: ReturnType<typeof make>, keys: readonly Write[]) => {
    const changes = [
      ...steps.flatMap((s) => s.operations),
      ...planOperations(db, handOver.plan, made.over, now, keys),
      ...planOperations(db, tafels.plan, made.inrichting, now),
    ];
    if (changes.length === 0 && regio.regio !== null) return;
    const reached = db.recipientWaitRow.deleteMany({ where: { reden: "adres" } });
    // Who may read along in a channel may be somebody else now.
    const look = regio.regio === null ? [] : lookAgain(db, Prisma.sql`true`, now);
    const line = db.auditLineRow.createMany({ data: [auditToRow(ingelezen, undefined, now)] });
    await db.$transaction([versionStep(db, regio.regio, rows.regio), ...changes, reached, ...look, line]);
  };
  await kluis.write(make, store, new Set(), now);
  return result;
};

/** Brings the stored region to what the file says, in one transaction; read again when somebody changed something in between. */
export const importRegio = async (db: PrismaClient, kluis: Kluis, file: RegioImport, now: Date): Promise<ImportResult> => {
  for (let n = 1; ; n++) {
    try {
      return await attempt(db, kluis, file, now);
    } catch (error) {
      if (n === ATTEMPTS || commitErrorOf(error) !== "eerder") throw error;
    }
  }
};
