import { escapeRun } from "./escape.js";

/** A fact, a heading (no `waarde`), or a sentence (no `naam`). @property zacht said in grey. */
export type Regel = { readonly naam: string; readonly waarde: string; readonly zacht?: boolean };

const label = (naam: string): string => escapeRun(naam.endsWith("?") ? `${naam} ` : `${naam}: `);

/** A long value takes a line per line; the name stands before the first. */
export const regelView = ({ naam, waarde, zacht = false }: Regel) =>
  waarde
    .split(/\r?\n/)
    .filter((regel) => regel.trim() !== "")
    .map((regel, index) => ({
      naam: index === 0 && naam !== "" ? label(naam) : "",
      tekst: escapeRun(regel),
      zacht,
      ruimte: index === 0 ? "Small" : "None",
    }));

export const kopView = (naam: string) => ({ naam: escapeRun(naam), tekst: "", zacht: false, ruimte: "Medium" });
