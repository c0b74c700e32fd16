import { meldingKaart } from "../cards/cards.js";
import { zegDatumVoluit } from "../cards/datum.js";
import type { Card } from "../domain/card.js";
import { parseCode } from "../domain/code.js";
import type { Fout } from "../domain/fouten.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { grondSoort } from "../domain/regio/grondslag.js";
import { ok, type Result } from "../domain/result.js";
import type { Dag } from "../domain/tijd/dag.js";
import { isDag } from "../domain/tijd/tijd.js";
import { isMessageKey, say, sayAny } from "../messages/messages.js";
import type { Answer, Dispatch, Handled, Inbound } from "../ports/chat.js";
import type { Ports } from "../ports/ports.js";
import type { Earlier } from "../ports/store.js";
import { noteDubbel } from "../use-cases/bezorging.js";
import { type Act, beginAct } from "../use-cases/trace.js";
import { auditLine } from "../use-cases/work.js";
import { zegKlaar } from "./context.js";
import type { Drukte } from "./drukte.js";
import { homeVan } from "./home.js";
import { identify } from "./identify.js";
import type { Context, Interaction, Typed } from "./interaction.js";

/** Minutes that a private card with details stays in a chat without dialogs [domein 4]. */
const PRIVE_MINUTEN = 15;
const VERSTUUR = "/verstuur";
const MAX_SLEUTEL = 300;
const MAX_DATA = 200;

export type DispatchParts = {
  readonly ports: Ports;
  readonly interactions: readonly Interaction[];
  readonly taal: Taal;
  /** A bug, with the reference that the person was given and the trace of the act; no personal data. */
  readonly onBug: (referentie: string, error: unknown, verb: string, traceId: string) => void;
  /** A delivery got its answer. */
  readonly onHandled?: (handled: Handled) => void;
  /** There is something new to send. */
  readonly kick: () => void;
  /** Absent: nobody is held back. */
  readonly drukte?: Drukte;
};

/** A parameter of an error as people read it: a kind of identifier in words, a day as it is said. */
const gezegd = (taal: Taal, name: string, value: string | number): string | number => {
  if (isMessageKey(`${name}.${value}`)) return sayAny(taal, `${name}.${value}` as "soort.bsn");
  return typeof value === "string" && isDag(value) ? zegDatumVoluit(value as Dag, taal) : value;
};

/** An error in the reader's language. */
export const words = (taal: Taal, fout: Fout): string => {
  const params = Object.fromEntries(Object.entries(fout.params ?? {}).map(([name, value]) => [name, gezegd(taal, name, value)]));
  return sayAny(taal, `error.${fout.code}`, params);
};

/** What the pressed button says that it is about: a code where it is one, so that nothing that was typed comes on record. */
const genoemd = ({ data }: Context): string =>
  (["SG", "C", "A"] as const).flatMap((prefix) => [data.s, data.c, data.a, data.rest].flatMap((typed) => parseCode(prefix, typed ?? "") ?? []))[0] ?? "";

/** No right, or nothing there: on record, also where the use case did not say so. */
const weigeringen: readonly Fout["code"][] = ["geen_toegang", "geen_tafelbeheerder", "geen_recht_agenda", "niet_gevonden", "niet_uitgenodigd"];
const noteRefusal = async (ctx: Context, found: Interaction, { code }: Fout): Promise<void> => {
  if (!weigeringen.includes(code) || ctx.spoor.some(({ resultaat }) => resultaat === "geweigerd")) return;
  await ctx.ports.store.commit({ audit: [auditLine(ctx.actor.persoon.id, found.id, genoemd(ctx) || "onbekend", "geweigerd", ctx.actor.account.platform)] });
};

/** The same for a form at an agendapunt: its signaal or casus; of another point its own id, and without a point the overleg. */
const objectVan = async (ctx: Context): Promise<string> => {
  const { store } = ctx.ports;
  const genoemde = genoemd(ctx);
  if (genoemde !== "") return genoemde;
  const punt = ctx.data.p === undefined ? undefined : await store.findAgendapunt(ctx.data.p);
  if (punt?.casusId !== undefined) return (await store.readCasus(punt.casusId)).code;
  if (punt?.signaalId !== undefined) return (await store.readSignaal(punt.signaalId)).code;
  return punt?.id ?? (await store.findOverleg(ctx.data.m ?? ""))?.id ?? "onbekend";
};

/** A form that shows details is a look too. */
const record = async (ctx: Context, found: Interaction, form: Result<Card, Fout>): Promise<Result<Card, Fout>> => {
  if (!form.ok || !form.value.vertrouwelijk) return form;
  const vraag = ctx.data.v === undefined ? undefined : await ctx.ports.store.findVraag(ctx.data.v);
  const object = vraag === undefined ? await objectVan(ctx) : (await ctx.ports.store.readSignaal(vraag.signaalId)).code;
  const grond = vraag && grondSoort(await ctx.ports.store.readRegio(), vraag.inhoud.grondslag);
  await ctx.ports.store.commit({ audit: [auditLine(ctx.actor.persoon.id, found.id, object, "gezien", ctx.actor.account.platform, grond)] });
  return form;
};

/** Shows the form or look of an interaction; looks are put on record first. */
export const show = async (ctx: Context, found: Interaction, typed: Typed = {}): Promise<Result<Card, Fout>> => {
  if (found.form) return record(ctx, found, await found.form(ctx, typed));
  if (!found.look) throw new Error(`${found.id} shows nothing`);
  const look = await found.look(ctx);
  if (!look.ok) return look;
  const { platform } = ctx.actor.account;
  const seen = [look.value, ...(look.value.ook ?? [])];
  await ctx.ports.store.commit({ audit: seen.map((one) => auditLine(ctx.actor.persoon.id, found.id, one.object, "gezien", platform, one.grondslag)) });
  return ok(look.value.card);
};

const issuesOf = (error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }, taal: Taal): Record<string, string> =>
  Object.fromEntries(
    error.issues.map(({ path, message }) => [
      String(path[0] ?? ""),
      isMessageKey(`error.${message}`) ? sayAny(taal, `error.${message}` as "error.verplicht") : say(taal, "error.ongeldige_keuze"),
    ]),
  );

const melding = (taal: Taal, fout: Fout): Answer => ({ soort: "melding", tekst: words(taal, fout) });

/** The form again, with what was typed and the errors; without a form of its own, one sentence. */
const refused = async (ctx: Context, found: Interaction, fouten: Record<string, string>, fout?: Fout): Promise<Answer> => {
  const aanbod = found.verplaatst && fout?.code === "persoonsgegeven";
  const typed: Typed = { waarden: ctx.velden, fouten, ...(aanbod ? { verplaats: true } : {}) };
  const form = found.form && Object.keys(fouten).length > 0 ? await record(ctx, found, await found.form(ctx, typed)) : undefined;
  if (form?.ok) return { soort: "fouten", card: form.value, fouten, ...(aanbod ? { heel: true } : {}) };
  return melding(ctx.taal, fout ?? (form !== undefined && !form.ok ? form.error : { code: "ongeldige_keuze" }));
};

/** @property earlier this delivery was handled before. */
type Pressed = Context & { readonly earlier?: Earlier; readonly traceId: string };

/** Keeps what is said now, for a repeat. A press says most often nothing, and then nothing is kept. */
const keepAnswer = async (ctx: Context, found: Interaction, answer: Answer): Promise<void> => {
  if (found.again) return;
  const zin = answer.soort === "vervang" ? answer.zin : answer.soort === "niets" && found.form ? "" : undefined;
  if (zin === undefined) return;
  await ctx.ports.store.commit({ changes: [{ soort: "beantwoord", delivery: ctx.delivery, antwoord: { aanId: ctx.actor.persoon.id, zin } }] });
};

/** What a delivery gets that was handled before: what the first got, and only he who got it. A press that changed a card says no more than the first time. */
const repeated = async (ctx: Context, found: Interaction, earlier: Earlier): Promise<Answer> => {
  if (found.again && earlier.object !== undefined) return found.again(ctx, earlier.object);
  const given = found.form ? (earlier.antwoord ?? (await ctx.ports.store.awaitAntwoord(ctx.delivery))) : earlier.antwoord;
  if (given === undefined || given.aanId !== ctx.actor.persoon.id) return found.form ? melding(ctx.taal, { code: "al_behandeld" }) : { soort: "niets" };
  return given.zin === "" ? { soort: "niets" } : zegKlaar(ctx, given.zin);
};

/** How often a code is drawn, while what is drawn is taken already [ADR 6]. */
const TREKKINGEN = 20;

/** Nothing was stored when a code was taken, so the whole runs again and draws another. */
const withFreeCode = async (attempt: () => Promise<Result<Answer, Fout>>): Promise<Result<Answer, Fout>> => {
  let done = await attempt();
  for (let n = 1; n < TREKKINGEN && !done.ok && done.error.code === "code_bezet"; n += 1) done = await attempt();
  return done;
};

const run = async (parts: DispatchParts, ctx: Pressed, found: Interaction): Promise<Answer> => {
  const { run: act } = found;
  if (!act) throw new Error(`${found.id} does nothing`);
  if (ctx.earlier !== undefined) return repeated(ctx, found, ctx.earlier);
  const parsed = found.Input ? found.Input.safeParse(ctx.velden) : { success: true as const, data: undefined };
  if (!parsed.success) return refused(ctx, found, issuesOf(parsed.error, ctx.taal));
  const done = await withFreeCode(() => act(ctx, parsed.data));
  if (done.ok) {
    // It was done: that its words could not be kept is no reason to say otherwise.
    await keepAnswer(ctx, found, done.value).catch((error: unknown) => parts.onBug("", error, found.id, ctx.traceId));
    return done.value;
  }
  // Of two that ran side by side the first was stored, and this one found that there was nothing left to do.
  const won = await ctx.ports.store.findDelivery(ctx.delivery);
  if (won !== undefined) return repeated(ctx, found, won);
  await noteRefusal(ctx, found, done.error);
  return refused(ctx, found, done.error.veld === undefined ? {} : { [done.error.veld]: words(ctx.taal, done.error) }, done.error);
};

/** A client that cannot show a window gets a private card, which the bot replaces by a neutral line later. */
const privately = async (parts: DispatchParts, ctx: Context, verb: string): Promise<Answer> => {
  const persoonId = ctx.actor.persoon.id;
  const objectId = `${persoonId}:${ctx.ports.ids.nonce()}`;
  // What is shown under a right that ends sooner goes with it.
  const nood = await ctx.ports.store.noodtoegangenVan(persoonId, ctx.now);
  const op = new Date(Math.min(ctx.now.getTime() + PRIVE_MINUTEN * 60_000, ...nood.map(({ tot }) => tot.getTime())));
  await ctx.ports.store.commit({
    intents: [{ kind: "prive", objectId, to: { persoonId }, variant: JSON.stringify({ verb, data: ctx.data }) }],
    moments: [{ soort: "prive_neutraal", objectId, op, stap: 0 }],
  });
  parts.kick();
  return ctx.place.soort === "prive" ? { soort: "niets" } : { soort: "melding", tekst: say(ctx.taal, "melding.kijk_prive") };
};

/** Without a window only what may stay in a private chat is shown at once; the rest goes the private way. */
const mayShow = (inbound: Inbound, card: Card): boolean =>
  inbound.canShow && (!card.vertrouwelijk || inbound.place.soort !== "prive" || inbound.event.soort !== "commando");

/** The receipt took the place of the private card: no neutral line has to. */
const keepReceipt = async (ctx: Context): Promise<void> => {
  const doneMoments = [{ soort: "prive_neutraal" as const, objectId: `${ctx.actor.persoon.id}:${ctx.data.n}` }];
  await ctx.ports.store.commit({ doneMoments });
};

/** Does what was asked. Where no card changes by itself, Home shows at once what is left and a window says that it is done. */
const act = async (parts: DispatchParts, inbound: Inbound, ctx: Pressed, found: Interaction): Promise<Answer> => {
  const answer = await run(parts, ctx, found);
  if (answer.soort === "vervang" && !inbound.canShow) await keepReceipt(ctx);
  parts.kick();
  if (answer.soort !== "niets") return answer;
  if (ctx.place.soort === "home") return { soort: "home", card: await homeVan(ctx) };
  if (ctx.place.soort === "dialoog") return { soort: "vervang", card: meldingKaart(say(ctx.taal, "melding.gedaan"), say(ctx.taal, "venster.klaar"), ctx.taal) };
  return answer;
};

const refuseOpen = async (ctx: Context, found: Interaction, fout: Fout): Promise<Answer> => {
  await noteRefusal(ctx, found, fout);
  return melding(ctx.taal, fout);
};

/** Opens a form or look for this person alone. */
const open = async (parts: DispatchParts, inbound: Inbound, ctx: Context, found: Interaction): Promise<Answer> => {
  if (!inbound.canShow) {
    const allowed = found.form ? await found.form(ctx, {}) : await found.look?.(ctx);
    return allowed?.ok === false ? refuseOpen(ctx, found, allowed.error) : privately(parts, ctx, found.id);
  }
  const shown = await show(ctx, found);
  if (!shown.ok) return refuseOpen(ctx, found, shown.error);
  return mayShow(inbound, shown.value) ? { soort: "toon", card: shown.value } : privately(parts, ctx, found.id);
};

const press = async (parts: DispatchParts, inbound: Inbound, ctx: Pressed, verb: string): Promise<Answer> => {
  const submits = verb.endsWith(VERSTUUR);
  const id = submits ? verb.slice(0, -VERSTUUR.length) : verb;
  const found = parts.interactions.find((one) => one.id === id);
  if (found === undefined) return { soort: "toon", card: await homeVan(ctx) };
  return found.run && (submits || (!found.form && !found.look)) ? act(parts, inbound, ctx, found) : open(parts, inbound, ctx, found);
};

const command = async (parts: DispatchParts, inbound: Inbound, ctx: Pressed, woord: string): Promise<Answer> => {
  const first = await ctx.ports.store.commit({ delivery: { key: ctx.delivery } });
  if (!first.ok) return { soort: "niets" };
  const found = parts.interactions.find((one) => one.commando === woord);
  const again: Pressed = { ...ctx, delivery: `${ctx.delivery}:run` };
  if (found !== undefined) return press(parts, inbound, again, found.id);
  return { soort: "toon", card: await homeVan(ctx, true) };
};

/** What no button of ours carries is left out: the character that a database does not store, half a character, and what is too long for a key. */
const storableText = (text: string, max?: number): string => text.slice(0, max).replaceAll("\0", "").toWellFormed();
const storable = (values: Readonly<Record<string, string>>, max?: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, storableText(value, max)]));

/** Details that are not on record are a bug, and are not shown [domein 4]. */
const seenOnRecord = (given: Answer, { spoor }: Act): Answer => {
  const details = "card" in given && given.card.vertrouwelijk;
  if (details && !spoor.some(({ resultaat, object }) => resultaat === "gezien" && object !== "")) throw new Error("details without a line in the audit trail");
  return given;
};

/** Before anything is read: who goes on faster than a person can, waits. */
const heldBack = ({ drukte, ports, taal }: DispatchParts, inbound: Inbound): Answer | undefined => {
  if (drukte?.isTeDruk(inbound, ports.clock.now()) !== true) return undefined;
  return inbound.event.soort === "home" ? { soort: "niets" } : melding(inbound.taal ?? taal, { code: "te_druk" });
};

const answer = async (parts: DispatchParts, inbound: Inbound, { ports, spoor, trace }: Act): Promise<Answer> => {
  const wait = heldBack(parts, inbound);
  if (wait !== undefined) return wait;
  // Apart from the keys of the bot itself: a client must not be able to name one of those.
  const delivery = `in:${storableText(inbound.delivery, MAX_SLEUTEL)}`;
  const { gelinkt, earlier } = await ports.store.readOpening(inbound.account, delivery);
  const actor = await identify(ports, inbound, gelinkt);
  const clientTaal = inbound.taal ?? parts.taal;
  if (!actor.ok) {
    await ports.store.commit({
      audit: [auditLine("systeem", "toegang", `${inbound.account.platform}:${inbound.account.userId}`, "geweigerd", inbound.account.platform)],
    });
    return { soort: "melding", tekst: words(clientTaal, { code: actor.error }) };
  }
  const { event } = inbound;
  const base = {
    ports,
    actor: actor.value,
    now: ports.clock.now(),
    delivery,
    taal: actor.value.persoon.taal ?? clientTaal,
    place: inbound.place,
    canFile: inbound.canFile ?? false,
    spoor,
    traceId: trace.id,
  };
  if (event.soort === "home") return { soort: "home", card: await homeVan({ ...base, data: {}, velden: {} }) };
  if (event.soort === "commando")
    return command(parts, inbound, { ...base, data: event.rest === "" ? {} : storable({ rest: event.rest }, MAX_DATA), velden: {} }, event.woord);
  const pressed: Pressed = { ...base, data: storable(event.data, MAX_DATA), velden: storable(event.velden), ...(earlier && { earlier }) };
  return press(parts, inbound, pressed, event.verb);
};

/** Only what is ours by name: a client can send anything as a verb. */
const verbVan = ({ interactions }: DispatchParts, { event }: Inbound): string => {
  if (event.soort === "home") return "home";
  const asked = event.soort === "actie" && event.verb.endsWith(VERSTUUR) ? event.verb.slice(0, -VERSTUUR.length) : event.soort === "actie" ? event.verb : "";
  const found = interactions.find((one) => (event.soort === "commando" ? one.commando === event.woord : one.id === asked));
  return found?.id ?? "onbekend";
};

const handled = (parts: DispatchParts, inbound: Inbound, { trace }: Act, uitkomst: Handled["uitkomst"]): Handled => ({
  ...(inbound.requestId !== undefined && { requestId: inbound.requestId }),
  traceId: trace.id,
  platform: inbound.account.platform,
  soort: inbound.event.soort,
  verb: verbVan(parts, inbound),
  uitkomst,
  ms: Math.max(0, parts.ports.clock.now().getTime() - trace.begonOp.getTime()),
});

/** The one way in from both chats. A bug becomes one apology with a reference that stands in the log. */
export const makeDispatch =
  (parts: DispatchParts): Dispatch =>
  async (inbound) => {
    const act = beginAct(parts.ports);
    try {
      // Apart from the act: what was done is not undone by it.
      const tidied = noteDubbel(parts.ports, inbound).catch((error: unknown) => parts.onBug("", error, "kaart_dubbel", act.trace.id));
      const [answered] = await Promise.all([answer(parts, inbound, act), tidied]);
      const given = seenOnRecord(answered, act);
      parts.onHandled?.(handled(parts, inbound, act, given.soort));
      return given;
    } catch (error) {
      const referentie = parts.ports.ids.nonce().slice(0, 8);
      parts.onBug(referentie, error, verbVan(parts, inbound), act.trace.id);
      parts.onHandled?.(handled(parts, inbound, act, "fout"));
      return { soort: "melding", tekst: say(inbound.taal ?? parts.taal, "error.bug", { referentie }) };
    }
  };
