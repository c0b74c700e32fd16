import { type Chats, slackIntake } from "./chats.js";
import type { Door } from "./doors.js";
import type { Figure } from "./figure.js";
import { sendAll } from "./load.js";

const GOAL = 1.2;
const CONNECTIONS = 8;
const LOOK_EVERY = 50_000;
type Memory = Awaited<ReturnType<Door["memory"]>>;
const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;

export const memoryNames = ["geheugen"] as const;

/** Memory of the whole bot after many signalen were taken in, against after the first of them [issue 5, 7]. */
export const measureMemory = async (chats: Chats, whole: Door, requests: { readonly first: number; readonly all: number }): Promise<readonly Figure[]> => {
  const load = { url: whole.url, next: await slackIntake(chats.slack, whole.url), expects: "SG-" };
  const said = ({ rss, used }: Memory, count: number): string => `${megabytes(rss)} (${megabytes(used)} in use) after ${count.toLocaleString("en")}`;
  /** Also seen on the way, so that a long run that is broken off says something. */
  const look = async (count: number): Promise<Memory> => {
    const seen = await whole.memory();
    process.stderr.write(`  ${said(seen, count)} requests\n`);
    return seen;
  };
  await sendAll(load, CONNECTIONS, requests.first);
  const early = await look(requests.first);
  let late = early;
  for (let count = requests.first; count < requests.all; ) {
    const more = Math.min(LOOK_EVERY, requests.all - count);
    await sendAll(load, CONNECTIONS, more);
    count += more;
    late = await look(count);
  }
  return [
    {
      name: "geheugen",
      value: late.rss / early.rss,
      unit: "ratio",
      goal: GOAL,
      better: "lower",
      raw: `${said(early, requests.first)}, ${said(late, requests.all)} requests`,
    },
  ];
};
