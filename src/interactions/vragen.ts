import { zegDagVoluit } from "../cards/datum.js";
import type { FormulierNaam } from "../cards/formulieren.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { afstemConvenant } from "../domain/regio/grondslag.js";
import { readGemeente } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import { relatiesVan } from "../domain/signaal/dossier.js";
import type { Vraag, VraagAntwoord } from "../domain/signaal/signaal.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, plusWerkdagen } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import { answerVraag, declineVraag, magEerstOverleggen, openVraag, recordAnswer } from "../use-cases/answer-vraag.js";
import { askPartners, isPartner } from "../use-cases/ask-partners.js";
import { readDossier } from "../use-cases/work.js";
import { zichtbareGroepen } from "./bekijk.js";
import { opened, overlegWaarschuwing, persoonKeuze, persoonKeuzes, receipt, receiptOf } from "./context.js";
import { type FormInput, type FormOptions, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";
import { present } from "./melder.js";

const partnersVoor = async (ctx: Context) => {
  const [partners, coordinators] = await Promise.all([ctx.ports.store.personenMetRol("partner"), ctx.ports.store.personenMetRol("zorgcoordinator")]);
  return [...new Map([...partners, ...coordinators].map((persoon) => [persoon.id, persoon])).values()].filter(isPartner);
};

const vraagPartners = interaction<FormInput<"vraag_partners">>({
  id: "signaal.vraag_partners",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.vraag_partners");
    if (!found.ok) return found;
    const { signaal, regio, vragen } = found.value;
    const gemeente = readGemeente(regio, signaal.gemeenteId);
    const asked = vragen.filter((vraag) => vraag.status === "open").map((vraag) => vraag.aanId);
    const partners = (await partnersVoor(ctx)).filter((persoon) => !asked.includes(persoon.id) && !isBuiten(persoon.id, signaal));
    const convenant = afstemConvenant(regio, [gemeente.organisatieId], dagVan(ctx.now))?.tekst;
    return ok(
      form(ctx, "vraag_partners", "signaal.vraag_partners", typed, {
        code: signaal.code,
        waarschuwing: overlegWaarschuwing(ctx, found.value),
        keuzes: { partners: persoonKeuzes(partners) },
        vooraf: {
          doel: say(ctx.taal, "vraag.doel_vooraf"),
          grondslag: convenant,
          antwoordVoor: plusWerkdagen(dagVan(ctx.now), gemeente.termijnen.antwoordPartner, regio.vrijeDagen),
        },
      }),
    );
  },
  Input: formInput("vraag_partners"),
  run: async (ctx, { partners, vraag, doel, grondslag, antwoordVoor }) => {
    const found = await opened(ctx, "signaal.vraag_partners");
    if (!found.ok) return found;
    const asked = await askPartners(ctx, found.value, {
      partnerIds: [...new Set(partners.split(","))] as PersoonId[],
      vraag,
      doel,
      grondslag,
      antwoordVoor: antwoordVoor as Dag,
    });
    if (!asked.ok) return asked;
    const { onbereikbaar } = asked.value;
    if (onbereikbaar.length === 0) return receiptOf(ctx, asked, "vraag.klaar", { code: found.value.signaal.code });
    const wie = onbereikbaar.map((persoon) => `${persoon.naam}: ${persoon.telefoon ?? say(ctx.taal, "vraag.geen_telefoon")}`).join("\n");
    return ok(receipt(ctx, "vraag.onbereikbaar", { wie }));
  },
});

const antwoordFormulier = (ctx: Context): FormulierNaam & ("vraag_beantwoorden" | "vraag_beantwoorden_eerst_overleggen") =>
  magEerstOverleggen.includes(ctx.actor.persoon.organisatieSoort) ? "vraag_beantwoorden_eerst_overleggen" : "vraag_beantwoorden";

/** Question, ground and what this partner may see, as lines above the answer. */
const vraagRegels = async (ctx: Context, vraag: Vraag): Promise<NonNullable<FormOptions["regels"]>> => {
  const dossier = await readDossier(ctx.ports, await ctx.ports.store.readSignaal(vraag.signaalId));
  const regio = await ctx.ports.store.readRegio();
  const { groepen, nietZichtbaar } = zichtbareGroepen(
    ctx,
    { ...dossier, relaties: relatiesVan(ctx.actor.persoon, { ...dossier, vragen: [vraag] }).filter((relatie) => relatie === "gevraagde_partner"), regio },
    [],
  );
  return [
    { naam: say(ctx.taal, "vraag.lees.vraag"), waarde: vraag.inhoud.vraag },
    { naam: say(ctx.taal, "vraag.lees.doel"), waarde: vraag.inhoud.doel },
    { naam: say(ctx.taal, "vraag.lees.grondslag"), waarde: vraag.inhoud.grondslag },
    ...groepen.flatMap((groep) => [{ naam: groep.kop, waarde: "" }, ...groep.regels]),
    ...[...nietZichtbaar, say(ctx.taal, "bekijk.voet")].map((waarde) => ({ naam: "", waarde, zacht: true })),
  ];
};

const beantwoorden = interaction<FormInput<"vraag_beantwoorden_eerst_overleggen">>({
  id: "vraag.beantwoorden",
  form: async (ctx, typed) => {
    const vraag = await openVraag(ctx, ctx.data.v ?? "", "afstemming");
    if (!vraag.ok) return vraag;
    const signaal = await ctx.ports.store.readSignaal(vraag.value.signaalId);
    return ok(
      form(ctx, antwoordFormulier(ctx), "vraag.beantwoorden", typed, {
        code: signaal.code,
        data: { v: vraag.value.id },
        regels: await vraagRegels(ctx, vraag.value),
        vertrouwelijk: true,
      }),
    );
  },
  Input: formInput("vraag_beantwoorden_eerst_overleggen"),
  run: async (ctx, { antwoord, toelichting, grondslagPartner, eerstOverleggen }) => {
    const vraag = await openVraag(ctx, ctx.data.v ?? "", "afstemming");
    if (!vraag.ok) return vraag;
    const answered = await answerVraag(ctx, vraag.value, {
      antwoord: antwoord as VraagAntwoord,
      eerstOverleggen: eerstOverleggen === "true",
      ...present({ toelichting, grondslagPartner }),
    });
    return receiptOf(ctx, answered, "vraag.beantwoord");
  },
});

const nietVoorMij = interaction<FormInput<"vraag_niet_voor_mij">>({
  id: "vraag.niet_voor_mij",
  form: async (ctx, typed) => {
    const vraag = await openVraag(ctx, ctx.data.v ?? "", "afstemming");
    return vraag.ok ? ok(form(ctx, "vraag_niet_voor_mij", "vraag.niet_voor_mij", typed, { data: { v: vraag.value.id } })) : vraag;
  },
  Input: formInput("vraag_niet_voor_mij"),
  run: async (ctx, { toelichting }) => {
    const vraag = await openVraag(ctx, ctx.data.v ?? "", "afstemming");
    return vraag.ok ? receiptOf(ctx, await declineVraag(ctx, vraag.value, toelichting), "vraag.teruggegeven") : vraag;
  },
});

/** What a partner said by phone, recorded in his name. */
const vastleggen = interaction<FormInput<"vastleggen">>({
  id: "signaal.vastleggen",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.vastleggen");
    if (!found.ok) return found;
    const open = found.value.vragen.filter((vraag) => vraag.status === "open" && vraag.soort === "afstemming");
    if (open.length === 0) return refuse({ code: "geen_open_vragen" });
    const partners = await ctx.ports.store.readPersonen(open.map((vraag) => vraag.aanId));
    const keuzes = open.map((vraag) => {
      const partner = partners.find((persoon) => persoon.id === vraag.aanId);
      return {
        waarde: vraag.id,
        titel: `${partner === undefined ? vraag.aanId : persoonKeuze(partner).titel} · ${zegDagVoluit(vraag.antwoordVoor, ctx.taal, ctx.now)}`,
      };
    });
    return ok(form(ctx, "vastleggen", "signaal.vastleggen", typed, { code: found.value.signaal.code, keuzes: { vraagId: keuzes } }));
  },
  Input: formInput("vastleggen"),
  run: async (ctx, { vraagId, antwoord, toelichting, eerstOverleggen }) => {
    const found = await opened(ctx, "signaal.vastleggen");
    if (!found.ok) return found;
    const recorded = await recordAnswer(ctx, found.value, vraagId, {
      antwoord: antwoord as VraagAntwoord,
      eerstOverleggen: eerstOverleggen === "true",
      ...present({ toelichting }),
    });
    return receiptOf(ctx, recorded, "vraag.vastgelegd", { code: found.value.signaal.code });
  },
});

const comensha = interaction<FormInput<"comensha_minderjarig"> | FormInput<"comensha">>({
  id: "comensha.beantwoorden",
  form: async (ctx, typed) => {
    const vraag = await openVraag(ctx, ctx.data.v ?? "", "comensha");
    if (!vraag.ok) return vraag;
    const signaal = await ctx.ports.store.readSignaal(vraag.value.signaalId);
    const formulier = signaal.inhoud.leeftijd === "minderjarig" ? "comensha_minderjarig" : "comensha";
    return ok(form(ctx, formulier, "comensha.beantwoorden", typed, { code: signaal.code, data: { v: vraag.value.id }, vertrouwelijk: true }));
  },
  Input: formInput("comensha"),
  run: async (ctx, { geinformeerd, reden }) => {
    const vraag = await openVraag(ctx, ctx.data.v ?? "", "comensha");
    if (!vraag.ok) return vraag;
    const signaal = await ctx.ports.store.readSignaal(vraag.value.signaalId);
    const { veiligThuis } = ctx.velden;
    if (signaal.inhoud.leeftijd === "minderjarig" && veiligThuis !== "ja" && veiligThuis !== "nee") return refuse({ code: "verplicht", veld: "veiligThuis" });
    if (geinformeerd === "nee" && reden === undefined) return refuse({ code: "kies_reden", veld: "reden" });
    const answered = await answerVraag(ctx, vraag.value, {
      antwoord: geinformeerd === "ja" ? "ja" : "nee",
      eerstOverleggen: false,
      ...present({ toelichting: reden, veiligThuis: veiligThuis === "ja" || veiligThuis === "nee" ? veiligThuis : undefined }),
    });
    return receiptOf(ctx, answered, "comensha.klaar");
  },
});

/** The zorgcoördinator takes a zorgvraag on; the aandachtsfunctionaris hears it [T7c]. */
const zorgvraag = interaction({
  id: "zorgvraag.oppakken",
  run: async (ctx) => {
    const vraag = await openVraag(ctx, ctx.data.v ?? "", "zorgvraag");
    if (!vraag.ok) return vraag;
    const answered = await answerVraag(ctx, vraag.value, { antwoord: "ja", eerstOverleggen: false });
    return answered.ok ? ok({ soort: "niets" }) : answered;
  },
});

export const vraagInteractions = [vraagPartners, beantwoorden, nietVoorMij, vastleggen, comensha, zorgvraag];
