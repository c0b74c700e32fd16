import { signaalToRow } from "../../src/adapters/prisma/rows/signaal-rows.js";
import type { SignaalCode } from "../../src/domain/code.js";
import type { Signaal } from "../../src/domain/signaal/signaal.js";
import type { TestStore } from "../support/database.js";
import { type Chats, slackIntake, teamsPickUp } from "./chats.js";
import type { Door } from "./doors.js";
import type { Figure } from "./figure.js";
import { type Load, latencies, sendAll, throughput } from "./load.js";
import { inTurn, ms, perSecond } from "./measure.js";
import { maken } from "./region/make.js";
import { insertRows } from "./region/rows.js";
import { sealed, sleutelRow } from "./region/sealed.js";

export type Doors = { readonly whole: Door; readonly bare: Door };
/** How long each side is under load, and how often. @property warmUp deliveries to both first: a bot runs for weeks, and V8 compiles what is hot in the first thousands. */
export type Effort = { readonly rounds: number; readonly forMs: number; readonly warmUp: number };

const CONNECTIONS = 16;
const SLACK_GOAL = 0.25;
const P99_GOAL_MS = 50;
const TEAMS_GOAL = 0.5;

const compared = async (whole: Load, bare: Load, { rounds, forMs, warmUp }: Effort) => {
  for (const side of [whole, bare]) await sendAll(side, CONNECTIONS, warmUp);
  return inTurn(
    rounds,
    () => throughput(whole, CONNECTIONS, forMs),
    () => throughput(bare, CONNECTIONS, forMs),
  );
};
const rates = ({ one, other }: { readonly one: number; readonly other: number }, library: string): string =>
  `${perSecond(one)}, ${library} alone ${perSecond(other)}`;

export const slackNames = ["slack_intake", "slack_intake_p99"] as const;

/** A signaal through Slack's door, whole, against a Bolt handler that only confirms [issue 5, 7]. */
export const measureSlack = async (chats: Chats, doors: Doors, effort: Effort): Promise<readonly Figure[]> => {
  const next = await slackIntake(chats.slack, doors.whole.url);
  const whole: Load = { url: doors.whole.url, next, expects: "SG-" };
  const found = await compared(whole, { url: doors.bare.url, next, expects: "" }, effort);
  const half = found.one / 2;
  const { p50, p99 } = await latencies(whole, half, effort.forMs * 3);
  return [
    { name: "slack_intake", value: found.ratio, unit: "ratio", goal: SLACK_GOAL, better: "higher", raw: rates(found, "Bolt") },
    { name: "slack_intake_p99", value: p99, unit: "ms", goal: P99_GOAL_MS, better: "lower", raw: `at ${perSecond(half)}: p50 ${ms(p50)}, p99 ${ms(p99)}` },
  ];
};

/** Signalen that nobody has picked up yet. */
const freshSignalen = async ({ pool }: TestStore, count: number): Promise<readonly SignaalCode[]> => {
  const made = maken(new Date());
  const from = 5_000_000;
  const signalen = Array.from({ length: count }, (_none, n): Signaal => {
    const { casusId: _casus, ...signaal } = made.signaal(from + n);
    return { ...signaal, status: "bij_aandachtsfunctionaris", gemeenteId: "rivierstede" as Signaal["gemeenteId"] };
  });
  await insertRows(
    pool,
    "sleutel",
    signalen.map(({ id }) => sleutelRow(id)),
  );
  await insertRows(
    pool,
    "signaal",
    signalen.map((signaal) => signaalToRow(sealed, signaal)),
  );
  // A code that an intake drew before is left out.
  const { rows } = await pool.query<{ code: SignaalCode }>("SELECT code FROM signaal WHERE id = ANY ($1)", [signalen.map(({ id }) => id)]);
  return rows.map(({ code }) => code);
};

export const teamsNames = ["teams_kaartactie"] as const;

/** A button on a card of Teams, whole, against a botbuilder handler that only answers [issue 5, 7]. */
export const measureTeams = async (chats: Chats, doors: Doors, store: TestStore, effort: Effort): Promise<readonly Figure[]> => {
  const MOST_PER_SECOND = 1_500;
  const codes = await freshSignalen(store, 2 * effort.warmUp + Math.ceil(((effort.rounds + 1) * effort.forMs * MOST_PER_SECOND) / 1_000));
  const next = await teamsPickUp(chats.teams, codes);
  const found = await compared({ url: doors.whole.url, next, expects: "Gedaan" }, { url: doors.bare.url, next, expects: "ok" }, effort);
  const { rows } = await store.pool.query<{ count: string }>("SELECT count(*) FROM signaal WHERE behandelaar_id = 'P01'");
  return [
    {
      name: "teams_kaartactie",
      value: found.ratio,
      unit: "ratio",
      goal: TEAMS_GOAL,
      better: "higher",
      raw: `${rates(found, "botbuilder")}, ${rows[0]?.count} picked up`,
    },
  ];
};
