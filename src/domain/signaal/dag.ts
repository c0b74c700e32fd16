import type { Dag } from "./signaal.js";

/** A day as forms and files give it: `2026-11-21`, and one that exists. */
export const isDag = (text: string): text is Dag => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
