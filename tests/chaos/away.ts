import { openTestStore } from "../support/database.js";
import { maandag, chats as opstellingen, Wereld, wereldklok } from "../support/wereld.js";
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

type Post = { readonly channel: string; readonly text: string };

/** Slack takes no message and answers nothing about a channel until it is let in again; what it took is written down. */
const closeSlack = ({ slack }: Wereld): { readonly posts: Post[]; open(): void } => {
  const posts: Post[] = [];
  let away = true;
  slack.storm = (method, args) => {
    const isPost = method === "chat.postMessage" || method === "chat.update";
    // Nor does it say who is in a channel.
    if (away && (isPost || method.startsWith("conversations."))) return { status: 503 };
    if (!isPost) return undefined;
    posts.push({ channel: args["channel"] ?? "", text: `${args["text"]} ${args["blocks"]}` });
    return undefined;
  };
  return { posts, open: () => (away = false) };
};

const report = async (wereld: Wereld, nr: number): Promise<string> => {
  const melder = await wereld.vreemde(`m${nr}@rivierstede.example`);
  await melder.typt("signaal");
  await melder.vult(melding);
  return codeIn(melder.ziet()) ?? "";
};

/** How often the same words came to the same place. */
const mostRepeated = (posts: readonly Post[]): number => {
  const seen = new Map<string, number>();
  for (const { channel, text } of posts) {
    const key = `${channel} ${text.replace(/"(block_id|value)":"[^"]*"/g, "")}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...seen.values());
};

export const awayNames = counts("weg", ["verstuurd", "verloren", "acuut_plek", "herhaald", "klok_verloren"]);

/** A chat is away for a day, and a clock jumps: everything comes later, what is acuut first, and nothing again and again. */
export const away = async function* ({ amount }: Run): AsyncIterable<Count> {
  const { signalen } = amount.away;
  const [opSlack] = opstellingen;
  if (opSlack === undefined) throw new Error("no arrangement");
  const database = await openTestStore(wereldklok);
  const wereld = await Wereld.start(opSlack, database);
  try {
    const { posts, open } = closeSlack(wereld);
    const codes: string[] = [];
    for (let nr = 0; nr < signalen; nr += 1) codes.push(await report(wereld, nr));
    const acuut = codes.at(-1) ?? "";
    await database.pool.query("UPDATE signaal SET acuut_op = ontvangen_op WHERE code = $1", [acuut]);
    const uur = (n: number): Date => new Date(maandag.getTime() + n * UUR_MS);
    await wereld.wordt(uur(24));
    open();
    await wereld.wordt(uur(25));
    const missing = codes.filter((code) => posts.filter(({ text }) => text.includes(code)).length < 2).length;
    const place = posts.findIndex(({ channel, text }) => !channel.startsWith("C") && text.includes(acuut)) + 1;
    yield {
      name: "weg_verstuurd",
      value: posts.length,
      goal: signalen * 2,
      better: "higher",
      raw: `messages after 24 hours without Slack, ${signalen} signalen`,
    };
    yield { name: "weg_verloren", value: missing, goal: 0, better: "lower", raw: "signalen without card or receipt" };
    yield {
      name: "weg_acuut_plek",
      value: place,
      goal: LANES + 1,
      better: "lower",
      raw: `place of the receipt of what was acuut and came last, of ${posts.length}`,
    };
    yield { name: "weg_herhaald", value: mostRepeated(posts), goal: 1, better: "lower", raw: "times that the same words came to the same place" };
    wereld.nu = uur(26);
    const jumped = await report(wereld, signalen);
    wereld.nu = uur(25);
    const back = await report(wereld, signalen + 1);
    await wereld.klaar();
    const lost = [jumped, back].filter((code) => posts.filter(({ text }) => text.includes(code)).length < 2).length;
    yield {
      name: "weg_klok_verloren",
      value: lost,
      goal: 0,
      better: "lower",
      raw: "of 2 signalen around a clock that jumped an hour and back, not sent at once",
    };
  } finally {
    await wereld.stop();
    await database.close();
  }
};
