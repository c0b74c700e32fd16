import { expect } from "vitest";
import { platforms } from "../../src/domain/persoon/persoon.js";
import type { Wereld } from "./wereld.js";

/** Every content text of a scenario holds this word. */
const kanarie = /kanarie/i;
/** What a message of the bot may never tell: judgement, route, kind of exploitation [domein 4]. */
const nooit = /vermoeden|strafrecht|alleen zorg|aanpak van ondermijning|uitbuiting|landbouw|minderjarig|jonger dan 18/i;

/** Everything that stands in either chat, as the chat keeps it: texts, blocks, cards, notifications. */
export const alGeplaatst = ({ slack, teams }: Wereld): readonly string[] => [
  ...slack.messages.map(({ text, blocks }) => JSON.stringify({ text, blocks })),
  ...[...slack.homes.values()].map(({ view }) => JSON.stringify(view)),
  ...[...teams.conversations.values()].flatMap(({ messages }) => messages.map(({ activity }) => JSON.stringify(activity))),
];

/** Nothing that was ever posted or sent holds content, and the channels of a gemeente read the same on every chat. */
export const blijftOnschuldig = (wereld: Wereld): void => {
  expect(alGeplaatst(wereld).filter((tekst) => kanarie.test(tekst))).toEqual([]);
  expect(wereld.verzonden.filter((kaart) => kanarie.test(kaart) || nooit.test(kaart))).toEqual([]);
  expect(wereld.log.filter((regel) => kanarie.test(regel) || nooit.test(regel))).toEqual([]);
  if (platforms.length !== wereld.opstelling.kanalen.length) return;
  for (const soort of ["meldpunt", "aandachtsfunctionaris"] as const)
    for (const gemeente of ["rivierstede", "dijkveld", "wilgenwaard"]) {
      const [slack = "", teams = ""] = wereld.kanaalTeksten(soort, gemeente).map(woorden);
      expect(slack, `${soort} ${gemeente}`).toBe(teams);
    }
};

/** The words that both chats show, whatever their layout; buttons are drawn differently. */
const woorden = (tekst: string): string =>
  tekst
    .replaceAll(/\[[^\]]*\]/g, " ")
    .replaceAll(/[·\s]+/g, " ")
    .trim();
