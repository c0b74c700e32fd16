import { documentLinkKaart } from "../cards/cards.js";
import { type Bestand, type DocumentVorm, documentVormen } from "../domain/document.js";
import type { Persoon, Taal } from "../domain/persoon/persoon.js";
import { ok, refuse } from "../domain/result.js";
import { say } from "../messages/messages.js";
import type { Ports } from "../ports/ports.js";
import { askFile, DOCUMENT_MINUTEN, makeDocumentLink, useDocumentLink } from "../use-cases/besluiten-bestand.js";
import { type OpenedBesluiten, readBesluiten } from "../use-cases/open-besluiten.js";
import { commit, doneBy, type Outcome } from "../use-cases/work.js";
import { lijstOpen } from "./besluiten.js";
import { documentVan, lijstKop } from "./besluiten-gegevens.js";
import { receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";

export const isVorm = (waarde: string | undefined): waarde is DocumentVorm => (documentVormen as readonly (string | undefined)[]).includes(waarde);

/** Only for who sits there: who came for one casus finds nothing of it in the file. */
const openVoorBestand = async (ctx: Context): Outcome<OpenedBesluiten> => {
  const opened = await lijstOpen(ctx, "besluiten.bestand");
  return opened.ok && !opened.value.lezer.zitErbij ? refuse({ code: "bestand_niet_voor_u" }) : opened;
};

/** The file as it is now, for who may have it; `undefined`: he may not any more. */
export const bestandVoor = async (ports: Ports, persoon: Persoon, overlegId: string, vorm: DocumentVorm, taal: Taal): Promise<Bestand | undefined> => {
  const opened = await readBesluiten(ports, persoon, overlegId, ports.clock.now());
  return opened?.lezer.zitErbij === true ? ports.documents.make(await documentVan(ports, opened, taal), vorm) : undefined;
};

/** What stands behind a link that works once; `undefined` for whatever is wrong with it. */
export const haalDocument = (ports: Ports, token: string, taal: Taal): Promise<Bestand | undefined> =>
  useDocumentLink(ports, token, (persoon, { overlegId, vorm }) => bestandVoor(ports, persoon, overlegId, vorm, persoon.taal ?? taal));

const wegen = (ctx: Context) =>
  (ctx.canFile ? (["chat", "link"] as const) : (["link"] as const)).map((waarde) => ({ titel: say(ctx.taal, `keuze.bestandWeg.${waarde}`), waarde }));

const bestand = interaction<FormInput<"besluiten_bestand">>({
  id: "besluiten.bestand",
  form: async (ctx, typed) => {
    const opened = await openVoorBestand(ctx);
    if (!opened.ok) return opened;
    if (!ctx.canFile && ctx.ports.publicUrl === undefined) return refuse({ code: "geen_adres_voor_bestand" });
    const keuzes = { bestandWeg: wegen(ctx) };
    const vooraf = { bestandVorm: "docx", bestandWeg: keuzes.bestandWeg[0]?.waarde };
    const options = { data: { m: opened.value.overleg.id }, regels: [lijstKop(opened.value, ctx.taal, ctx.now)], keuzes, vooraf };
    return ok(form(ctx, "besluiten_bestand", "besluiten.bestand", typed, options));
  },
  Input: formInput("besluiten_bestand"),
  run: async (ctx, { bestandVorm, bestandWeg }) => {
    const opened = await openVoorBestand(ctx);
    if (!opened.ok) return opened;
    if (!isVorm(bestandVorm)) return refuse({ code: "ongeldige_keuze", veld: "bestandVorm" });
    if (!wegen(ctx).some(({ waarde }) => waarde === bestandWeg)) return refuse({ code: "ongeldige_keuze", veld: "bestandWeg" });
    if (bestandWeg === "chat") return receiptOf(ctx, await askFile(ctx, opened.value, bestandVorm), "bestand.komt");
    const { publicUrl } = ctx.ports;
    if (publicUrl === undefined) return refuse({ code: "geen_adres_voor_bestand", veld: "bestandWeg" });
    const token = await makeDocumentLink(ctx, opened.value, bestandVorm);
    if (!token.ok) return token;
    const link = `${publicUrl.replace(/\/+$/, "")}/document/${token.value}`;
    return ok({ soort: "vervang", card: documentLinkKaart({ link, minuten: DOCUMENT_MINUTEN }, ctx.taal) });
  },
});

/** A chat that asks the person first comes back for the file once he accepts: once, after a fresh check. */
const ophalen = interaction({
  id: "besluiten.ophalen",
  run: async (ctx) => {
    const opened = await openVoorBestand(ctx);
    if (!opened.ok) return opened;
    if (!isVorm(ctx.data.f)) return refuse({ code: "ongeldige_keuze" });
    const gemaakt = await ctx.ports.documents.make(await documentVan(ctx.ports, opened.value, ctx.taal), ctx.data.f);
    const done = await commit(ctx, { audit: [doneBy(ctx, "besluiten.opgehaald", opened.value.overleg.id)] });
    return done.ok ? ok({ soort: "bestand", bestand: gemaakt, tekst: say(ctx.taal, "bestand.komt") }) : done;
  },
});

export const bestandInteractions = [bestand, ophalen];
