import type { VastRooster } from "./rooster.js";

/** How people say when a tafel meets; `cron` for what they cannot say this way. */
export const ritmes = ["week", "twee_weken", "eerste", "tweede", "derde", "vierde", "laatste", "cron", "op_verzoek"] as const;
export type Ritme = (typeof ritmes)[number];

/** Monday to Friday as cron numbers them. */
export const weekdagen = ["1", "2", "3", "4", "5"] as const;

const perMaand = { eerste: "#1", tweede: "#2", derde: "#3", vierde: "#4", laatste: "L" } as const;

/** "10.00", "9:30" or "9" as hour and minute; `undefined` when it is no time. */
export const leesTijd = (tekst: string): string | undefined => {
  const found = /^(\d{1,2})(?:[.:](\d{2}))?(?: ?(?:uur|u))?$/.exec(tekst.trim());
  const uur = Number(found?.[1]);
  const minuut = Number(found?.[2] ?? 0);
  return found === null || uur > 23 || minuut > 59 ? undefined : `${String(uur).padStart(2, "0")}:${String(minuut).padStart(2, "0")}`;
};

/** The cron of a rhythm. @param tijd `10:00`. */
export const cronVan = (ritme: Exclude<Ritme, "cron" | "op_verzoek">, weekdag: string, tijd: string): Pick<VastRooster, "cron" | "elke"> => {
  const [uur, minuut] = tijd.split(":").map(Number);
  const dag = ritme === "week" || ritme === "twee_weken" ? weekdag : `${weekdag}${perMaand[ritme]}`;
  return { cron: `${minuut} ${uur} * * ${dag}`, elke: ritme === "twee_weken" ? 2 : 1 };
};

/** The rhythm that people recognise in a rooster, if it is one. */
export const ritmeVan = ({ cron, elke }: Pick<VastRooster, "cron" | "elke">): { readonly ritme: Ritme; readonly weekdag?: string; readonly tijd?: string } => {
  const found = /^(\d{1,2}) (\d{1,2}) \* \* ([1-5])(#[1-4]|L)?$/.exec(cron);
  if (found === null) return { ritme: "cron" };
  const [, minuut = "", uur = "", weekdag = "", keer] = found;
  const tijd = `${Number(uur)}.${minuut.padStart(2, "0")}`;
  if (keer === undefined) return elke <= 2 ? { ritme: elke === 1 ? "week" : "twee_weken", weekdag, tijd } : { ritme: "cron" };
  const ritme = (Object.keys(perMaand) as (keyof typeof perMaand)[]).find((naam) => perMaand[naam] === keer);
  return elke === 1 && ritme !== undefined ? { ritme, weekdag, tijd } : { ritme: "cron" };
};
