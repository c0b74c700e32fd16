import type { Channel, Tafel } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import { puntenVanSoort, sjabloonVan, type VastPunt, vastePunten } from "../domain/tafel/sjabloon.js";
import { say } from "../messages/messages.js";
import { addMens } from "../use-cases/add-mens.js";
import { bindChannel, findChannel, kanaalTafels, unbindChannel } from "../use-cases/bind-channel.js";
import { openSetUpTafel, openTafel } from "../use-cases/open-tafel.js";
import { setVastePunten } from "../use-cases/set-up-tafel.js";
import { openNieuweTafel, startTafel } from "../use-cases/start-tafel.js";
import { andereTafels, type Openstaand, readOpenstaand, stopTafel } from "../use-cases/stop-tafel.js";
import { deny } from "../use-cases/work.js";
import { receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";
import { inrichtFormulier } from "./tafel-inrichten.js";

const keuze = ({ id, naam }: { readonly id: string; readonly naam: string }) => ({ titel: naam, waarde: id });

/** A new tafel: its name first, then the same form as every tafel. */
const nieuw = interaction<FormInput<"tafel_nieuw">>({
  id: "tafel.nieuw",
  form: async (ctx, typed) => {
    const opened = await openNieuweTafel(ctx);
    if (!opened.ok) return opened;
    return ok(form(ctx, "tafel_nieuw", "tafel.nieuw", typed, { keuzes: { convenant: opened.value.convenanten.map(keuze) } }));
  },
  Input: formInput("tafel_nieuw"),
  run: async (ctx, input) => {
    const made = await startTafel(ctx, input);
    if (!made.ok) return made;
    const next = await inrichtFormulier(ctx, {}, made.value.id);
    return next.ok ? ok({ soort: "toon", card: next.value }) : next;
  },
  again: async (ctx, object) => {
    const next = await inrichtFormulier(ctx, {}, object);
    return next.ok ? { soort: "toon", card: next.value } : { soort: "melding", tekst: say(ctx.taal, "error.al_behandeld") };
  },
});

/** "Koppel dit kanaal": asked in the channel itself. */
const kanaal = interaction<FormInput<"tafel_kanaal">>({
  id: "tafel.kanaal",
  form: async (ctx, typed) => {
    const tafels = await kanaalTafels(ctx);
    if (tafels.length === 0) return deny(ctx, "tafel.kanaal", "tafel");
    if (ctx.data.kanaal === undefined) return refuse({ code: "kanaal_niet_hier" });
    return ok(form(ctx, "tafel_kanaal", "tafel.kanaal", typed, { data: { kanaal: ctx.data.kanaal }, keuzes: { tafel: tafels.map(keuze) } }));
  },
  Input: formInput("tafel_kanaal"),
  run: async (ctx, input) => {
    const opened = await openTafel(ctx, input.tafel, "tafel.kanaal");
    if (!opened.ok) return opened;
    const done = await bindChannel(ctx, opened.value, ctx.data.kanaal ?? "");
    return receiptOf(ctx, done, "tafel.kanaal_klaar", { tafel: opened.value.tafel.naam });
  },
});

const chatNaam = { slack: "Slack", teams: "Teams" } as const;
const EINDE = 8;
const kanaalKeuze = (ctx: Context, { id, platform, conversationId, tafelId }: Channel, tafels: readonly Tafel[]) => {
  const tafel = tafels.find((een) => een.id === tafelId)?.naam ?? "";
  const kort = conversationId.replace(/@thread.*$/, "").slice(-EINDE);
  return { titel: say(ctx.taal, "tafel.kanaal_naam", { tafel, chat: chatNaam[platform], kort }), waarde: id as string };
};

/** Of every tafel that he may give a channel; in a channel only that one. */
const kanaalLos = interaction<FormInput<"tafel_kanaal_los">>({
  id: "tafel.kanaal_los",
  form: async (ctx, typed) => {
    const tafels = await kanaalTafels(ctx);
    if (tafels.length === 0) return deny(ctx, "tafel.kanaal_los", "tafel");
    const hier = ctx.data.kanaal === undefined ? undefined : await findChannel(ctx, ctx.data.kanaal);
    const mijn = (await ctx.ports.store.readRegio()).channels.filter(({ tafelId }) => tafels.some(({ id }) => id === tafelId));
    const channels = hier === undefined ? mijn : mijn.filter(({ id }) => id === hier.id);
    if (channels.length === 0) return refuse({ code: "geen_kanaal" });
    const keuzes = { kanaal: channels.map((channel) => kanaalKeuze(ctx, channel, tafels)) };
    const vooraf = channels.length === 1 ? { kanaal: channels[0]?.id } : {};
    return ok(
      form(ctx, "tafel_kanaal_los", "tafel.kanaal_los", typed, { data: ctx.data.kanaal === undefined ? {} : { kanaal: ctx.data.kanaal }, keuzes, vooraf }),
    );
  },
  Input: formInput("tafel_kanaal_los"),
  run: async (ctx, input) => {
    const channel = (await ctx.ports.store.readRegio()).channels.find(({ id }) => id === input.kanaal);
    const opened = await openTafel(ctx, channel?.tafelId ?? "", "tafel.kanaal_los");
    if (!opened.ok) return opened;
    return receiptOf(ctx, await unbindChannel(ctx, opened.value, input.kanaal), "tafel.kanaal_los_klaar", { tafel: opened.value.tafel.naam });
  },
});

const MEESTE = 7;

/** What is still open, by number and code: what it is about is not for who only organises the tafels. */
const openRegels = (ctx: Context, { overleggen, punten, casusPunten, acties, casusActies }: Openstaand): readonly string[] => {
  const codes = [...acties, ...casusActies].map(({ code }) => code);
  const rest = codes.length - MEESTE;
  return [
    say(ctx.taal, "tafel.stop_overleggen", { aantal: overleggen.length }),
    say(ctx.taal, "tafel.stop_punten", { aantal: punten.length, casussen: casusPunten.length }),
    say(ctx.taal, "tafel.stop_acties", { aantal: codes.length, codes: codes.slice(0, MEESTE).join(", ") || "-" }),
    ...(rest > 0 ? [say(ctx.taal, "tafel.stop_rest", { aantal: rest })] : []),
  ];
};

/** Shows what is open before it asks. */
const stoppen = interaction<FormInput<"tafel_stoppen">>({
  id: "tafel.stoppen",
  form: async (ctx, typed) => {
    const opened = await openTafel(ctx, ctx.data.t ?? "", "tafel.stoppen");
    if (!opened.ok) return opened;
    const { tafel, regio } = opened.value;
    const open = await readOpenstaand(ctx.ports, tafel, ctx.now);
    const anderen = open.acties.length === 0 ? [] : await andereTafels(ctx.ports, regio, tafel);
    return ok(
      form(ctx, "tafel_stoppen", "tafel.stoppen", typed, {
        data: { t: tafel.id },
        regels: [tafel.naam, ...openRegels(ctx, open)],
        keuzes: { naar: anderen.map(keuze) },
      }),
    );
  },
  Input: formInput("tafel_stoppen"),
  run: async (ctx, input) => {
    const opened = await openTafel(ctx, ctx.data.t ?? "", "tafel.stoppen");
    if (!opened.ok) return opened;
    return receiptOf(ctx, await stopTafel(ctx, opened.value, input.naar), "tafel.stop_klaar", { tafel: opened.value.tafel.naam });
  },
});

/** The fixed points of this kind of tafel, with their minutes. */
const punten = interaction<FormInput<"tafel_punten">>({
  id: "tafel.punten",
  form: async (ctx, typed) => {
    const opened = await openSetUpTafel(ctx, ctx.data.t ?? "", "tafel.punten");
    if (!opened.ok) return opened;
    const { tafel, inrichting } = opened.value;
    const mijn = puntenVanSoort(tafel.soort);
    const { minuten } = sjabloonVan(tafel.soort, inrichting.vastePunten);
    return ok(
      form(ctx, "tafel_punten", "tafel.punten", typed, {
        data: { t: tafel.id },
        regels: [tafel.naam],
        zonder: (Object.keys(vastePunten) as VastPunt[]).filter((punt) => !mijn.includes(punt)),
        vooraf: Object.fromEntries(mijn.map((punt) => [punt, String(minuten[punt] ?? 0)])),
      }),
    );
  },
  Input: formInput("tafel_punten"),
  run: async (ctx, input) => {
    const opened = await openSetUpTafel(ctx, ctx.data.t ?? "", "tafel.punten");
    return opened.ok ? receiptOf(ctx, await setVastePunten(ctx, opened.value, input), "tafel.punten_klaar") : opened;
  },
});

/** Somebody who has no account takes part or stands in for a participant. */
const mens = interaction<FormInput<"tafel_mens">>({
  id: "tafel.mens",
  form: async (ctx, typed) => {
    const opened = await openSetUpTafel(ctx, ctx.data.t ?? "", "tafel.mens");
    if (!opened.ok) return opened;
    const { tafel, regio, inrichting } = opened.value;
    const deelnemers = await ctx.ports.store.readPersonen(inrichting.deelnemers.map(({ persoonId }) => persoonId));
    const keuzes = {
      organisatie: regio.organisaties.map(keuze),
      vervangt: deelnemers.map((persoon) => ({ titel: `${persoon.naam} (${persoon.organisatieNaam})`, waarde: persoon.id as string })),
    };
    return ok(form(ctx, "tafel_mens", "tafel.mens", typed, { data: { t: tafel.id }, regels: [tafel.naam], keuzes }));
  },
  Input: formInput("tafel_mens"),
  run: async (ctx, input) => {
    const opened = await openSetUpTafel(ctx, ctx.data.t ?? "", "tafel.mens");
    if (!opened.ok) return opened;
    return receiptOf(ctx, await addMens(ctx, opened.value, input), "tafel.mens_klaar", { tafel: opened.value.tafel.naam });
  },
});

export const tafelBeheerInteractions = [nieuw, kanaal, kanaalLos, stoppen, punten, mens];
