import type { DocumentTekst, DocumentVorm } from "../../domain/document.js";
import type { Documents } from "../../ports/documents.js";
import { toMarkdown } from "./markdown.js";

const vormen: Readonly<Record<DocumentVorm, { readonly mime: string; readonly maak: (tekst: DocumentTekst) => Promise<Uint8Array> }>> = {
  docx: { mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", maak: async (tekst) => (await import("./docx.js")).toDocx(tekst) },
  md: { mime: "text/markdown; charset=utf-8", maak: async (tekst) => new TextEncoder().encode(toMarkdown(tekst)) },
};

/** Half characters and control characters: XML has no place for them, and no reader can see them. */
const ONLEESBAAR = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const schoon = (tekst: string): string => tekst.replace(ONLEESBAAR, "");
const schoneTekst = (tekst: DocumentTekst): DocumentTekst => ({
  ...tekst,
  titel: schoon(tekst.titel),
  onder: tekst.onder.map(schoon),
  ...(tekst.watermerk === undefined ? {} : { watermerk: schoon(tekst.watermerk) }),
  delen: tekst.delen.map(({ kop, regels }) => ({
    kop: schoon(kop),
    regels: regels.map(({ naam, waarde }) => ({ naam: schoon(naam), waarde: schoon(waarde) })),
  })),
});

/** Makes the files: Word for who works on in it, Markdown for who reads it anywhere. */
export const documents: Documents = {
  make: async (tekst, vorm) => ({ naam: `${tekst.naam}.${vorm}`, mime: vormen[vorm].mime, inhoud: await vormen[vorm].maak(schoneTekst(tekst)) }),
};
