import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { documents } from "../../src/adapters/document/documents.js";
import { agendaDoor } from "../../src/adapters/http/agenda.js";
import { documentDoor } from "../../src/adapters/http/document.js";
import { audience, forgetting } from "../../src/adapters/outbox/audience.js";
import { outbox } from "../../src/adapters/outbox/outbox.js";
import { scheduler } from "../../src/adapters/scheduler/scheduler.js";
import { slackFront } from "../../src/adapters/slack/slack-front.js";
import { randomIds, systemClock } from "../../src/adapters/system.js";
import { teamsFront } from "../../src/adapters/teams/teams-front.js";
import { teamsPubliek } from "../../src/adapters/teams/teams-publiek.js";
import { teamsSender } from "../../src/adapters/teams/teams-sender.js";
import { composeApp, opens } from "../../src/app.js";
import { parseCode, type SignaalCode } from "../../src/domain/code.js";
import type { GemeenteId, PersoonId, Platform } from "../../src/domain/persoon/persoon.js";
import type { Channel } from "../../src/domain/regio/regio.js";
import type { Signaal } from "../../src/domain/signaal/signaal.js";
import type { Clock } from "../../src/ports/clock.js";
import type { PubliekReader } from "../../src/ports/publiek.js";
import type { RegioImport } from "../../src/ports/regio-import.js";
import { changesInPlace } from "../../src/ports/work.js";
import type { ChatPerson, Plek } from "./chat-person.js";
import type { TestStore } from "./database.js";
import { actsThen, type Mens } from "./mens.js";
import { type Bot, noted, type Opstelling, regioOp } from "./opstelling.js";
import { FakeSlack } from "./slack/fake-slack.js";
import { deliver } from "./slack/sign.js";
import { signingSecret } from "./slack/slack-bot.js";
import { SlackPerson } from "./slack/slack-person.js";
import { FakeTeams } from "./teams/fake-teams.js";
import { TeamsPerson } from "./teams/teams-person.js";
import { twiceOver } from "./twice-over.js";

export type { Mens } from "./mens.js";
export { beide, chats, type Opstelling } from "./opstelling.js";

/** A Monday morning in the sample year. */
export const maandag = new Date("2026-11-23T09:00:00+01:00");

/** The one clock of the world that is running; a store that is opened with it writes down its time. */
const tijd = { nu: maandag };
export const wereldklok: Clock = { now: () => tijd.nu };

/** @property dialogs false: a chat that shows no windows. @property tweemaal every press and form reaches the bot twice; he who did it gets the first answer. */
export type WereldOpties = { readonly dialogs?: boolean; readonly tweemaal?: boolean };

export class Wereld {
  /** With `tweemaal`: what a repeat heard that the first did not. */
  readonly anders: string[] = [];
  readonly bugs: unknown[] = [];
  readonly log: string[] = [];
  /** Every card that the outbox sent, whole, with its notification text. */
  readonly verzonden: string[] = [];
  #mensen = new Map<string, Mens>();
  #bot!: Bot;
  #pauze = false;
  /** Which workspace and tenants the next bot lets in, instead of those of the chats. */
  toegelaten: { readonly teamId?: string; readonly tenantIds?: readonly string[] } = {};

  private constructor(
    readonly opstelling: Opstelling,
    readonly store: TestStore,
    readonly slack: FakeSlack,
    readonly teams: FakeTeams,
    readonly regio: RegioImport,
    private readonly options: WereldOpties,
  ) {}

  /** Asks for what stands behind a link of the bot, as a calendar does. */
  async haalt(link: string, method = "GET"): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.#poort}${new URL(link).pathname}`, { method });
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
  static async start(opstelling: Opstelling, database: TestStore, options: WereldOpties = {}): Promise<Wereld> {
    const [slack, teams] = await Promise.all([FakeSlack.start(), FakeTeams.start()]);
    // A busy machine is no finding here; how fast the front opens a window is tested with the front.
    slack.triggerLivesMs = 60_000;
    await database.truncate();
    // A region of its own: the store remembers the region that it read.
    const store: TestStore = { ...database, ...(await database.another()) };
    tijd.nu = maandag;
    const regio = regioOp(opstelling, slack, teams);
    await store.importRegio(regio);
    const wereld = new Wereld(opstelling, store, slack, teams, regio, options);
    await wereld.#draai(0);
    const beheerder = new TeamsPerson(teams, { name: "Beheerder", email: "beheer@elders.example" });
    for (const channel of regio.regio.channels) if (channel.platform === "teams") await beheerder.zetBotInTeam(channel.conversationId);
    return wereld;
  }

  /** Starts a bot on the database and the chats that there are. */
  async #draai(port: number): Promise<void> {
    const { slack, teams, store } = this;
    const { dialogs = true, tweemaal = false } = this.options;
    const clock = wereldklok;
    const write = (fields: object, message: string): void => void this.log.push(`${message} ${JSON.stringify(fields)}`);
    const log = { info: write, warn: write, error: write };
    const app = composeApp({
      ports: { store: store.store, clock, ids: randomIds, documents, audit: store.audit, publicUrl: "https://bot.example" },
      taal: "nl",
      onBug: (_referentie, error) => this.bugs.push(error),
      kick: () => undefined,
    });
    const dispatch = tweemaal ? twiceOver(app.dispatch, this.anders) : app.dispatch;
    const web = express();
    // No connection outlives its answer, so that none is found closed after a pause or a restart.
    web.use((_request, response, next) => {
      response.setHeader("connection", "close");
      next();
    });
    agendaDoor(web, { read: app.readAgenda, taal: "nl" });
    documentDoor(web, { fetchDocument: app.fetchDocument, taal: "nl" });
    const readers: { -readonly [P in Platform]?: PubliekReader } = {};
    const publiek = audience({ readers, judge: app.judgeAudience, clock });
    const conversations = forgetting(store.conversations, publiek);
    const slackParts = { dispatch, conversations, clock: systemClock, log };
    const front = slackFront(
      { botToken: "xoxb-test", signingSecret, teamId: this.toegelaten.teamId ?? slack.teamId, apiUrl: slack.apiUrl, taal: "nl" },
      slackParts,
      web,
    );
    const { tenantIds = teams.config.tenantIds } = this.toegelaten;
    const teamsConfig = { ...teams.config, tenantIds, tryOut: !dialogs, host: "127.0.0.1", dialogs, taal: "nl" as const, opens };
    teamsFront(teamsConfig, { dispatch, conversations, clock: systemClock, log }, web);
    Object.assign(readers, { slack: front.publiek, teams: teamsPubliek(teamsConfig, log) });
    const box = outbox({
      work: store.work,
      resolveAddress: app.resolveAddress,
      render: async (intent) => {
        const card = await app.render(intent);
        const existing = changesInPlace(intent.kind) ? await store.work.findPosted(intent) : undefined;
        return card && { card, ...(existing && { existing }) };
      },
      senders: noted({ slack: front.sender, teams: teamsSender(teamsConfig, log) }, (card) => this.verzonden.push(card)),
      clock,
      log,
      random: () => 0,
      sleep: async () => undefined,
      // The clock stands still while everything is sent.
      spacing: { slack: 0, teams: 0 },
      audience: publiek,
      onClosed: app.tellClosed,
      strayCard: app.strayCard,
    });
    const wake = scheduler({ work: store.work, clock, handle: app.handleMoment, log });
    const server = createServer(web);
    await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
    teams.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`);
    this.#bot = { server, drain: () => box.drain(), tick: () => wake.tick(), settled: () => front.settled(), stop: () => front.stop() };
  }

  async #stopBot(): Promise<void> {
    const { server, stop } = this.#bot;
    await stop();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }

  /** The bot stops and a new one starts on the same database; what happens in between, it misses. */
  async herstart(ertussen: () => void = () => undefined): Promise<void> {
    const port = this.#poort;
    await this.#stopBot();
    ertussen();
    await this.#draai(port);
  }

  async stop(): Promise<void> {
    await this.#stopBot();
    await Promise.all([this.slack.stop(), this.teams.stop()]);
  }

  get #poort(): number {
    return (this.#bot.server.address() as AddressInfo).port;
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
    const port = this.#poort;
    return new SlackPerson(this.slack, { url: `http://127.0.0.1:${port}/slack/events`, signingSecret, settled: () => this.#bot.settled() }, user.id);
  }

  #settling(person: ChatPerson, id: string): Mens {
    return actsThen(person, id as PersoonId, () => this.klaar());
  }

  /** Sends everything that waits. */
  async klaar(): Promise<void> {
    if (this.#pauze) return;
    await this.#bot.settled();
    await this.#bot.drain();
  }
  /** What happens inside goes unsent until after it. */
  async zonderVerzenden(act: () => Promise<void>): Promise<void> {
    this.#pauze = true;
    try {
      await act();
    } finally {
      this.#pauze = false;
    }
  }

  /** Time passes until then: everything that falls due on the way happens, in order. */
  async wordt(tijd: string | Date): Promise<void> {
    const doel = typeof tijd === "string" ? new Date(tijd) : tijd;
    while (this.nu < doel) {
      this.nu = await this.#volgende(doel);
      await this.#bot.tick();
      await this.klaar();
    }
  }
  /** The next moment at which something falls due, or the end. */
  async #volgende(doel: Date): Promise<Date> {
    const { rows } = await this.store.pool.query<{ at: Date | null }>(
      "SELECT min(at) AS at FROM (SELECT op AS at FROM due_moment WHERE done_op IS NULL UNION ALL SELECT until FROM recipient_wait WHERE reden = 'opnieuw') due WHERE at > $1 AND at < $2",
      [this.nu, doel],
    );
    return rows[0]?.at ?? doel;
  }

  kanalen(soort: Channel["soort"], gemeente = "rivierstede"): readonly Channel[] {
    return this.regio.regio.channels.filter((channel) => channel.soort === soort && channel.gemeenteId === (gemeente as GemeenteId));
  }
  /** What everybody in a channel reads; the same on each chat that it has. */
  kanaal(soort: Channel["soort"], gemeente = "rivierstede"): string {
    return this.kanaalTeksten(soort, gemeente)[0] ?? "";
  }
  kanaalTeksten(soort: Channel["soort"], gemeente = "rivierstede"): readonly string[] {
    const lezers = this.#lezers;
    return this.kanalen(soort, gemeente).map((channel) => lezers[channel.platform].zietKanaal(channel.conversationId));
  }
  /** Where this person finds the cards of a channel: in the chat that he uses. */
  plek(mens: ChatPerson, soort: Channel["soort"], gemeente = "rivierstede"): Plek {
    const found = this.kanalen(soort, gemeente).find((channel) => channel.platform === mens.platform);
    if (!found) throw new Error(`${gemeente} has no ${soort} on ${mens.platform}`);
    return { in: "kanaal", kanaal: found.conversationId };
  }
  /** The channel of a tafel on the one chat of this arrangement. */
  tafelkanaal(tafel: string): Channel {
    const found = this.regio.regio.channels.find(({ tafelId }) => tafelId === tafel);
    if (!found) throw new Error(`${tafel} has no channel`);
    return found;
  }
  /** From now on these people are in the channel, and with `gedeeld` those of another organisation too; the chat tells the bot so. */
  async inKanaal(
    channel: Channel,
    mensen: readonly Pick<ChatPerson, "userId">[],
    options: { readonly gedeeld?: boolean; readonly stil?: boolean } = {},
  ): Promise<void> {
    const { gedeeld = false, stil = false } = options;
    const leden = mensen.map(({ userId }) => userId);
    await (channel.platform === "slack" ? this.#inSlack(channel, leden, gedeeld, stil) : this.#inTeams(channel, leden, gedeeld, stil));
    await this.klaar();
  }
  async #inSlack({ conversationId }: Channel, leden: readonly string[], gedeeld: boolean, stil: boolean): Promise<void> {
    const was = this.slack.channel(conversationId);
    this.slack.setChannel(conversationId, { leden, gedeeld });
    if (stil) return;
    const user = leden.at(-1) ?? "U0WEG";
    const type =
      gedeeld !== was.gedeeld
        ? gedeeld
          ? "channel_shared"
          : "channel_unshared"
        : leden.length < was.leden.length
          ? "member_left_channel"
          : "member_joined_channel";
    const event = {
      type,
      channel: conversationId,
      event_ts: "1.1",
      ...(type.startsWith("member") ? { user, channel_type: "G", team: this.slack.teamId } : {}),
    };
    const body = JSON.stringify({ type: "event_callback", team_id: this.slack.teamId, event_id: `Ev${this.slack.next()}`, event });
    await deliver(`http://127.0.0.1:${this.#poort}/slack/events`, signingSecret, body, "application/json");
  }
  async #inTeams({ conversationId }: Channel, leden: readonly string[], gedeeld: boolean, stil: boolean): Promise<void> {
    const conversation = this.teams.conversation(conversationId);
    const elders = gedeeld ? [new TeamsPerson(this.teams, { name: "Elders", tenantId: randomUUID() }).member.id] : [];
    const ids = [...this.teams.members.values()].filter(({ aadObjectId }) => leden.includes(aadObjectId)).map(({ id }) => id);
    conversation?.memberIds.splice(0, Number.POSITIVE_INFINITY, ...ids, ...elders);
    if (stil) return;
    const beheerder = new TeamsPerson(this.teams, { name: "Beheerder van het team" });
    await beheerder.meldtLeden(conversationId, ids);
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
    const port = this.#poort;
    return {
      slack: new SlackPerson(this.slack, { url: `http://127.0.0.1:${port}/slack/events`, signingSecret, settled: () => this.#bot.settled() }, "ULEZER"),
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
