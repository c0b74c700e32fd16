import { openTestStore } from "../support/database.js";
import type { TeamsPerson } from "../support/teams/teams-person.js";
import { type Mens, maandag, chats as opstellingen, Wereld, wereldklok } from "../support/wereld.js";
import { type Count, counts } from "./count.js";
import type { Run } from "./run.js";

const UUR_MS = 3_600_000;
const LANES = 8;
const codeIn = (text: string): string | undefined => /SG-\w{5}-\w/.exec(text)?.[0];
const melding = {
  "Wat zag u?": "Verzonnen: zes mensen slapen achter een schuur en krijgen geen loon.",
  "Waar merkte u het?": "Bij een controle",
  "Werkt u met de meldcode?": "Nee",
};

/** @property alone in the private chat of one person. */
type Post = { readonly place: string; readonly alone: boolean; readonly text: string };
type Chat = "slack" | "teams";
type Closed = { readonly posts: Post[]; open(): void };

/** Slack takes no message and answers nothing about a channel until it is let in again; what it took is written down. */
const closeSlack = ({ slack }: Wereld): Closed => {
  const posts: Post[] = [];
  let away = true;
  slack.storm = (method, args) => {
    const isPost = method === "chat.postMessage" || method === "chat.update";
    // Nor does it say who is in a channel.
    if (away && (isPost || method.startsWith("conversations."))) return { status: 503 };
    const place = args["channel"] ?? "";
    if (isPost) posts.push({ place, alone: !place.startsWith("C"), text: `${args["text"]} ${args["blocks"]}` });
    return undefined;
  };
  return { posts, open: () => (away = false) };
};

/** The same for Teams; it still says who somebody is that writes to the bot. */
const closeTeams = ({ teams }: Wereld): Closed => {
  const posts: Post[] = [];
  let away = true;
  teams.storm = (call, body) => {
    const place = /^(?:POST|PUT) \/v3\/conversations\/([^/]+)\/activities/.exec(call)?.[1];
    if (away && (place !== undefined || call.includes("/pagedmembers"))) return { status: 503 };
    if (place !== undefined) posts.push({ place, alone: decodeURIComponent(place).startsWith("a:"), text: JSON.stringify(body) });
    return undefined;
  };
  return { posts, open: () => (away = false) };
};
const close: Readonly<Record<Chat, (wereld: Wereld) => Closed>> = { slack: closeSlack, teams: closeTeams };

/** People whom the bot has met before the chat goes away: Teams is told where somebody is by his first message. */
const meet = async (wereld: Wereld, count: number): Promise<readonly Mens[]> => {
  const melders: Mens[] = [];
  for (let nr = 0; nr < count; nr += 1) {
    const melder = await wereld.vreemde(`m${nr}@rivierstede.example`);
    await melder.typt("hulp");
    melders.push(melder);
  }
  return melders;
};

/** From the menu in Teams: the form comes as the answer, not as a message. */
const report = async (melder: Mens | undefined): Promise<string> => {
  if (melder === undefined) throw new Error("nobody is left to report");
  if (melder.platform === "teams") await (melder as unknown as TeamsPerson).kiestUitMenu("signaal");
  else await melder.typt("signaal");
  await melder.vult(melding);
  return codeIn(melder.ziet()) ?? "";
};

/** How often the same words came to the same place. */
const mostRepeated = (posts: readonly Post[]): number => {
  const seen = new Map<string, number>();
  for (const { place, text } of posts) {
    const key = `${place} ${text.replace(/"(block_id|value|id|replyToId|timestamp)":"[^"]*"/g, "")}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...seen.values());
};

const what = ["verstuurd", "verloren", "acuut_plek", "herhaald", "klok_verloren"] as const;
export const awayNames = counts(
  "weg",
  (["slack", "teams"] as const).flatMap((chat) => what.map((name) => `${chat}_${name}`)),
);

const awayFrom = async function* (chat: Chat, signalen: number): AsyncIterable<Count> {
  const opstelling = opstellingen.find(({ name }) => name.toLowerCase() === chat);
  if (opstelling === undefined) throw new Error("no arrangement");
  const count = (name: (typeof what)[number], value: number, goal: number, raw: string): Count => ({
    name: `weg_${chat}_${name}`,
    value,
    goal,
    better: name === "verstuurd" ? "higher" : "lower",
    raw,
  });
  const database = await openTestStore(wereldklok);
  const wereld = await Wereld.start(opstelling, database);
  try {
    const melders = await meet(wereld, signalen + 2);
    const { posts, open } = close[chat](wereld);
    const codes: string[] = [];
    for (const melder of melders.slice(0, signalen)) codes.push(await report(melder));
    const acuut = codes.at(-1) ?? "";
    await database.pool.query("UPDATE signaal SET acuut_op = ontvangen_op WHERE code = $1", [acuut]);
    const uur = (n: number): Date => new Date(maandag.getTime() + n * UUR_MS);
    const lostOf = (some: readonly string[]): number => some.filter((code) => posts.filter(({ text }) => text.includes(code)).length < 2).length;
    await wereld.wordt(uur(24));
    open();
    await wereld.wordt(uur(25));
    const place = posts.findIndex(({ alone, text }) => alone && text.includes(acuut)) + 1;
    yield count("verstuurd", posts.length, signalen * 2, `messages after 24 hours away, ${signalen} signalen`);
    yield count("verloren", lostOf(codes), 0, "signalen without card or receipt");
    yield count("acuut_plek", place, LANES + 1, `place of the receipt of what was acuut and came last, of ${posts.length}`);
    yield count("herhaald", mostRepeated(posts), 1, "times that the same words came to the same place");
    wereld.nu = uur(26);
    const jumped = await report(melders.at(-2));
    wereld.nu = uur(25);
    const back = await report(melders.at(-1));
    await wereld.klaar();
    yield count("klok_verloren", lostOf([jumped, back]), 0, "of 2 signalen around a clock that jumped an hour and back, not sent at once");
  } finally {
    await wereld.stop();
    await database.close();
  }
};

/** A chat is away for a day, and a clock jumps: everything comes later, what is acuut first, and nothing again and again. */
export const away = async function* ({ amount }: Run): AsyncIterable<Count> {
  for (const chat of ["slack", "teams"] as const) yield* awayFrom(chat, amount.away.signalen);
};
