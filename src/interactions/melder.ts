import { z } from "zod";
import { mijnSignalenKaart, signaalMeldenKaart } from "../cards/cards.js";
import { zegDagVoluit } from "../cards/datum.js";
import { formulieren } from "../cards/formulieren.js";
import type { Knop } from "../cards/gegevens.js";
import { may } from "../domain/delen/permissions.js";
import { type BeschermdVeld, verplaats } from "../domain/delen/redactie-verplaats.js";
import type { Fout } from "../domain/fouten.js";
import type { GemeenteId } from "../domain/persoon/persoon.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, type Result } from "../domain/result.js";
import { contexten, genders, herkomsten, leeftijden, meldcodeAntwoorden, opgemerktBij, type Signaal, type SignaalInhoud } from "../domain/signaal/signaal.js";
import { isOpen } from "../domain/signaal/signaal.status.js";
import { verteldeStatus } from "../domain/signaal/verteld.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import type { Answer } from "../ports/chat.js";
import { addToSignaal, askToWithdraw } from "../use-cases/change-signaal.js";
import { publiekeNummers, submitSignaal } from "../use-cases/submit-signaal.js";
import { commit, doneBy } from "../use-cases/work.js";
import { opened, receipt, receiptOf } from "./context.js";
import { type FormInput, form, formData, formInput } from "./form.js";
import { type Context, interaction, type Typed } from "./interaction.js";

/** Minutes after which somebody who pressed "Er is nu gevaar" and sent nothing is asked whether 112 was called. */
const ACUUT_NAGAAN_MINUTEN = 15;
const SIGNALEN_OP_KAART = 7;

const gemeenteKeuzes = (regio: Regio) => regio.gemeenten.map((gemeente) => ({ titel: gemeente.naam, waarde: gemeente.id }));
const vormKeuzes = (ctx: Context, regio: Regio) => regio.vormen.map((vorm) => ({ titel: vorm[ctx.taal], waarde: vorm.code }));

const meldFormulier = async (ctx: Context, typed: Typed, verplaatst = false): Promise<Result<Answer & { soort: "toon" }, Fout>> => {
  const regio = await ctx.ports.store.readRegio();
  const own = regio.gemeenten.find((gemeente) => gemeente.organisatieId === ctx.actor.persoon.organisatieId);
  const { acuut, w } = ctx.data;
  const gegevens = formData(ctx, "signaal_melden", "signaal.melden", typed, {
    data: { ...(acuut === undefined ? {} : { acuut }), ...(w === undefined ? {} : { w }) },
    keuzes: { gemeente: gemeenteKeuzes(regio), vorm: vormKeuzes(ctx, regio) },
    vooraf: { gemeente: own?.id, gezienOp: dagVan(ctx.now) },
    ...(verplaatst
      ? { waarschuwing: say(ctx.taal, "melden.verplaatst") }
      : ctx.data.rest === "van_bericht"
        ? { waarschuwing: say(ctx.taal, "melden.van_bericht") }
        : {}),
  });
  const aanbod = typed.verplaats ? { verplaats: { veld: "omschrijving", verb: "signaal.verplaatsen" } } : {};
  return ok({ soort: "toon", card: signaalMeldenKaart({ ...gegevens, ...aanbod, acuut: acuut !== undefined }, ctx.taal) });
};

const optional = <const T extends readonly string[]>(allowed: T, waarde: string | undefined): T[number] | undefined => allowed.find((one) => one === waarde);
const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, waarde]) => waarde !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

type MeldInput = FormInput<"signaal_melden"> & { readonly belde112?: string | undefined };

const inhoudVan = (input: MeldInput): SignaalInhoud => ({
  gezienOp: input.gezienOp as Dag,
  opgemerkt: optional(opgemerktBij, input.opgemerkt) ?? "anders",
  omschrijving: input.omschrijving,
  meldcode: optional(meldcodeAntwoorden, input.meldcode) ?? "weet_niet",
  aanvullingen: [],
  ...present({
    adres: input.adres,
    bedrijf: input.bedrijf,
    personen: input.personen,
    vorm: input.vorm,
    leeftijd: optional(leeftijden, input.leeftijd),
    gender: optional(genders, input.gender),
    herkomst: optional(herkomsten, input.herkomst),
    context: optional(contexten, input.context),
  }),
});

/** What "Er is nu gevaar" left in the form: `<persoon>:<nonce>@<time>`; unreadable is as good as now. */
const readAcuut = (acuut: string, { now, actor }: Context): { readonly op: Date; readonly momentId: string } => {
  const own = `${actor.persoon.id}:`;
  const [momentId = "", time = ""] = acuut.split("@");
  const op = new Date(Number(time || Number.NaN));
  return { momentId: momentId.startsWith(own) ? momentId : own, op: Number.isNaN(op.getTime()) || op > now ? now : op };
};

const ontvangen = (ctx: Context, signaal: Pick<Signaal, "code" | "beloofdVoor" | "inhoud">): Answer => {
  const meldcode = signaal.inhoud.meldcode !== "nee";
  return receipt(ctx, meldcode ? "melden.ontvangen_meldcode" : "melden.ontvangen", {
    code: signaal.code,
    datum: zegDagVoluit(signaal.beloofdVoor, ctx.taal, ctx.now),
  });
};

const melden = interaction<MeldInput>({
  id: "signaal.melden",
  commando: "signaal",
  verplaatst: true,
  form: async (ctx, typed) => {
    const answer = await meldFormulier(ctx, typed);
    return answer.ok ? ok(answer.value.card) : answer;
  },
  Input: z.intersection(formInput("signaal_melden"), z.object({ belde112: z.enum(["ik", "ander", "niemand", "onbekend"]).optional() })) as z.ZodType<MeldInput>,
  run: async (ctx, input) => {
    const acuut =
      ctx.data.acuut === undefined
        ? undefined
        : {
            ...readAcuut(ctx.data.acuut, ctx),
            belde112: optional(["ik", "ander", "niemand", "onbekend"] as const, input.belde112) ?? ("onbekend" as const),
          };
    const submitted = await submitSignaal(ctx, {
      gemeenteId: input.gemeente as GemeenteId,
      inhoud: inhoudVan(input),
      ...(acuut === undefined ? {} : { acuut }),
    });
    return submitted.ok ? ok(ontvangen(ctx, submitted.value)) : submitted;
  },
  again: async (ctx, object) => {
    const signaal = await ctx.ports.store.findSignaal(object as Signaal["code"]);
    return signaal === undefined || signaal.melderId !== ctx.actor.persoon.id ? receipt(ctx, "error.al_behandeld") : ontvangen(ctx, signaal);
  },
});

const beschermd = ["adres", "bedrijf", "personen"] as const satisfies readonly BeschermdVeld[];
const perVeld = <T>(waarde: (veld: BeschermdVeld) => T): Record<BeschermdVeld, T> =>
  Object.fromEntries(beschermd.map((veld) => [veld, waarde(veld)])) as Record<BeschermdVeld, T>;
const ruimte = perVeld((veld) => formulieren.signaal_melden.find((een) => een.veld === veld)?.max ?? 0);

/** Moves what points to a person out of the description, as the refusal offers; nothing is stored yet. */
const verplaatsen = interaction({
  id: "signaal.verplaatsen",
  run: async (ctx) => {
    const regio = await ctx.ports.store.readRegio();
    const verwijzing = perVeld((veld) => say(ctx.taal, `melden.verwijzing.${veld}`));
    const { tekst, velden } = verplaats(ctx.velden.omschrijving ?? "", ctx.velden, { allowed: publiekeNummers(regio), max: ruimte, verwijzing });
    const w = String(Number(ctx.data.w ?? 0) + 1);
    const again = await meldFormulier({ ...ctx, data: { ...ctx.data, w } }, { waarden: { ...ctx.velden, ...velden, omschrijving: tekst } }, true);
    return again.ok ? ok({ soort: "fouten", card: again.value.card, fouten: {} }) : again;
  },
});

/** The form from that moment on, in place of the form that was there, so that what was typed does not stand in the chat. @param op `<moment>@<time>` */
const acuutFormulier = async (ctx: Context, op: string): Promise<Result<Answer, Fout>> => {
  const next = await meldFormulier({ ...ctx, data: { acuut: op } }, { waarden: ctx.velden });
  return next.ok ? ok({ soort: "fouten", card: next.value.card, fouten: {} }) : next;
};

/** "Er is nu gevaar": the time is stored at once, then the form goes on with the fields that were typed [T0]. */
const acuut = interaction({
  id: "signaal.acuut",
  run: async (ctx) => {
    const momentId = `${ctx.actor.persoon.id}:${ctx.ports.ids.nonce()}`;
    const op = `${momentId}@${ctx.now.getTime()}`;
    const moment = { soort: "acuut_nagaan" as const, objectId: momentId, op: new Date(ctx.now.getTime() + ACUUT_NAGAAN_MINUTEN * 60_000), stap: 0 };
    const noted = await commit(ctx, { audit: [doneBy(ctx, "acuut", momentId)], moments: [moment] }, op);
    return noted.ok ? acuutFormulier(ctx, op) : noted;
  },
  again: async (ctx, op) => {
    const next = await acuutFormulier(ctx, op);
    return next.ok ? next.value : { soort: "niets" };
  },
});

const rijKnoppen = (signaal: Signaal): readonly Knop[] => {
  const acties = (["signaal.bekijken", "signaal.aanvullen", "signaal.intrekken"] as const).filter((action) => may(["melder"], action, signaal.status));
  return acties.map((verb) => ({ verb, data: { s: signaal.code }, plek: verb === "signaal.intrekken" ? "meer" : "naast" }));
};

export const mijnSignalen = async (ctx: Pick<Context, "ports" | "actor" | "taal" | "now">) => {
  const signalen = await ctx.ports.store.signalenVanMelder(ctx.actor.persoon.id, SIGNALEN_OP_KAART);
  const rijen = signalen.map((signaal) => ({
    code: signaal.code,
    status: verteldeStatus(signaal, ctx.now),
    ontvangenOp: signaal.ontvangenOp,
    intrekkingGevraagd: signaal.intrekkingGevraagdOp !== undefined,
    knoppen: rijKnoppen(signaal),
    ...(isOpen(signaal.status) ? { beloofdVoor: signaal.beloofdVoor } : {}),
  }));
  return mijnSignalenKaart({ rijen, knoppen: [{ verb: "signaal.melden", data: {}, plek: "eerst" }] }, ctx.taal);
};

const mijn = interaction({
  id: "signaal.mijn",
  commando: "mijnsignalen",
  run: async (ctx) => ok({ soort: "toon", card: await mijnSignalen(ctx) }),
});

const aanvullen = interaction<FormInput<"aanvullen">>({
  id: "signaal.aanvullen",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.aanvullen");
    return found.ok ? ok(form(ctx, "aanvullen", "signaal.aanvullen", typed, { code: found.value.signaal.code })) : found;
  },
  Input: formInput("aanvullen"),
  run: async (ctx, { tekst, adres, bedrijf, personen }) => {
    const found = await opened(ctx, "signaal.aanvullen");
    return found.ok
      ? receiptOf(ctx, await addToSignaal(ctx, found.value, { tekst, beschermd: present({ adres, bedrijf, personen }) }), "aanvullen.klaar", {
          code: found.value.signaal.code,
        })
      : found;
  },
});

const intrekken = interaction<FormInput<"intrekken">>({
  id: "signaal.intrekken",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.intrekken");
    return found.ok ? ok(form(ctx, "intrekken", "signaal.intrekken", typed, { code: found.value.signaal.code })) : found;
  },
  Input: formInput("intrekken"),
  run: async (ctx, { reden }) => {
    const found = await opened(ctx, "signaal.intrekken");
    return found.ok ? receiptOf(ctx, await askToWithdraw(ctx, found.value, reden), "intrekken.klaar", { code: found.value.signaal.code }) : found;
  },
});

export const melderInteractions = [melden, verplaatsen, acuut, mijn, aanvullen, intrekken];
export { present };
