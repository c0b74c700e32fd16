import { berichtKaart, wegKaart } from "./cards/cards.js";
import type { Card } from "./domain/card.js";
import type { Bestand } from "./domain/document.js";
import type { Persoon, PersoonId, Taal } from "./domain/persoon/persoon.js";
import { aanwezigheidInteractions } from "./interactions/aanwezigheid.js";
import { actieStapInteractions } from "./interactions/actie-stappen.js";
import { actieLijstInteractions } from "./interactions/acties.js";
import { agendaKaartInteractions } from "./interactions/agenda.js";
import { agendaInteractions } from "./interactions/agenda-link.js";
import { besluitInteractions } from "./interactions/besluiten.js";
import { bestandInteractions, haalDocument } from "./interactions/besluiten-bestand.js";
import { verbeterInteractions } from "./interactions/besluiten-verbeteren.js";
import { bewaarInteractions } from "./interactions/bewaren.js";
import { bezorgingInteractions } from "./interactions/bezorging.js";
import { buitenHoudenInteractions } from "./interactions/buiten-houden.js";
import { casusInteractions } from "./interactions/casus.js";
import { exportInteractions, haalCasusexport } from "./interactions/casusexport.js";
import { type DispatchParts, makeDispatch, show } from "./interactions/dispatch.js";
import { eindeInteractions } from "./interactions/einde.js";
import { homeInteractions } from "./interactions/home.js";
import { inbrengInteractions } from "./interactions/inbreng.js";
import type { Context, Interaction } from "./interactions/interaction.js";
import { inzageInteractions } from "./interactions/inzagelog.js";
import { verzoekInteractions } from "./interactions/inzageverzoek.js";
import { melderInteractions } from "./interactions/melder.js";
import { noodInteractions } from "./interactions/noodtoegang.js";
import { oordeelInteractions } from "./interactions/oordeel.js";
import { looptInteractions } from "./interactions/overleg-loopt.js";
import { overlegInteractions } from "./interactions/overleggen.js";
import { makers } from "./interactions/posted.js";
import { regieInteractions } from "./interactions/regie.js";
import { regionaalInteractions } from "./interactions/regionaal.js";
import { tafelBeheerInteractions } from "./interactions/tafel-beheer.js";
import { inrichtInteractions } from "./interactions/tafel-inrichten.js";
import { tafelInteractions } from "./interactions/tafels.js";
import { triageInteractions } from "./interactions/triage.js";
import { verrijkInteractions } from "./interactions/verrijken.js";
import { vraagInteractions } from "./interactions/vragen.js";
import { zoekInteractions } from "./interactions/zoek-casus.js";
import type { Address, Dispatch } from "./ports/chat.js";
import type { Ports } from "./ports/ports.js";
import type { PubliekReader, Toets } from "./ports/publiek.js";
import type { ClaimedIntent, ClaimedMoment, Intent } from "./ports/work.js";
import { type AgendaInhoud, readAgendaFeed } from "./use-cases/agenda-feed.js";
import { tellClosed } from "./use-cases/bezorging.js";
import { handleMoment } from "./use-cases/handle-moment.js";
import { toetsKanaal } from "./use-cases/publiek.js";
import { beginAct } from "./use-cases/trace.js";

export const interactions: readonly Interaction[] = [
  ...melderInteractions,
  ...triageInteractions,
  ...verrijkInteractions,
  ...vraagInteractions,
  ...oordeelInteractions,
  ...regieInteractions,
  ...eindeInteractions,
  ...casusInteractions,
  ...buitenHoudenInteractions,
  ...actieLijstInteractions,
  ...actieStapInteractions,
  ...tafelInteractions,
  ...inrichtInteractions,
  ...tafelBeheerInteractions,
  ...overlegInteractions,
  ...agendaInteractions,
  ...agendaKaartInteractions,
  ...aanwezigheidInteractions,
  ...inbrengInteractions,
  ...looptInteractions,
  ...regionaalInteractions,
  ...besluitInteractions,
  ...verbeterInteractions,
  ...bestandInteractions,
  ...inzageInteractions,
  ...bewaarInteractions,
  ...bezorgingInteractions,
  ...noodInteractions,
  ...verzoekInteractions,
  ...exportInteractions,
  ...homeInteractions,
  ...zoekInteractions,
];

/** Verbs that show a list for one person without looking into anything. */
const lists = new Set([
  "signaal.meer",
  "actie.meer",
  "tafel.tonen",
  "tafel.overleggen",
  "agenda.link",
  "agenda.tonen",
  "agenda.meer",
  "overleg.loopt",
  "overleg.acties",
  "export.halen",
]);

/** Verbs that open a window for one person, so that a chat with dialogs can ask for one. */
export const opens = (verb: string): boolean => {
  const found = interactions.find((one) => one.id === verb);
  return found !== undefined && (found.form !== undefined || found.look !== undefined || lists.has(verb));
};

export type App = {
  readonly dispatch: Dispatch;
  /** The card of an outgoing intent from the state of now; `undefined` when there is nothing to send any more. */
  readonly render: (intent: Intent) => Promise<Card | undefined>;
  readonly handleMoment: (moment: ClaimedMoment) => Promise<void>;
  /** In the place of a card that stands in a channel twice. */
  readonly strayCard: Card;
  /** A conversation takes no messages: tells who can do something about it. */
  readonly tellClosed: (intent: ClaimedIntent) => Promise<void>;
  /** May what is posted in a channel be read by everybody who is in it now? What turned is on record, and somebody hears it. */
  readonly judgeAudience: (intent: Intent, address: Address, reader: PubliekReader) => Promise<Toets>;
  /** What stands behind a calendar link now. */
  readonly readAgenda: (token: string) => Promise<AgendaInhoud | undefined>;
  /** The file behind a link, once. */
  readonly fetchDocument: (token: string) => Promise<Bestand | undefined>;
  /** Where an intent goes; `undefined` while nobody can be reached there yet. */
  readonly resolveAddress: (intent: Intent) => Promise<Address | undefined>;
};

export type AppParts = {
  readonly ports: Ports;
  readonly taal: Taal;
  readonly onBug: DispatchParts["onBug"];
  readonly onHandled?: NonNullable<DispatchParts["onHandled"]>;
  readonly kick: () => void;
  readonly drukte?: NonNullable<DispatchParts["drukte"]>;
};

/** Where a person reads private messages: the chat he used last, as far as a conversation there is known. */
const privateAddress = async ({ store }: Ports, persoonId: PersoonId): Promise<Address | undefined> => {
  const accounts = [...(await store.accountsVan(persoonId))].sort((a, b) => b.laatstGebruiktOp.getTime() - a.laatstGebruiktOp.getTime());
  return accounts
    .map(
      (account) =>
        account.address ??
        (account.ref.platform === "slack" ? { platform: "slack" as const, tenant: account.ref.tenant, conversationId: account.ref.userId } : undefined),
    )
    .find((address) => address !== undefined);
};

/** A private look, made afresh for this person when it is sent; afterwards a neutral line takes its place. */
const renderPrive = async ({ ports, taal }: AppParts, intent: Intent, persoon: Persoon): Promise<Card | undefined> => {
  const reader = persoon.taal ?? taal;
  if (intent.variant === "voorbij" || !persoon.actief) return berichtKaart({ variant: "prive_voorbij", knoppen: [] }, reader);
  const { verb, data } = JSON.parse(intent.variant ?? "{}") as { verb: string; data: Record<string, string> };
  const found = interactions.find((one) => one.id === verb);
  if (found === undefined) return undefined;
  // A form on this card carries the nonce of the card, so that sending it ends the wait for the neutral line.
  const nonce = intent.objectId.slice(intent.objectId.indexOf(":") + 1);
  const act = beginAct(ports);
  const ctx: Context = {
    ports: { ...act.ports, ids: { ...ports.ids, nonce: () => nonce } },
    spoor: act.spoor,
    actor: { persoon, account: { platform: "teams", tenant: "", userId: "" } },
    now: ports.clock.now(),
    delivery: `prive:${intent.objectId}`,
    taal: reader,
    place: { soort: "prive", conversationId: "" },
    data,
    velden: {},
  };
  const shown = await show(ctx, found);
  return shown.ok ? shown.value : undefined;
};

const renderIntent = async (parts: AppParts, intent: Intent): Promise<Card | undefined> => {
  if (!("persoonId" in intent.to)) return intent.kind === "prive" ? undefined : makers[intent.kind](parts.ports, intent, parts.taal);
  const [persoon] = await parts.ports.store.readPersonen([intent.to.persoonId]);
  // What has to go also goes for who left.
  if (intent.kind === "opruimen") return makers.opruimen(parts.ports, intent, persoon?.taal ?? parts.taal);
  if (persoon === undefined) return undefined;
  if (intent.kind === "prive") return renderPrive(parts, intent, persoon);
  return persoon.actief ? makers[intent.kind](parts.ports, intent, persoon.taal ?? parts.taal) : undefined;
};

/** The whole app between the ports: everything from outside is an argument. */
export const composeApp = (parts: AppParts): App => ({
  dispatch: makeDispatch({ ...parts, interactions }),
  render: (intent) => renderIntent(parts, intent),
  handleMoment: async (moment) => {
    await handleMoment(beginAct(parts.ports).ports, moment);
    parts.kick();
  },
  strayCard: wegKaart(parts.taal),
  tellClosed: async (intent) => {
    await tellClosed(parts.ports, intent);
    parts.kick();
  },
  judgeAudience: async ({ to }, address, reader) => {
    if (!("channelId" in to)) return { mag: true };
    const toets = await toetsKanaal(beginAct(parts.ports).ports, to.channelId, { address, reader });
    parts.kick();
    return toets;
  },
  readAgenda: (token) => readAgendaFeed(parts.ports, token),
  fetchDocument: async (token) => {
    const { ports } = beginAct(parts.ports);
    return (await haalDocument(ports, token, parts.taal)) ?? haalCasusexport(ports, token, parts.taal);
  },
  resolveAddress: (intent) =>
    "channelId" in intent.to ? parts.ports.store.channelAddress(intent.to.channelId) : privateAddress(parts.ports, intent.to.persoonId),
});
