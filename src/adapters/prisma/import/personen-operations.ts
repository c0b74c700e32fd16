import type { RegioImport } from "../../../ports/regio-import.js";
import type { Operation } from "../commit.js";
import type { PrismaClient } from "../generated/client.js";
import { accountKey } from "../rows/persoon-rows.js";
import { type AccountsPlan, accountKeyOf, type PersonenPlan } from "./import-plan.js";
import { type Step, step } from "./regio-operations.js";

const rolRows = (plan: PersonenPlan) => {
  const seen = new Set<string>();
  return plan.rollen
    .flatMap((p) => p.rollen.map(({ rol, gemeenteId }) => ({ persoonId: p.id, rol, gemeenteId: gemeenteId ?? null })))
    .filter((row) => !seen.has(JSON.stringify(row)) && seen.add(JSON.stringify(row)));
};

/** People start, change or stop; a stopped person keeps his history and loses his roles. */
export const personenStep = (db: PrismaClient, file: RegioImport, plan: PersonenPlan): Step => {
  const weg = [...plan.weg];
  const loseRoles = [...weg, ...plan.rollen.map((p) => p.id)];
  const rollen = rolRows(plan);
  const talen = new Map(file.personen.map((p) => [p.id as string, p.taal ?? null]));
  const changed = new Set([...plan.gewijzigd, ...plan.rollen].map((p) => p.id as string));
  const gewijzigd = [...changed].filter((id) => !plan.nieuw.some((p) => p.id === id)).map((id) => ({ id }));
  return step({ ...plan, gewijzigd }, [
    ...(plan.nieuw.length === 0 ? [] : [db.persoonRow.createMany({ data: plan.nieuw.map((row) => ({ ...row, taal: talen.get(row.id) ?? null })) })]),
    ...plan.gewijzigd.map((row) => db.persoonRow.update({ where: { id: row.id }, data: row, select: { id: true } })),
    ...(weg.length === 0 ? [] : [db.persoonRow.updateMany({ where: { id: { in: weg } }, data: { actief: false } })]),
    ...(loseRoles.length === 0 ? [] : [db.rolRow.deleteMany({ where: { persoonId: { in: loseRoles } } })]),
    ...(rollen.length === 0 ? [] : [db.rolRow.createMany({ data: rollen })]),
  ]);
};

/** The link of a guest ends with his place in the file. */
const endGast = (db: PrismaClient, key: string): readonly Operation[] => {
  const [platform, tenant, userId] = JSON.parse(key) as [string, string, string];
  return [db.accountRow.updateMany({ where: { platform, tenant, userId, gast: true }, data: { persoonId: null, linkedOp: null } })];
};

/** Links the accounts that the file names and keeps the list of guests. */
export const accountsStep = (db: PrismaClient, plan: AccountsPlan, now: Date): Step => {
  const { nieuw, gewijzigd, weg } = plan.gasten;
  const links = plan.koppelen.map(({ platform, tenant, userId, persoonId }) => {
    const link = { persoonId, linkedOp: now, gast: false };
    return db.accountRow.upsert({ where: accountKey({ platform, tenant, userId }), create: { platform, tenant, userId, ...link }, update: link });
  });
  const gone = weg.map((key) => JSON.parse(key) as [string, string, string]).map(([platform, tenant, userId]) => ({ platform, tenant, userId }));
  const operations = [
    ...links,
    ...(nieuw.length === 0 ? [] : [db.gastRow.createMany({ data: [...nieuw] })]),
    ...gewijzigd.flatMap((row) => [
      ...endGast(db, accountKeyOf(row)),
      db.gastRow.updateMany({ where: { platform: row.platform, tenant: row.tenant, userId: row.userId }, data: { persoonId: row.persoonId } }),
    ]),
    ...(gone.length === 0 ? [] : [...weg.flatMap((key) => endGast(db, key)), db.gastRow.deleteMany({ where: { OR: gone } })]),
  ];
  return { ...step(plan.gasten, operations), gewijzigd: gewijzigd.length + links.length };
};
