import type { Chats } from "../bench/chats.js";
import type { Chance } from "./random.js";

/** A call that posts something, as the chat saw it come in. @property at milliseconds. @property accepted it stands there, whether the bot heard so or not. */
export type Post = { readonly chat: "slack" | "teams"; readonly conversation: string; readonly at: number; readonly accepted: boolean; readonly text: string };
export type Weather = {
  readonly posts: Post[];
  /** Posts that stand there while the bot was not told. */
  unheard: number;
  /** Conversations that take nothing. */
  readonly forbidden: Set<string>;
  /** Conversations that take their time. */
  readonly slow: Set<string>;
  /** How often things go wrong, 1 as promised, 0 never. */
  strength: number;
};

type Fault = { readonly status?: number; readonly headers?: Record<string, string>; readonly drop?: true | "after"; readonly gone?: true };
const SLOW_MS = 3_000;

/** 20 % too many requests, half of them with a time to wait; 5 % a fault of the chat; 3 % a connection that falls away before, 3 % after. */
const fault = (random: Chance, strength: number): Fault | undefined => {
  const throwOf = random.next() / strength;
  if (throwOf < 0.1) return { status: 429, headers: { "retry-after": "1" } };
  if (throwOf < 0.2) return { status: 429 };
  if (throwOf < 0.25) return { status: 503 };
  if (throwOf < 0.28) return { drop: true };
  return throwOf < 0.31 ? { drop: "after" } : undefined;
};

/** Lets both chats fail as they do, and writes down every post. */
export const stormy = ({ slack, teams }: Chats, random: Chance): Weather => {
  const weather: Weather = { posts: [], unheard: 0, forbidden: new Set(), slow: new Set(), strength: 1 };
  const meet = async (chat: Post["chat"], conversation: string, text: string): Promise<Fault | undefined> => {
    const found: Fault | undefined = weather.forbidden.has(conversation) ? { gone: true } : fault(random, weather.strength);
    const accepted = found === undefined || found.drop === "after";
    if (found?.drop === "after") weather.unheard += 1;
    weather.posts.push({ chat, conversation, at: performance.now(), accepted, text });
    if (weather.slow.has(conversation)) await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    return found;
  };
  slack.storm = async (method, args) => {
    if (method !== "chat.postMessage") return undefined;
    const found = await meet("slack", args["channel"] ?? "", args["text"] ?? "");
    return found?.gone ? { error: "is_archived" } : found;
  };
  teams.storm = async (call, body) => {
    const conversation = /^POST \/v3\/conversations\/([^/]+)\/activities/.exec(call)?.[1];
    if (conversation === undefined) return undefined;
    const found = await meet("teams", decodeURIComponent(conversation), JSON.stringify(body));
    if (found?.gone) return { status: 403, code: "MessageWritesBlocked" };
    return found && { ...found, status: found.status ?? 0 };
  };
  return weather;
};

/** The shortest time between two posts in one conversation. */
export const shortestGap = (posts: readonly Post[]): number => {
  const last = new Map<string, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const { conversation, at } of posts) {
    shortest = Math.min(shortest, at - (last.get(conversation) ?? Number.NEGATIVE_INFINITY));
    last.set(conversation, at);
  }
  return shortest;
};

/** The most posts within one second. */
export const mostPerSecond = (posts: readonly Post[]): number => {
  let first = 0;
  let most = 0;
  for (const [nr, { at }] of posts.entries()) {
    while (at - (posts[first]?.at ?? at) >= 1_000) first += 1;
    most = Math.max(most, nr - first + 1);
  }
  return most;
};
