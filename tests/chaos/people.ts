import type { RegioImport } from "../../src/ports/regio-import.js";
import type { Chats } from "../bench/chats.js";
import { oeverlandImport, slackUser } from "../bench/region/fill.js";
import { oeverland } from "../support/oeverland.js";
import { TeamsPerson } from "../support/teams/teams-person.js";

/** More hands than the fictional region has, so that nobody works faster than a person can. */
export const melderIds = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `M${n + 1}`);
export const analistIds = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `A${n + 1}`);

const persoon = (id: string, rol: string) => ({
  id,
  naam: `Verzonnen ${id}`,
  functie: rol,
  organisatie: "gemeente-rivierstede",
  email: `${id.toLowerCase()}@rivierstede.example`,
  rollen: [{ rol, gemeente: "rivierstede" }],
});

/** The channels of the gemeenten and of one tafel, in Slack. */
const channelsIn = ({ slack }: Chats): readonly object[] => {
  const at = (conversationId: string) => ({ platform: "slack", tenant: slack.teamId, conversationId: slack.addChannel(conversationId) });
  return [
    { soort: "meldpunt", gemeente: "rivierstede", ...at("CMELDPUNT") },
    ...["rivierstede", "dijkveld", "wilgenwaard"].map((gemeente) => ({ soort: "aandachtsfunctionaris", gemeente, ...at(`CAF${gemeente.toUpperCase()}`) })),
    { soort: "tafel", tafel: "mdo", ...at("CMDO") },
  ];
};

/** Oeverland with so many more melders and analisten, its channels in this Slack. */
export const fullRegio = (chats: Chats, melders: number, analisten: number): RegioImport => {
  const { personen } = oeverland() as { personen: readonly object[] };
  const more = [...melderIds(melders).map((id) => persoon(id, "accenthouder")), ...analistIds(analisten).map((id) => persoon(id, "analist"))];
  return oeverlandImport({ personen: [...personen, ...more], channels: channelsIn(chats) });
};

/** In Slack's directory; the bot links them when it starts. */
export const joinSlack = ({ slack }: Chats, ids: readonly string[]): void => {
  for (const id of ids) slack.addUser({ id: slackUser(id), naam: `Verzonnen ${id}`, email: `${id.toLowerCase()}@rivierstede.example` });
};

/** In the tenant of Teams; the bot links them when they act. */
export const joinTeams = ({ teams }: Chats, ids: readonly string[]): readonly TeamsPerson[] =>
  ids.map((id) => new TeamsPerson(teams, { name: `Verzonnen ${id}`, email: `${id.toLowerCase()}@rivierstede.example` }));
