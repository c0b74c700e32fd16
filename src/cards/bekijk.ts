import type { Card } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { escapeRun, escapeText } from "./escape.js";
import type { BekijkGegevens } from "./gegevens.js";
import { regelView } from "./regels.js";
import { kaart, knoppen, punten, zeg } from "./woorden.js";

const MAX_BYTES = 23_000;
const MIN_LENGTH = 200;
type Groepen = BekijkGegevens["groepen"];

/** Cuts values to at most `max` characters and says so. */
const inkorten = (groepen: Groepen, max: number, taal: Taal): Groepen =>
  groepen.map((groep) => ({
    kop: groep.kop,
    regels: groep.regels.map(({ naam, waarde }) => ({
      naam,
      waarde: waarde.length <= max ? waarde : `${waarde.slice(0, max)}… ${zeg(taal, "bekijk.ingekort")}`,
    })),
  }));

const statusKey = (status: BekijkGegevens["status"]): string => {
  if (typeof status === "string") return `status.${status}`;
  return "melder" in status ? `melder_status.${status.melder}` : `neutraal.${status.neutraal}`;
};

const codeKop = (code: string, taal: Taal): string =>
  zeg(taal, code.startsWith("C") ? "bekijk.kop_casus" : code.startsWith("A") ? "bekijk.kop_actie" : "bekijk.kop", { code });

const metGroepen = (g: BekijkGegevens, groepen: Groepen, taal: Taal): Card => {
  const kop = g.kop === undefined ? codeKop(g.code ?? "", taal) : escapeText(g.kop);
  const data = {
    kop,
    status: zeg(taal, statusKey(g.status)),
    waarschuwing: escapeRun(g.waarschuwing ?? ""),
    groepen: groepen.map((groep) => ({ kop: escapeText(groep.kop), regels: groep.regels.flatMap(regelView) })),
    nietZichtbaar: g.nietZichtbaar.map((tekst) => ({ tekst: escapeRun(tekst) })),
    heeftVerborgen: g.nietZichtbaar.length > 0,
    voet: zeg(taal, "bekijk.voet"),
    knoppen: knoppen(g.knoppen, taal),
  };
  return kaart("bekijk", { titel: zeg(taal, "bekijk.titel"), tekst: punten(kop, zeg(taal, "bekijk.voet")), taal }, true, data);
};

/** What one person may see of a signaal, for now only; too long for the chats is cut, and says so. */
export const bekijkKaart = (g: BekijkGegevens, taal: Taal): Card => {
  let max = Math.max(MIN_LENGTH, ...g.groepen.flatMap((groep) => groep.regels.map((regel) => regel.waarde.length)));
  let card = metGroepen(g, g.groepen, taal);
  while (Buffer.byteLength(JSON.stringify(card.body)) > MAX_BYTES && max > MIN_LENGTH) {
    max = Math.max(MIN_LENGTH, Math.floor(max * 0.7));
    card = metGroepen(g, inkorten(g.groepen, max, taal), taal);
  }
  return card;
};
