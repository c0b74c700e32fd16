import { readFileSync } from "node:fs";
import type { Soort } from "./redactie.sjablonen.js";

export type Zin = { readonly zin: string; readonly soorten: readonly Soort[] };

/** The public numbers and contacts that the region allows. */
export const toegestaan = ["112", "0900-8844", "0800-7000", "0800-5151", "033-4481186", "0800-2000", "meldpunt@rivierstede.example"] as const;

const leesbaar = (tekst: string): string =>
  tekst.replace(/\\u([0-9A-F]{4})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))).replaceAll("\\n", "\n");

const lees = (naam: string): readonly Zin[] =>
  readFileSync(new URL(`redactie-zinnen/${naam}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((regel) => regel !== "" && !regel.startsWith("#"))
    .map((regel) => {
      const knip = regel.indexOf(": ");
      const soorten = regel.slice(0, knip);
      return { zin: leesbaar(regel.slice(knip + 2)), soorten: soorten === "-" ? [] : (soorten.split(",") as readonly Soort[]) };
    });

/** By hand, looked at while the guard was made. */
export const ontwikkel = lees("ontwikkel");
/** By hand, written before that and measured apart. */
export const achtergehouden = lees("achtergehouden");
/** By hand, longer, written at the end and measured once. */
export const eindmeting = lees("eindmeting");
