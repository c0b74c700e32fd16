import { bekijkKaart } from "../cards/cards.js";
import { zegDatum, zegDatumVoluit } from "../cards/datum.js";
import type { Knop } from "../cards/gegevens.js";
import type { Card } from "../domain/card.js";
import type { Fout } from "../domain/fouten.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import { blijvendeKaarten, handleKaart } from "../use-cases/blijvende-kaarten.js";
import { decideVernietiging } from "../use-cases/destroy.js";
import { bewaarGemeenten, findVerlopen } from "../use-cases/find-verlopen.js";
import { proposeVernietiging } from "../use-cases/propose-vernietiging.js";
import { liftStop, stopVernietiging } from "../use-cases/stop-vernietiging.js";
import { deny } from "../use-cases/work.js";
import { bewaarLijst, dossierRegel, kaartPlek, mijnBesluiten, mijnVoorstellen } from "./bewaren-gegevens.js";
import { receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";

/** As many as a window of both chats can hold; the next come when these are done. */
const MEESTE_KEUZES = 20;
const codesUit = (gekozen: string): readonly string[] => [...new Set(gekozen.split(",").filter((code) => code !== ""))];

/** The region, for who has a say here; a refusal is on record. */
const toegang = async (ctx: Context, verb: string): Promise<Result<Regio, Fout>> => {
  const regio = await ctx.ports.store.readRegio();
  return bewaarGemeenten(ctx.actor.persoon, regio).length === 0 ? deny(ctx, verb, "bewaren") : ok(regio);
};

const knop = (verb: string, plek: Knop["plek"]): Knop => ({ verb: `bewaren.${verb}`, data: {}, plek });

/** What is due, what waits for a second person, what is held, which cards a chat keeps, what is still, and what went. */
const tonen = interaction({
  id: "bewaren.tonen",
  look: async (ctx) => {
    const regio = await toegang(ctx, "bewaren.tonen");
    if (!regio.ok) return regio;
    const { lijst, kaarten, groepen } = await bewaarLijst(ctx, regio.value);
    const card = bekijkKaart(
      {
        kop: say(ctx.taal, "bewaren.kop"),
        status: "bewaren",
        groepen,
        nietZichtbaar: groepen.length === 0 ? [say(ctx.taal, "bewaren.leeg")] : [],
        knoppen: [
          ...(mijnBesluiten(ctx, lijst.wacht).length > 0 ? [knop("beslissen", "eerst")] : []),
          ...(mijnVoorstellen(lijst.klaar).length > 0 ? [knop("voorstellen", "naast")] : []),
          knop("stop", "naast"),
          ...(lijst.gestopt.length > 0 ? [knop("stop_opheffen", "meer")] : []),
          ...(kaarten.length > 0 ? [knop("kaarten", "meer")] : []),
        ],
      },
      ctx.taal,
    );
    return ok({ card, object: "bewaren", ook: lijst.gestopt.map(({ stop }) => ({ object: stop.code })) });
  },
});

/** The choice of one or more, with what each is about above it. */
const dossierForm = (
  ctx: Context,
  naam: "vernietigen_voorstellen" | "vernietigen_beslissen",
  verb: string,
  typed: Parameters<typeof form>[3],
  alle: readonly Parameters<typeof dossierRegel>[1][],
): Card => {
  const getoond = alle.slice(0, MEESTE_KEUZES);
  return form(ctx, naam, verb, typed, {
    regels: getoond.map((een) => dossierRegel(ctx, een)),
    keuzes: { dossiers: getoond.map(({ code, categorie }) => ({ titel: `${code} · ${say(ctx.taal, `bewaren.categorie.${categorie}`)}`, waarde: code })) },
  });
};

const voorstellen = interaction<FormInput<"vernietigen_voorstellen">>({
  id: "bewaren.voorstellen",
  form: async (ctx, typed) => {
    const regio = await toegang(ctx, "bewaren.voorstellen");
    if (!regio.ok) return regio;
    const mijn = mijnVoorstellen((await findVerlopen(ctx)).klaar);
    return mijn.length === 0 ? refuse({ code: "niets_verlopen" }) : ok(dossierForm(ctx, "vernietigen_voorstellen", "bewaren.voorstellen", typed, mijn));
  },
  Input: formInput("vernietigen_voorstellen"),
  run: async (ctx, { dossiers }) => {
    const done = await proposeVernietiging(ctx, codesUit(dossiers));
    return receiptOf(ctx, done, "bewaren.voorgesteld", { aantal: done.ok ? done.value : 0 });
  },
});

const beslissen = interaction<FormInput<"vernietigen_beslissen">>({
  id: "bewaren.beslissen",
  form: async (ctx, typed) => {
    const regio = await toegang(ctx, "bewaren.beslissen");
    if (!regio.ok) return regio;
    const { wacht } = await findVerlopen(ctx);
    const mijn = mijnBesluiten(ctx, wacht);
    if (mijn.length === 0) return refuse({ code: wacht.length === 0 ? "niets_voorgesteld" : "tweede_persoon" });
    return ok(dossierForm(ctx, "vernietigen_beslissen", "bewaren.beslissen", typed, mijn));
  },
  Input: formInput("vernietigen_beslissen"),
  run: async (ctx, { dossiers, vernietigen }) => {
    const done = await decideVernietiging(ctx, codesUit(dossiers), vernietigen === "ja" ? "ja" : "nee");
    return receiptOf(ctx, done, vernietigen === "ja" ? "bewaren.is_vernietigd" : "bewaren.is_afgewezen", { aantal: done.ok ? done.value : 0 });
  },
});

const stop = interaction<FormInput<"vernietigen_stop">>({
  id: "bewaren.stop",
  form: async (ctx, typed) => {
    const regio = await toegang(ctx, "bewaren.stop");
    return regio.ok ? ok(form(ctx, "vernietigen_stop", "bewaren.stop", typed)) : regio;
  },
  Input: formInput("vernietigen_stop"),
  run: async (ctx, { code, reden }) => {
    const done = await stopVernietiging(ctx, code, reden);
    return receiptOf(ctx, done, "bewaren.stop_staat", { code: done.ok ? done.value : "" });
  },
});

const opheffen = interaction<FormInput<"vernietigen_stop_opheffen">>({
  id: "bewaren.stop_opheffen",
  form: async (ctx, typed) => {
    const regio = await toegang(ctx, "bewaren.stop_opheffen");
    if (!regio.ok) return regio;
    const { gestopt } = await findVerlopen(ctx);
    if (gestopt.length === 0) return refuse({ code: "geen_stop" });
    const keuzes = { stop: gestopt.map(({ stop: een }) => ({ titel: `${een.code} · ${zegDatumVoluit(dagVan(een.op), ctx.taal)}`, waarde: een.id })) };
    return ok(form(ctx, "vernietigen_stop_opheffen", "bewaren.stop_opheffen", typed, { keuzes }));
  },
  Input: formInput("vernietigen_stop_opheffen"),
  run: async (ctx, input) => {
    const done = await liftStop(ctx, input.stop);
    return receiptOf(ctx, done, "bewaren.stop_weg", { code: done.ok ? done.value : "" });
  },
});

/** Tells two of the same day apart, at the start: on a phone the end of a choice is cut. */
const genummerd = (dagen: readonly string[], nr: number): string => {
  const eerder = dagen.slice(0, nr).filter((dag) => dag === dagen[nr]).length;
  return eerder === 0 ? (dagen[nr] ?? "") : `${dagen[nr]} (${eerder + 1})`;
};

const kaarten = interaction<FormInput<"vernietigen_kaart">>({
  id: "bewaren.kaarten",
  form: async (ctx, typed) => {
    const regio = await toegang(ctx, "bewaren.kaarten");
    if (!regio.ok) return regio;
    const blijvend = await blijvendeKaarten(ctx);
    if (blijvend.length === 0) return refuse({ code: "geen_kaarten" });
    const getoond = blijvend.slice(0, MEESTE_KEUZES);
    const dagen = getoond.map(({ sinds }) => zegDatum(sinds, ctx.taal));
    const kaart = getoond.map((een, nr) => ({ titel: `${genummerd(dagen, nr)} · ${kaartPlek(ctx, regio.value, een)}`, waarde: een.id }));
    return ok(form(ctx, "vernietigen_kaart", "bewaren.kaarten", typed, { keuzes: { kaart } }));
  },
  Input: formInput("vernietigen_kaart"),
  run: async (ctx, { kaart, kaartDaad }) => {
    const daad = kaartDaad === "is_weg" ? "is_weg" : "opnieuw";
    return receiptOf(ctx, await handleKaart(ctx, kaart, daad), `bewaren.kaart.${daad}`);
  },
});

export const bewaarInteractions = [tonen, voorstellen, beslissen, stop, opheffen, kaarten];
