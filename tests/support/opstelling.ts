import type { Server } from "node:http";
import type { Platform } from "../../src/domain/persoon/persoon.js";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import type { Senders } from "../../src/ports/chat.js";
import type { RegioImport } from "../../src/ports/regio-import.js";
import { oeverland } from "./oeverland.js";
import type { FakeSlack } from "./slack/fake-slack.js";
import type { FakeTeams } from "./teams/fake-teams.js";

/** Which chat each person uses; channels are on the chat of the people who work in them. */
export type Opstelling = { readonly name: string; readonly van: (id: string) => Platform; readonly kanalen: readonly Platform[] };

const werkers = ["P01", "P02", "P05", "P06", "P11", "P12"];
export const chats: readonly Opstelling[] = [
  { name: "Slack", van: () => "slack", kanalen: ["slack"] },
  { name: "Teams", van: () => "teams", kanalen: ["teams"] },
  { name: "melder en partners op Slack, aandachtsfunctionaris op Teams", van: (id) => (werkers.includes(id) ? "teams" : "slack"), kanalen: ["slack", "teams"] },
];
/** Each chat by itself: for what a mixed region cannot change. */
export const beide: readonly Opstelling[] = chats.slice(0, 2);

/** Senders that also note what they send. */
export const noted = (senders: Senders, note: (card: string) => void): Senders =>
  Object.fromEntries(
    Object.entries(senders).map(([platform, sender]) => [
      platform,
      {
        send: (...args: Parameters<typeof sender.send>) => {
          note(JSON.stringify(args[1]));
          return sender.send(...args);
        },
      },
    ]),
  );

/** Oeverland with its channels on the chats of this arrangement. */
export const regioOp = (opstelling: Opstelling, slack: FakeSlack, teams: FakeTeams): RegioImport => {
  const channels = opstelling.kanalen.flatMap((platform) =>
    (["rivierstede", "dijkveld", "wilgenwaard"] as const).flatMap((gemeente) =>
      (gemeente === "rivierstede" ? (["meldpunt", "aandachtsfunctionaris"] as const) : (["aandachtsfunctionaris"] as const)).map((soort) => {
        const conversationId =
          platform === "slack"
            ? slack.addChannel(`C${gemeente.toUpperCase()}${soort.toUpperCase()}`)
            : teams.addConversation("channel", `19:${gemeente}-${soort}@thread.tacv2`).id;
        return { soort, gemeente, platform, tenant: platform === "slack" ? slack.teamId : teams.tenant, conversationId };
      }),
    ),
  );
  const tafels = opstelling.kanalen.map((platform) => ({
    soort: "tafel",
    tafel: "mdo",
    platform,
    tenant: platform === "slack" ? slack.teamId : teams.tenant,
    conversationId: platform === "slack" ? slack.addChannel("CTAFELMDO") : teams.addConversation("channel", "19:tafel-mdo@thread.tacv2").id,
  }));
  const parsed = parseRegioBestand({ ...oeverland(), channels: [...channels, ...tafels] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

/** What runs. */
export type Bot = {
  readonly server: Server;
  readonly drain: () => Promise<void>;
  readonly tick: () => Promise<number>;
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
};
