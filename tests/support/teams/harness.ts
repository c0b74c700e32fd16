import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { TeamsConfig } from "../../../src/adapters/teams/teams-config.js";
import { teamsFront } from "../../../src/adapters/teams/teams-front.js";
import type { Card } from "../../../src/domain/card.js";
import type { Address, Answer, Conversations, Inbound } from "../../../src/ports/chat.js";
import { FakeTeams } from "./fake-teams.js";

type RosterEntry = Parameters<Conversations["rememberRoster"]>[0][number];

/** The Teams front with a stand-in app behind it, on a fake Teams. */
export type Harness = {
  readonly fake: FakeTeams;
  readonly config: TeamsConfig;
  readonly inbounds: Inbound[];
  readonly logged: string[];
  readonly prive: Address[];
  readonly kanalen: Address[];
  readonly veranderd: Address[];
  readonly roster: RosterEntry[];
  answer: (inbound: Inbound) => Answer | Promise<Answer>;
  stop(): Promise<void>;
};

export const startHarness = async (overrides: Partial<TeamsConfig> = {}): Promise<Harness> => {
  const fake = await FakeTeams.start();
  const config: TeamsConfig = {
    ...fake.config,
    tryOut: false,
    host: "127.0.0.1",
    dialogs: true,
    taal: "nl",
    opens: (verb) => verb.startsWith("open."),
    ...overrides,
  };
  const app = express();
  const logged: string[] = [];
  const log = (fields: object, message: string): void => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const harness: Harness = {
    fake,
    config,
    logged,
    inbounds: [],
    prive: [],
    kanalen: [],
    veranderd: [],
    roster: [],
    answer: () => ({ soort: "niets" }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await fake.stop();
    },
  };
  const conversations: Conversations = {
    rememberPrivate: async (_account, address) => void harness.prive.push(address),
    rememberChannel: async (address) => void harness.kanalen.push(address),
    channelChanged: async (address) => void harness.veranderd.push(address),
    rememberRoster: async (entries) => void harness.roster.push(...entries),
  };
  const dispatch = async (inbound: Inbound): Promise<Answer> => {
    harness.inbounds.push(inbound);
    return harness.answer(inbound);
  };
  const clock = { now: () => new Date() };
  teamsFront(config, { dispatch, conversations, clock, log: { info: log, warn: log, error: log } }, app);
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  fake.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`);
  return harness;
};

const aCard = (template: string, body: readonly unknown[], actions: readonly unknown[], extra: Partial<Card> = {}): Card => ({
  template,
  titel: "Signaal",
  tekst: `kaart ${template}`,
  vertrouwelijk: false,
  body: { type: "AdaptiveCard", version: "1.5", fallbackText: template, body, actions },
  ...extra,
});
const button = (title: string, verb: string, data: Readonly<Record<string, string>> = {}, extra: object = {}): object => ({
  type: "Action.Execute",
  title,
  verb,
  data,
  ...extra,
});

export const textCard = (tekst: string, extra: Partial<Card> = {}): Card => aCard("bericht", [{ type: "TextBlock", text: tekst, wrap: true }], [], extra);

export const triageCard = (): Card =>
  aCard(
    "triage",
    [{ type: "TextBlock", text: "Signaal SG-7K3Q-9" }],
    [button("Ik pak dit op", "signaal.oppakken", { s: "SG-7K3Q-9" }), button("Bekijk", "open.bekijk", { s: "SG-7K3Q-9" })],
  );

/** A small form with everything a form has: text, choice, toggle, an error beside a field. */
export const formCard = (
  o: { readonly waarden?: Readonly<Record<string, string>>; readonly fout?: string; readonly vertrouwelijk?: boolean; readonly nonce?: string } = {},
): Card => {
  const choices = [
    { title: "Rivierstede", value: "g1" },
    { title: "Duinwijk", value: "g2" },
  ];
  return aCard(
    "formulier",
    [
      {
        type: "Input.Text",
        id: "tekst",
        label: "Wat zag u?",
        isMultiline: true,
        isRequired: true,
        errorMessage: "Vertel wat u zag.",
        value: o.waarden?.["tekst"] ?? "",
      },
      ...(o.fout ? [{ type: "TextBlock", id: "fout.tekst", text: o.fout, color: "Attention" }] : []),
      { type: "Input.ChoiceSet", id: "gemeente", label: "Gemeente", choices, value: o.waarden?.["gemeente"] ?? "" },
      { type: "Input.Toggle", id: "overleg", label: "Overleg", title: "Eerst overleggen", valueOn: "true", valueOff: "false", value: "false" },
    ],
    [button("Verstuur", "open.melden/verstuur", { n: o.nonce ?? "nonce-1", s: "SG-7K3Q-9" }), button("Hulp", "open.hulp", {}, { mode: "secondary" })],
    { vertrouwelijk: o.vertrouwelijk ?? false },
  );
};
