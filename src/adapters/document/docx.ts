import { Document, Footer, Header, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import type { DocumentTekst } from "../../domain/document.js";

/** In the properties of the file instead of a person's name. */
const MAKER = "Ketentafel";

const alinea = ({ naam, waarde }: { readonly naam: string; readonly waarde: string }): Paragraph => {
  const regels = waarde.split(/\r?\n/).filter((regel) => regel.trim() !== "");
  const kop = naam === "" ? [] : [new TextRun({ text: `${naam}: `, bold: true })];
  return new Paragraph({
    bullet: { level: 0 },
    children: [...kop, ...regels.map((text, i) => new TextRun({ text, ...(i === 0 ? {} : { break: 1 }) }))],
  });
};

/** The same line at the top and the bottom of every page. */
const opElkePagina = (watermerk: string | undefined) => {
  if (watermerk === undefined) return {};
  const regel = () => new Paragraph({ children: [new TextRun({ text: watermerk, bold: true, color: "595959", size: 18 })] });
  return { headers: { default: new Header({ children: [regel()] }) }, footers: { default: new Footer({ children: [regel()] }) } };
};

/** A Word file with real headings, so that a screen reader finds its way. */
export const toDocx = async ({ taal, titel, onder, delen, watermerk }: DocumentTekst): Promise<Uint8Array> => {
  const document = new Document({
    title: titel,
    creator: MAKER,
    lastModifiedBy: MAKER,
    styles: { default: { document: { run: { font: "Arial", size: 22, language: { value: taal === "nl" ? "nl-NL" : "en-GB" } } } } },
    sections: [
      {
        ...opElkePagina(watermerk),
        children: [
          new Paragraph({ text: titel, heading: HeadingLevel.HEADING_1 }),
          ...onder.map((text) => new Paragraph({ text })),
          ...delen.flatMap(({ kop, regels }) => [new Paragraph({ text: kop, heading: HeadingLevel.HEADING_2 }), ...regels.map(alinea)]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
