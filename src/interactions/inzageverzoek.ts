import { bekijkKaart, meldingKaart } from "../cards/cards.js";
import { zegDagVoluit, zegMoment } from "../cards/datum.js";
import type { Knop, Rij } from "../cards/gegevens.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import { type Inzageverzoek, kanVerlengen, magAfhandelen, termijnVan } from "../domain/rechten/inzageverzoek.js";
import { ok, refuse } from "../domain/result.js";
import { zelfEnNamens } from "../domain/signaal/dossier.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import { askInzage, closeInzage, contactVoor, extendInzage, openInzage } from "../use-cases/ask-inzage.js";
import { receipt, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";

/** What the contact point can do with a request. */
export const verzoekKnoppen = (verzoek: Inzageverzoek, now: Date): readonly Knop[] => {
  const data = { iv: verzoek.id };
  if (verzoek.status !== "open") return [];
  return [
    { verb: "inzage.bekijken", data, plek: "eerst" },
    { verb: "inzage.afhandelen", data, plek: "naast" },
    ...(kanVerlengen(verzoek, now) ? [{ verb: "inzage.verlengen", data, plek: "naast" as const }] : []),
  ];
};

/** Rows of Home: requests that wait for this person as contact point, or for whom he replaces. */
export const verzoekRijen = async (ctx: Context): Promise<readonly Rij[]> => {
  const { persoon } = ctx.actor;
  const open = await ctx.ports.store.openInzageverzoekenBij(zelfEnNamens(persoon));
  return open
    .filter((verzoek) => magAfhandelen(persoon, verzoek))
    .map((verzoek) => ({
      soort: "inzageverzoek",
      datum: verzoek.termijn,
      teLaat: verzoek.termijn < dagVan(ctx.now),
      knoppen: verzoekKnoppen(verzoek, ctx.now),
    }));
};

/** Who has read it closes it next. */
const gelezenKnoppen = (verzoek: Inzageverzoek, now: Date): readonly Knop[] =>
  verzoekKnoppen(verzoek, now)
    .filter(({ verb }) => verb !== "inzage.bekijken")
    .map((knop) => (knop.verb === "inzage.afhandelen" ? { ...knop, plek: "eerst" } : knop));

/** "de FG van uw organisatie": what he is, so that it may stay in a chat. */
const rolVan = (ctx: Context, contact: Persoon): string =>
  say(ctx.taal, contact.organisatieId === ctx.actor.persoon.organisatieId && contact.rollen.some(({ rol }) => rol === "fg") ? "inzage.fg" : "inzage.officer");

const looptZin = (ctx: Context, { gevraagdOp, termijn }: Inzageverzoek): string =>
  say(ctx.taal, "inzage.loopt", { gestart: zegDagVoluit(dagVan(gevraagdOp), ctx.taal, ctx.now), datum: zegDagVoluit(termijn, ctx.taal, ctx.now) });

/** `inzage`: how it goes, and one button that starts it; a second time what runs. */
const vragen = interaction({
  id: "inzage.vragen",
  commando: "inzage",
  form: async (ctx, typed) => {
    const loopt = await ctx.ports.store.openInzageverzoekVan(ctx.actor.persoon.id);
    if (loopt !== undefined) return ok(meldingKaart(looptZin(ctx, loopt), say(ctx.taal, "inzage.venster"), ctx.taal));
    const contact = await contactVoor(ctx.ports, ctx.actor.persoon);
    if (contact === undefined) return refuse({ code: "geen_contactpunt" });
    const datum = zegDagVoluit(termijnVan(ctx.now), ctx.taal, ctx.now);
    const regels = [
      say(ctx.taal, "inzage.uitleg.wie", { contact: rolVan(ctx, contact) }),
      say(ctx.taal, "inzage.uitleg.termijn", { datum }),
      say(ctx.taal, "inzage.uitleg.chat"),
      say(ctx.taal, "inzage.uitleg.ander"),
    ];
    return ok(form(ctx, "inzage", "inzage.vragen", typed, { regels }));
  },
  run: async (ctx) => {
    const done = await askInzage(ctx);
    if (!done.ok) return done;
    const { verzoek, liep } = done.value;
    if (liep) return ok({ soort: "vervang", card: meldingKaart(looptZin(ctx, verzoek), say(ctx.taal, "inzage.venster"), ctx.taal) });
    return ok(receipt(ctx, "inzage.gestart", { datum: zegDagVoluit(verzoek.termijn, ctx.taal, ctx.now) }));
  },
});

const regelsVan = async (ctx: Context, verzoek: Inzageverzoek) => {
  const { naam, functie, organisatieNaam, email } = await ctx.ports.store.readPersoon(verzoek.vanId);
  const regel = (veld: "wie" | "email" | "op" | "termijn" | "reden", waarde: string | undefined) =>
    waarde === undefined || waarde === "" ? [] : [{ naam: say(ctx.taal, `inzage.veld.${veld}`), waarde }];
  return [
    ...regel("wie", [naam, functie, organisatieNaam].filter(Boolean).join(" · ")),
    ...regel("email", email),
    ...regel("op", zegMoment(verzoek.gevraagdOp, ctx.taal, ctx.now)),
    ...regel("termijn", zegDagVoluit(verzoek.termijn, ctx.taal, ctx.now)),
    ...regel("reden", verzoek.inhoud.reden),
  ];
};

/** Who asks, for the contact point; and why it takes longer, also for who asked. */
const bekijken = interaction({
  id: "inzage.bekijken",
  look: async (ctx) => {
    const found = await openInzage(ctx, ctx.data.iv ?? "", "inzage.bekijken", true);
    if (!found.ok) return found;
    const verzoek = found.value;
    const mag = magAfhandelen(ctx.actor.persoon, verzoek);
    const gegevens = {
      kop: say(ctx.taal, "inzage.kop"),
      status: "inzageverzoek" as const,
      groepen: [{ kop: say(ctx.taal, "inzage.groep"), regels: await regelsVan(ctx, verzoek) }],
      nietZichtbaar: mag ? [say(ctx.taal, "inzage.controleer")] : [],
      knoppen: mag ? gelezenKnoppen(verzoek, ctx.now) : [],
    };
    return ok({ card: bekijkKaart(gegevens, ctx.taal), object: verzoek.id });
  },
});

const afhandelen = interaction<FormInput<"inzage_afhandelen">>({
  id: "inzage.afhandelen",
  form: async (ctx, typed) => {
    const found = await openInzage(ctx, ctx.data.iv ?? "", "inzage.afhandelen");
    if (!found.ok) return found;
    return ok(form(ctx, "inzage_afhandelen", "inzage.afhandelen", typed, { data: { iv: found.value.id }, vooraf: { afgehandeldOp: dagVan(ctx.now) } }));
  },
  Input: formInput("inzage_afhandelen"),
  run: async (ctx, { afgehandeldOp }) => {
    const found = await openInzage(ctx, ctx.data.iv ?? "", "inzage.afhandelen");
    return found.ok ? receiptOf(ctx, await closeInzage(ctx, found.value, afgehandeldOp as Dag), "inzage.afgehandeld") : found;
  },
});

const verlengen = interaction<FormInput<"inzage_verlengen">>({
  id: "inzage.verlengen",
  form: async (ctx, typed) => {
    const found = await openInzage(ctx, ctx.data.iv ?? "", "inzage.verlengen");
    if (!found.ok) return found;
    if (!kanVerlengen(found.value, ctx.now)) return refuse({ code: "verlengen_kan_niet" });
    return ok(form(ctx, "inzage_verlengen", "inzage.verlengen", typed, { data: { iv: found.value.id } }));
  },
  Input: formInput("inzage_verlengen"),
  run: async (ctx, { reden }) => {
    const found = await openInzage(ctx, ctx.data.iv ?? "", "inzage.verlengen");
    if (!found.ok) return found;
    const done = await extendInzage(ctx, found.value, reden);
    return done.ok ? ok(receipt(ctx, "inzage.verlengd", { datum: zegDagVoluit(done.value.termijn, ctx.taal, ctx.now) })) : done;
  },
});

export const verzoekInteractions = [vragen, bekijken, afhandelen, verlengen];
