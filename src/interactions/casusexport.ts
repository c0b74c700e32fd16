import { bekijkKaart, documentLinkKaart } from "../cards/cards.js";
import { zegDatum, zegMoment, zegTijd } from "../cards/datum.js";
import type { Knop } from "../cards/gegevens.js";
import type { Bestand, DocumentTekst } from "../domain/document.js";
import type { Persoon, Taal } from "../domain/persoon/persoon.js";
import type { ExportDoel } from "../domain/rechten/casusexport.js";
import { ok, refuse } from "../domain/result.js";
import { say } from "../messages/messages.js";
import type { Ports } from "../ports/ports.js";
import { DOCUMENT_MINUTEN } from "../use-cases/besluiten-bestand.js";
import { askExport, decideExport, makeExportLink, type OpenedExport, openExport, useExportLink } from "../use-cases/export-casus.js";
import { findCasusVoor, magCasus, type OpenedCasus, openCasus } from "../use-cases/open-casus.js";
import { casusGegevens } from "./bekijk-casus.js";
import { word } from "./bekijk-woorden.js";
import { receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";

const vragen = interaction<FormInput<"export_vragen">>({
  id: "export.vragen",
  form: async (ctx, typed) => {
    const found = await openCasus(ctx, ctx.data.c ?? "", "export");
    if (!found.ok) return found;
    if (ctx.ports.publicUrl === undefined) return refuse({ code: "geen_adres_voor_bestand" });
    return ok(form(ctx, "export_vragen", "export.vragen", typed, { code: found.value.casus.code }));
  },
  Input: formInput("export_vragen"),
  run: async (ctx, { exportDoel, grond }) => {
    const found = await openCasus(ctx, ctx.data.c ?? "", "export");
    if (!found.ok) return found;
    return receiptOf(ctx, await askExport(ctx, found.value, exportDoel as ExportDoel, grond), "export.gevraagd", { code: found.value.casus.code });
  },
});

const regelsVan = async (ctx: Context, { gevraagd }: OpenedExport) => {
  const { naam, functie, organisatieNaam } = await ctx.ports.store.readPersoon(gevraagd.vanId);
  const { doel, grond, reden } = gevraagd.inhoud;
  return [
    { naam: say(ctx.taal, "export.veld.wie"), waarde: [naam, functie, organisatieNaam].join(" · ") },
    { naam: say(ctx.taal, "export.veld.op"), waarde: zegMoment(gevraagd.gevraagdOp, ctx.taal, ctx.now) },
    { naam: say(ctx.taal, "export.veld.doel"), waarde: word(ctx, `keuze.exportDoel.${doel}`) },
    { naam: say(ctx.taal, "export.veld.grond"), waarde: grond },
    ...(reden === undefined ? [] : [{ naam: say(ctx.taal, "export.veld.reden"), waarde: reden }]),
  ];
};

/** What a second person reads before he decides: code, who asks, for what and on what ground; nothing of the casus. */
const bekijken = interaction({
  id: "export.bekijken",
  look: async (ctx) => {
    const found = await openExport(ctx, ctx.data.ex ?? "", "export.bekijken", true);
    if (!found.ok) return found;
    const { gevraagd, casus } = found.value;
    const data = { ex: gevraagd.id };
    const beslist = gevraagd.status === "gevraagd" && gevraagd.vanId !== ctx.actor.persoon.id;
    const knoppen: readonly Knop[] = beslist
      ? [
          { verb: "export.toestaan", data, plek: "eerst" },
          { verb: "export.weigeren", data, plek: "naast" },
        ]
      : [];
    const card = bekijkKaart(
      {
        kop: say(ctx.taal, "export.kop", { code: casus.code }),
        status: `export_${gevraagd.status}`,
        groepen: [{ kop: say(ctx.taal, "export.groep"), regels: await regelsVan(ctx, found.value) }],
        nietZichtbaar: beslist ? [say(ctx.taal, "export.zonder_inhoud")] : [],
        knoppen,
      },
      ctx.taal,
    );
    return ok({ card, object: casus.code });
  },
});

const toestaan = interaction({
  id: "export.toestaan",
  run: async (ctx) => {
    const found = await openExport(ctx, ctx.data.ex ?? "", "export.toestaan");
    if (!found.ok) return found;
    return receiptOf(ctx, await decideExport(ctx, found.value, undefined), "export.toegestaan", { code: found.value.casus.code });
  },
});

const weigeren = interaction<FormInput<"export_weigeren">>({
  id: "export.weigeren",
  form: async (ctx, typed) => {
    const found = await openExport(ctx, ctx.data.ex ?? "", "export.weigeren");
    if (!found.ok) return found;
    const { gevraagd, casus } = found.value;
    if (gevraagd.status !== "gevraagd") return refuse({ code: "al_behandeld" });
    return ok(form(ctx, "export_weigeren", "export.weigeren", typed, { code: casus.code, data: { ex: gevraagd.id } }));
  },
  Input: formInput("export_weigeren"),
  run: async (ctx, { reden }) => {
    const found = await openExport(ctx, ctx.data.ex ?? "", "export.weigeren");
    if (!found.ok) return found;
    return receiptOf(ctx, await decideExport(ctx, found.value, reden), "export.geweigerd", { code: found.value.casus.code });
  },
});

/** The link itself is told once, to who asked. */
const halen = interaction({
  id: "export.halen",
  run: async (ctx) => {
    const link = await makeExportLink(ctx, ctx.data.ex ?? "");
    if (!link.ok) return link;
    return ok({ soort: "toon", card: documentLinkKaart({ link: link.value, minuten: DOCUMENT_MINUTEN }, ctx.taal) });
  },
});

/** The whole casus as this person may see it, the same groups as in Bekijk, marked on every page with who took it and when. */
const documentVan = async (ctx: Context, found: OpenedCasus): Promise<{ readonly tekst: DocumentTekst; readonly codes: readonly string[] }> => {
  const { gegevens, gezien } = await casusGegevens(ctx, found, Number.POSITIVE_INFINITY);
  const { code } = found.casus;
  const { naam, organisatieNaam } = ctx.actor.persoon;
  const wanneer = `${zegDatum(ctx.now, ctx.taal)} ${zegTijd(ctx.now, ctx.taal)}`;
  const verborgen = gegevens.nietZichtbaar.map((waarde) => ({ naam: "", waarde }));
  const tekst: DocumentTekst = {
    taal: ctx.taal,
    naam: code.toLowerCase(),
    titel: say(ctx.taal, "export.document", { code }),
    onder: [say(ctx.taal, "export.document_uitleg"), ...(gegevens.waarschuwing === undefined ? [] : [gegevens.waarschuwing])],
    delen: [...gegevens.groepen, ...(verborgen.length === 0 ? [] : [{ kop: say(ctx.taal, "export.verborgen"), regels: verborgen }])],
    watermerk: say(ctx.taal, "export.watermerk", { naam, organisatie: organisatieNaam, wanneer, code }),
  };
  return { tekst, codes: [code, ...gezien.map(({ signaal }) => signaal.code)] };
};

/** What somebody sees who is in no chat now: the person behind a link. */
const lezer = (ports: Ports, persoon: Persoon, taal: Taal): Context => ({
  ports,
  actor: { persoon, account: { platform: "teams", tenant: "", userId: "" } },
  spoor: [],
  now: ports.clock.now(),
  delivery: "",
  taal: persoon.taal ?? taal,
  place: { soort: "prive", conversationId: "" },
  data: {},
  velden: {},
});

/** The document behind a link that works once, made from what its owner may see at that moment; `undefined` for whatever is wrong with it. */
export const haalCasusexport = (ports: Ports, token: string, taal: Taal): Promise<Bestand | undefined> =>
  useExportLink(ports, token, async (persoon, gevraagd) => {
    const ctx = lezer(ports, persoon, taal);
    const found = await findCasusVoor(ctx, (await ports.store.readCasus(gevraagd.casusId)).code);
    if (found === undefined || !magCasus(found, "export")) return undefined;
    const { tekst, codes } = await documentVan(ctx, found);
    return { bestand: await ports.documents.make(tekst, "docx"), codes };
  });

export const exportInteractions = [vragen, bekijken, toestaan, weigeren, halen];
