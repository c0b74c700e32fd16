import type { DocumentTekst } from "../../domain/document.js";

/** What somebody typed is text: no mark of it means anything. */
const inRegel = (text: string): string => text.replace(/[\\`*_{}[\]<>|#~&]/g, "\\$&");
/** Also not what makes a list, heading or quote of a line only when it comes first. */
const alsRegel = (text: string): string =>
  inRegel(text)
    .replace(/^(\s*)([-+=>])/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/, "$1\\$2");

/** Lines of one value stay under their item of the list. */
const item = ({ naam, waarde }: { readonly naam: string; readonly waarde: string }): string => {
  const [eerste = "", ...rest] = waarde.split(/\r?\n/).filter((regel) => regel.trim() !== "");
  const kop = naam === "" ? "" : `**${inRegel(naam)}:** `;
  return [`- ${kop}${kop === "" ? alsRegel(eerste) : inRegel(eerste)}`, ...rest.map((regel) => `  ${alsRegel(regel)}`)].join("  \n");
};

export const toMarkdown = ({ titel, onder, delen }: DocumentTekst): string => {
  const deel = ({ kop, regels }: DocumentTekst["delen"][number]): string =>
    [`## ${inRegel(kop)}`, ...(regels.length === 0 ? [] : [regels.map(item).join("\n")])].join("\n\n");
  const blokken = [`# ${inRegel(titel)}`, onder.map(alsRegel).join("  \n"), ...delen.map(deel)];
  return `${blokken.join("\n\n")}\n`;
};
