import { randomUUID } from "node:crypto";
import type pg from "pg";
import { signaalToRow, stapToRow } from "../../src/adapters/prisma/rows/signaal-rows.js";
import { auditToRow, intentToRow } from "../../src/adapters/prisma/rows/work-rows.js";
import { columnsOf } from "../../src/adapters/prisma/write.js";
import type { SignaalCode } from "../../src/domain/code.js";
import type { GemeenteId, PersoonId } from "../../src/domain/persoon/persoon.js";
import { ok, refuse } from "../../src/domain/result.js";
import { dagVan } from "../../src/domain/tijd/tijd.js";
import type { Plan } from "../../src/ports/store.js";
import { submitSignaal } from "../../src/use-cases/submit-signaal.js";
import type { TestStore } from "../support/database.js";
import type { Figure } from "./figure.js";
import { inTurn, perSecond } from "./measure.js";
import { benchPorts } from "./person.js";
import { sealed, sleutelRow } from "./region/sealed.js";

const GOAL = 0.5;
const AT_ONCE = 8;
type Statement = { readonly text: string; readonly values: readonly unknown[] };

const codeOf = ({ changes = [] }: Plan): SignaalCode | undefined =>
  changes.flatMap((change) => (change.soort === "signaal_nieuw" ? [change.signaal.code] : []))[0];

/** The plans that taking in a signaal makes, kept instead of stored; one whose code is taken is drawn again, as the bot does. */
const intakePlans = async ({ store }: TestStore, count: number): Promise<readonly Plan[]> => {
  const plans: Plan[] = [];
  const isTaken = async (code: SignaalCode | undefined): Promise<boolean> =>
    code !== undefined && (plans.some((plan) => codeOf(plan) === code) || (await store.findSignaal(code)) !== undefined);
  const keeping = { ...store, commit: async (plan: Plan) => ((await isTaken(codeOf(plan))) ? refuse("code_bezet" as const) : ok(void plans.push(plan))) };
  const persoon = await store.readPersoon("P15" as PersoonId);
  const actor = { persoon, account: { platform: "slack" as const, tenant: "T0", userId: "U0" } };
  const now = new Date();
  while (plans.length < count) {
    const work = { ports: benchPorts(keeping), actor, now, delivery: `in:${randomUUID()}` };
    const inhoud = {
      gezienOp: dagVan(now),
      opgemerkt: "balie",
      omschrijving: "Verzonnen: zeven bedden in één schuur.",
      meldcode: "nee",
      aanvullingen: [],
    } as const;
    const taken = await submitSignaal(work, { gemeenteId: "rivierstede" as GemeenteId, inhoud });
    if (!taken.ok && taken.error.code !== "code_bezet") throw new Error(taken.error.code);
  }
  return plans;
};

const insertOf = (table: string, rows: readonly object[]): Statement => {
  const fields = Object.keys(rows[0] ?? {});
  const places = rows.map((_, r) => `(${fields.map((_field, f) => `$${r * fields.length + f + 1}`).join(", ")})`);
  const text = `INSERT INTO ${table} (${columnsOf([rows[0] as Record<string, unknown>]).join(", ")}) VALUES ${places.join(", ")}`;
  return { text, values: rows.flatMap((row) => fields.map((field) => (row as Record<string, unknown>)[field])) };
};

/** The rows of a plan as somebody would insert them who uses nothing but `pg`: one statement for each table. */
const statementsOf = (plan: Plan, now: Date): readonly Statement[] => {
  const changes = plan.changes ?? [];
  return [
    insertOf("delivery", [{ key: plan.delivery?.key, object: plan.delivery?.object, op: now }]),
    insertOf(
      "sleutel",
      changes.flatMap((change) => (change.soort === "signaal_nieuw" ? [sleutelRow(change.signaal.id)] : [])),
    ),
    insertOf(
      "signaal",
      changes.flatMap((change) => (change.soort === "signaal_nieuw" ? [signaalToRow(sealed, change.signaal)] : [])),
    ),
    insertOf(
      "stap",
      changes.flatMap((change) => (change.soort === "stap" ? [stapToRow(sealed, change.stap)] : [])),
    ),
    insertOf(
      "due_moment",
      (plan.moments ?? []).map(({ soort, objectId, op, stap }) => ({ soort, objectId, op, stap })),
    ),
    insertOf(
      "outgoing",
      (plan.intents ?? []).map((intent) => intentToRow(intent, now)),
    ),
    insertOf(
      "audit_line",
      (plan.audit ?? []).map((line) => auditToRow(line, undefined, now)),
    ),
  ];
};

const bare = async (pool: pg.Pool, statements: readonly Statement[]): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    for (const { text, values } of statements) await client.query(text, [...values]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
};

/** So many per second, some at once. */
const rate = async <T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<number> => {
  const left = [...all];
  const started = performance.now();
  const worker = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await act(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return (all.length * 1_000) / (performance.now() - started);
};

export const transactionNames = ["opslag_intake"] as const;

/** One intake through our store against the same rows through bare `pg` [issue 5, 7]. */
export const measureTransaction = async (db: TestStore, rounds: number, each: number): Promise<readonly Figure[]> => {
  const now = new Date();
  const commit = async (plan: Plan): Promise<void> => {
    const done = await db.store.commit(plan);
    if (!done.ok) throw new Error(done.error);
  };
  const through = async (): Promise<number> => rate(await intakePlans(db, each), commit);
  const without = async (): Promise<number> => {
    const plans = (await intakePlans(db, each)).map((plan) => statementsOf(plan, now));
    return rate(plans, (statements) => bare(db.pool, statements));
  };
  const { ratio, one, other } = await inTurn(rounds, through, without);
  return [{ name: "opslag_intake", value: ratio, unit: "ratio", goal: GOAL, better: "higher", raw: `${perSecond(one)}, pg alone ${perSecond(other)}` }];
};
