const NBSP = "\u00A0";
const JOINER = "\u2060";
const ANYWHERE = /[\\*_[\]()`~|<>&{}]/g;
/** What makes a list, heading or rule of a line only when it comes first. */
const FIRST = /^([#+\-=]|\d{1,9}(?=[.)]))/;

const escapeLine = (line: string): string => {
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const rest = line.slice(indent.length).replace(ANYWHERE, "\\$&");
  const first = rest.replace(FIRST, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`)).replace(/^(\d{1,9})\./, "$1\\.");
  return NBSP.repeat(indent.length) + first;
};

/** Text of people or of the region file for a TextBlock: Teams reads Markdown there, and `{{DATE(…)}}` as a function. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => (line.trim() === "" ? NBSP : escapeLine(line)))
    .join("\n\n");

const unescapeLine = (line: string): string =>
  line
    .replace(new RegExp(`^${NBSP}+`), (indent) => " ".repeat(indent.length))
    .replace(/\\([\\*_[\]()`~|<>&{}#+\-=.])/g, "$1")
    .replaceAll(JOINER, "");

/** The inverse of `escapeText`, for a chat that does not read Markdown. */
export const unescapeText = (text: string): string =>
  text
    .split("\n\n")
    .map((line) => (line === NBSP ? "" : unescapeLine(line)))
    .join("\n");

/** For a TextRun: no Markdown there, but `{{DATE(…)}}` would still fire. */
export const escapeRun = (text: string): string => text.replaceAll("{{", `{${JOINER}{`);
