import { expect } from "vitest";
import { actiepuntStatussen } from "../../src/domain/actiepunt/actiepunt.status.js";
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

/** What the actiepunten say that no message may hold: of a casus everything, of the others all but the title. */
export const geheimVanActies = async ({ store }: Pick<Wereld, "store">): Promise<readonly string[]> => {
  const alle = await store.store.actiepunten({ statussen: actiepuntStatussen }, 10_000);
  return alle.flatMap(({ casusId, inhoud: { wat, resultaat, stappen } }) => {
    return [...(casusId === undefined ? [] : [wat]), resultaat, ...stappen.map(({ tekst }) => tekst)].filter(
      (tekst): tekst is string => tekst !== undefined && tekst !== "",
    );
  });
};

/** Nothing that was ever posted, sent, logged or put on the audit trail holds content, and the channels of a gemeente read the same on every chat. */
export const blijftOnschuldig = async (wereld: Wereld): Promise<void> => {
  const geheim = await geheimVanActies(wereld);
  const verraadt = (tekst: string): boolean => geheim.some((one) => tekst.includes(one));
  expect([...alGeplaatst(wereld), ...wereld.verzonden, ...wereld.log].filter(verraadt)).toEqual([]);
  expect(alGeplaatst(wereld).filter((tekst) => kanarie.test(tekst))).toEqual([]);
  expect(wereld.verzonden.filter((kaart) => kanarie.test(kaart) || nooit.test(kaart))).toEqual([]);
  expect(wereld.log.filter((regel) => kanarie.test(regel) || nooit.test(regel))).toEqual([]);
  const { rows: spoor } = await wereld.store.pool.query("SELECT wie, actie, object, resultaat, herkomst, grondslag FROM audit_line");
  expect(spoor.map((regel) => JSON.stringify(regel)).filter((regel) => kanarie.test(regel))).toEqual([]);
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
