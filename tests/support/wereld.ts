import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { agendaDoor } from "../../src/adapters/http/agenda.js";
import { outbox } from "../../src/adapters/outbox/outbox.js";
import { scheduler } from "../../src/adapters/scheduler/scheduler.js";
import { slackFront } from "../../src/adapters/slack/slack-front.js";
import { randomIds, systemClock } from "../../src/adapters/system.js";
import { teamsFront } from "../../src/adapters/teams/teams-front.js";
import { teamsSender } from "../../src/adapters/teams/teams-sender.js";
import { composeApp, opens } from "../../src/app.js";
import { parseCode, type SignaalCode } from "../../src/domain/code.js";
import type { GemeenteId, PersoonId, Platform } from "../../src/domain/persoon/persoon.js";
import type { Channel } from "../../src/domain/regio/regio.js";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import type { Signaal } from "../../src/domain/signaal/signaal.js";
import type { Senders } from "../../src/ports/chat.js";
import type { Clock } from "../../src/ports/clock.js";
import type { RegioImport } from "../../src/ports/regio-import.js";
import type { ChatPerson, Plek } from "./chat-person.js";
import type { TestStore } from "./database.js";
import { oeverland } from "./oeverland.js";
import { FakeSlack } from "./slack/fake-slack.js";
import { signingSecret } from "./slack/slack-bot.js";
import { SlackPerson } from "./slack/slack-person.js";
import { FakeTeams } from "./teams/fake-teams.js";
import { TeamsPerson } from "./teams/teams-person.js";

/** Which chat each person uses; channels are on the chat of the people who work in them. */
export type Opstelling = { readonly name: string; readonly van: (id: string) => Platform; readonly kanalen: readonly Platform[] };

const werkers = ["P01", "P02", "P05", "P06", "P11", "P12"];
export const chats: readonly Opstelling[] = [
  { name: "Slack", van: () => "slack", kanalen: ["slack"] },
  { name: "Teams", van: () => "teams", kanalen: ["teams"] },
  { name: "melder en partners op Slack, aandachtsfunctionaris op Teams", van: (id) => (werkers.includes(id) ? "teams" : "slack"), kanalen: ["slack", "teams"] },
];

/** A Monday morning in the sample year. */
export const maandag = new Date("2026-11-23T09:00:00+01:00");

/** The one clock of the world that is running; a store that is opened with it writes down its time. */
const tijd = { nu: maandag };
export const wereldklok: Clock = { now: () => tijd.nu };

/** A person of the fictional region: what he does waits until everything that follows from it was sent. */
export type Mens = ChatPerson & { readonly id: PersoonId };

export class Wereld {
  readonly bugs: unknown[] = [];
  readonly log: string[] = [];
  /** Every card that the outbox sent, whole, with its notification text. */
  readonly verzonden: string[] = [];
  #mensen = new Map<string, Mens>();
  #pauze = false;

  private constructor(
    readonly opstelling: Opstelling,
    readonly store: TestStore,
    readonly slack: FakeSlack,
    readonly teams: FakeTeams,
    readonly regio: RegioImport,
    private readonly server: Server,
    private readonly delen: {
      readonly drain: () => Promise<void>;
      readonly tick: () => Promise<number>;
      readonly settled: () => Promise<void>;
      readonly stop: () => Promise<void>;
    },
  ) {}

  /** Asks for what stands behind a link of the bot, as a calendar does. */
  async haalt(link: string): Promise<Response> {
    const { port } = this.server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}${new URL(link).pathname}`);
  }
  /** The bot stands still until then: nothing happens on the way. */
  slaaptTot(moment: string): void {
    tijd.nu = new Date(moment);
  }

  get nu(): Date {
    return tijd.nu;
  }
  set nu(moment: Date) {
    tijd.nu = moment;
  }

  /** The whole bot between both chats, on a database in memory and a clock that the test sets. */
  static async start(opstelling: Opstelling, database: TestStore, options: { readonly dialogs?: boolean } = {}): Promise<Wereld> {
    const [slack, teams] = await Promise.all([FakeSlack.start(), FakeTeams.start()]);
    await database.truncate();
    // A region of its own: the store remembers the region that it read.
    const store: TestStore = { ...database, ...(await database.another()) };
    tijd.nu = maandag;
    const regio = regioOp(opstelling, slack, teams);
    await store.importRegio(regio);
    let wereld: Wereld;
    const clock = wereldklok;
    const write = (fields: object, message: string): void => void wereld.log.push(`${message} ${JSON.stringify(fields)}`);
    const log = { info: write, warn: write, error: write };
    const app = composeApp({
      ports: { store: store.store, clock, ids: randomIds, publicUrl: "https://bot.example" },
      taal: "nl",
      onBug: (_referentie, error) => wereld.bugs.push(error),
      kick: () => undefined,
    });
    const web = express();
    agendaDoor(web, { read: app.readAgenda, taal: "nl" });
    const slackParts = { dispatch: app.dispatch, conversations: store.conversations, clock: systemClock, log };
    const front = slackFront({ botToken: "xoxb-test", signingSecret, teamId: slack.teamId, apiUrl: slack.apiUrl, taal: "nl" }, slackParts, web);
    const teamsConfig = {
      ...teams.config,
      tryOut: options.dialogs === false,
      host: "127.0.0.1",
      dialogs: options.dialogs !== false,
      taal: "nl" as const,
      opens,
    };
    teamsFront(teamsConfig, { dispatch: app.dispatch, conversations: store.conversations, clock: systemClock, log }, web);
    const box = outbox({
      work: store.work,
      resolveAddress: app.resolveAddress,
      render: async (intent) => {
        const card = await app.render(intent);
        const existing = card && (await store.work.findPosted(intent));
        return card && { card, ...(existing && { existing }) };
      },
      senders: noted({ slack: front.sender, teams: teamsSender(teamsConfig, log) }, (card) => wereld.verzonden.push(card)),
      clock,
      log,
      random: () => 0,
      sleep: async () => undefined,
    });
    const wake = scheduler({ work: store.work, clock, handle: app.handleMoment, log });
    const server = createServer(web);
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    teams.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`);
    wereld = new Wereld(opstelling, store, slack, teams, regio, server, {
      drain: () => box.drain(),
      tick: () => wake.tick(),
      settled: () => front.settled(),
      stop: () => front.stop(),
    });
    const beheerder = new TeamsPerson(teams, { name: "Beheerder", email: "beheer@elders.example" });
    for (const channel of regio.regio.channels) if (channel.platform === "teams") await beheerder.zetBotInTeam(channel.conversationId);
    return wereld;
  }

  async stop(): Promise<void> {
    await this.delen.stop();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    await Promise.all([this.slack.stop(), this.teams.stop()]);
  }

  /** A person of the region in his chat; the first time he opens Home, as the bot meets him. */
  async mens(id: string, options: { readonly ontmoet?: boolean } = {}): Promise<Mens> {
    const known = this.#mensen.get(id);
    if (known) return known;
    const persoon = this.regio.personen.find((one) => one.id === id);
    const naam = persoon?.naam ?? id;
    const email = persoon?.email ?? `${id}@rivierstede.example`;
    const mens = this.#settling(
      this.opstelling.van(id) === "slack" ? this.#slackPerson(id, naam, email) : new TeamsPerson(this.teams, { name: naam, email }),
      id,
    );
    this.#mensen.set(id, mens);
    if (options.ontmoet !== false) await mens.opent("home");
    return mens;
  }

  /** Somebody who stands in no file, by his e-mail. */
  async vreemde(email: string, more: { readonly gast?: boolean } = {}): Promise<Mens> {
    const id = email.split("@")[0] ?? email;
    if (this.opstelling.van("vreemde") === "slack") return this.#settling(this.#slackPerson(id, id, email, more.gast), id);
    return this.#settling(new TeamsPerson(this.teams, { name: id, email, ...(more.gast ? { userRole: "guest" as const } : {}) }), id);
  }

  #slackPerson(id: string, naam: string, email: string, gast = false): SlackPerson {
    const user = this.slack.addUser({ id: `U${id.toUpperCase()}`, naam, email, gast });
    const { port } = this.server.address() as AddressInfo;
    return new SlackPerson(this.slack, { url: `http://127.0.0.1:${port}/slack/events`, signingSecret, settled: this.delen.settled }, user.id);
  }

  /** Every act is followed by everything that it sets off, unless the outbox is paused. */
  #settling(person: ChatPerson, id: string): Mens {
    const acts = new Set(["typt", "opent", "klikt", "vult", "opnieuw", "kiestUitMenu", "snelkoppeling"]);
    return new Proxy(person, {
      get: (target, name) => {
        if (name === "id") return id;
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        if (!acts.has(String(name))) return value.bind(target);
        return async (...args: unknown[]) => {
          await (value as (...args: unknown[]) => Promise<void>).apply(target, args);
          await this.klaar();
        };
      },
    }) as Mens;
  }

  /** Sends everything that waits. */
  async klaar(): Promise<void> {
    if (this.#pauze) return;
    await this.delen.settled();
    await this.delen.drain();
  }
  /** What happens inside goes unsent until after it. */
  async zonderVerzenden(act: () => Promise<void>): Promise<void> {
    this.#pauze = true;
    await act();
    this.#pauze = false;
  }

  /** Time passes until then: everything that falls due on the way happens, in order. */
  async wordt(tijd: string | Date): Promise<void> {
    const doel = typeof tijd === "string" ? new Date(tijd) : tijd;
    while (this.nu < doel) {
      this.nu = new Date(Math.min(doel.getTime(), this.nu.getTime() + 30 * 60_000));
      await this.delen.tick();
      await this.klaar();
    }
  }

  kanalen(soort: Channel["soort"], gemeente = "rivierstede"): readonly Channel[] {
    return this.regio.regio.channels.filter((channel) => channel.soort === soort && channel.gemeenteId === (gemeente as GemeenteId));
  }
  /** What everybody in a channel reads; the same on each chat that it has. */
  kanaal(soort: Channel["soort"], gemeente = "rivierstede"): string {
    const texts = this.kanalen(soort, gemeente).map((channel) => this.#inKanaal(channel));
    return texts[0] ?? "";
  }
  kanaalTeksten(soort: Channel["soort"], gemeente = "rivierstede"): readonly string[] {
    return this.kanalen(soort, gemeente).map((channel) => this.#inKanaal(channel));
  }
  /** Where this person finds the cards of a channel: in the chat that he uses. */
  plek(mens: ChatPerson, soort: Channel["soort"], gemeente = "rivierstede"): Plek {
    const found = this.kanalen(soort, gemeente).find((channel) => channel.platform === mens.platform);
    if (!found) throw new Error(`${gemeente} has no ${soort} on ${mens.platform}`);
    return { in: "kanaal", kanaal: found.conversationId };
  }
  /** What everybody in the channels of a tafel reads, per chat. */
  tafelTeksten(tafel: string): readonly string[] {
    return this.regio.regio.channels.filter(({ tafelId }) => tafelId === tafel).map((channel) => this.#inKanaal(channel));
  }
  plekTafel(mens: ChatPerson, tafel: string): Plek {
    const found = this.regio.regio.channels.find((channel) => channel.tafelId === tafel && channel.platform === mens.platform);
    if (!found) throw new Error(`${tafel} has no channel on ${mens.platform}`);
    return { in: "kanaal", kanaal: found.conversationId };
  }
  #inKanaal(channel: Channel): string {
    const reader = this.#lezers[channel.platform];
    return reader.zietKanaal(channel.conversationId);
  }
  get #lezers(): Record<Platform, ChatPerson> {
    const { port } = this.server.address() as AddressInfo;
    return {
      slack: new SlackPerson(this.slack, { url: `http://127.0.0.1:${port}/slack/events`, signingSecret, settled: this.delen.settled }, "ULEZER"),
      teams: new TeamsPerson(this.teams, { name: "Lezer" }),
    };
  }

  async signaal(code: string): Promise<Signaal> {
    const parsed = parseCode("SG", code);
    const found = parsed && (await this.store.store.findSignaal(parsed as SignaalCode));
    if (!found) throw new Error(`no signaal ${code}`);
    return found;
  }
}

/** Senders that also note what they send. */
const noted = (senders: Senders, note: (card: string) => void): Senders =>
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
const regioOp = (opstelling: Opstelling, slack: FakeSlack, teams: FakeTeams): RegioImport => {
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
