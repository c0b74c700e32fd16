import type { Taal } from "./persoon/persoon.js";

export const documentVormen = ["docx", "md"] as const;
export type DocumentVorm = (typeof documentVormen)[number];

/** A text with headings and lines, before it becomes a file. Only with a watermerk it may hold something of a casus [domein 4]. */
export type DocumentTekst = {
  readonly taal: Taal;
  /** Of the file, without its ending: tells nothing of people or subject. */
  readonly naam: string;
  readonly titel: string;
  readonly onder: readonly string[];
  readonly delen: readonly { readonly kop: string; readonly regels: readonly { readonly naam: string; readonly waarde: string }[] }[];
  /** On every page: who took it, when, and that it goes no further. */
  readonly watermerk?: string;
};

/** A file for one person. */
export type Bestand = { readonly naam: string; readonly mime: string; readonly inhoud: Uint8Array };
