import { type Chats, slackIntake } from "./chats.js";
import type { Door } from "./doors.js";
import type { Figure } from "./figure.js";
import { sendAll } from "./load.js";

const GOAL = 1.2;
const CONNECTIONS = 8;
const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;

export const memoryNames = ["geheugen"] as const;

/** Memory of the whole bot after many signalen were taken in, against after the first of them [issue 5, 7]. */
export const measureMemory = async (chats: Chats, whole: Door, requests: { readonly first: number; readonly all: number }): Promise<readonly Figure[]> => {
  const load = { url: whole.url, next: await slackIntake(chats.slack, whole.url), expects: "SG-" };
  await sendAll(load, CONNECTIONS, requests.first);
  const early = await whole.memory();
  await sendAll(load, CONNECTIONS, requests.all - requests.first);
  const late = await whole.memory();
  const said = ({ rss, used }: typeof early, count: number): string => `${megabytes(rss)} (${megabytes(used)} in use) after ${count.toLocaleString("en")}`;
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
