import { roosterProefKaart } from "../cards/cards.js";
import type { Knop, RegioNaam } from "../cards/gegevens.js";
import type { Card } from "../domain/card.js";
import type { Fout } from "../domain/fouten.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import { ok, type Result } from "../domain/result.js";
import { feestdagVooraf, type InrichtingVelden, inrichtingVelden, standaard, zitAanTafel } from "../domain/tafel/inrichting.js";
import { eersteRoosterDagen } from "../domain/tafel/rooster.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { type OpenedTafel, openSetUpTafel, openTafel } from "../use-cases/open-tafel.js";
import { checkInrichting, findConcept, keepConcept, mensenVanRegio, setUpTafel, setVervanger } from "../use-cases/set-up-tafel.js";
import { receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction, type Typed } from "./interaction.js";

const PROEF_DAGEN = 6;
/** What a form of four lists of people can hold in one card. */
const MEESTE_KEUZES = 50;
const MAX_TITEL = 75;

/** Choices of people: those at the tafel first, so that a long list never drops them. */
export const mensKeuzes = (mensen: readonly Persoon[], voorop: readonly string[]) => {
  const keuze = (persoon: Persoon) => ({ titel: `${persoon.naam} (${persoon.organisatieNaam})`.slice(0, MAX_TITEL), waarde: persoon.id });
  const eerst = mensen.filter((persoon) => voorop.includes(persoon.id));
  const rest = mensen.filter((persoon) => !voorop.includes(persoon.id));
  return [...eerst, ...rest].slice(0, Math.max(MEESTE_KEUZES, eerst.length)).map(keuze);
};

const vooraf = async (ctx: Context, opened: OpenedTafel): Promise<Readonly<Record<string, string | undefined>>> => {
  const concept = ctx.data.k === undefined ? undefined : await findConcept(ctx, opened, ctx.data.k);
  if (concept !== undefined) return concept.velden;
  const begin = {
    feestdag: feestdagVooraf,
    vanaf: dagVan(ctx.now),
    duur: String(standaard.duurMinuten),
    beheerder: ctx.actor.persoon.id,
    sluiting: String(standaard.sluitingUren),
    concept: String(standaard.conceptUren),
    agenda: String(standaard.agendaUren),
    herinnering: String(standaard.herinnerMinuten),
  };
  return opened.inrichting === undefined ? begin : { feestdag: feestdagVooraf, vanaf: dagVan(ctx.now), ...inrichtingVelden(opened.inrichting) };
};

/** The next six dates in words, with what falls on a free day; nothing is saved yet. */
const proef = (ctx: Context, opened: OpenedTafel, inrichting: TafelInrichting, conceptId: string) => {
  const data = { t: opened.tafel.id, k: conceptId };
  const knoppen: readonly Knop[] = [
    { verb: "tafel.opslaan", data, plek: "eerst" },
    { verb: "tafel.inrichten", label: "tafel.terug", data, plek: "naast" },
  ];
  const dagen = eersteRoosterDagen(inrichting.rooster, dagVan(ctx.now), PROEF_DAGEN, opened.regio);
  return roosterProefKaart({ tafel: opened.tafel.naam as RegioNaam, rooster: inrichting.rooster, dagen, now: ctx.now, knoppen }, ctx.taal);
};

/** The form with which a tafel is set up, also right after it was made. */
export const inrichtFormulier = async (ctx: Context, typed: Typed, tafelId: string): Promise<Result<Card, Fout>> => {
  const opened = await openTafel(ctx, tafelId, "tafel.inrichten");
  if (!opened.ok) return opened;
  const { inrichting, regio, tafel } = opened.value;
  const mensen = mensKeuzes(await mensenVanRegio(ctx, regio), inrichting === undefined ? [] : zitAanTafel(inrichting));
  return ok(
    form(ctx, "tafel_inrichten", "tafel.inrichten", typed, {
      data: { t: tafel.id },
      regels: [tafel.naam],
      keuzes: { voorzitter: mensen, secretaris: mensen, beheerder: mensen, deelnemers: mensen },
      vooraf: await vooraf(ctx, opened.value),
    }),
  );
};

const inrichten = interaction<FormInput<"tafel_inrichten">>({
  id: "tafel.inrichten",
  form: (ctx, typed) => inrichtFormulier(ctx, typed, ctx.data.t ?? ""),
  Input: formInput("tafel_inrichten"),
  run: async (ctx, input) => {
    const opened = await openTafel(ctx, ctx.data.t ?? "", "tafel.inrichten");
    if (!opened.ok) return opened;
    const velden: InrichtingVelden = input;
    const checked = await checkInrichting(ctx, opened.value, velden);
    if (!checked.ok) return checked;
    const concept = await keepConcept(ctx, opened.value, velden);
    return concept.ok ? ok({ soort: "toon", card: proef(ctx, opened.value, checked.value, concept.value) }) : concept;
  },
});

const opslaan = interaction({
  id: "tafel.opslaan",
  run: async (ctx) => {
    const opened = await openTafel(ctx, ctx.data.t ?? "", "tafel.inrichten");
    if (!opened.ok) return opened;
    const done = await setUpTafel(ctx, opened.value, ctx.data.k ?? "");
    return receiptOf(ctx, done, "tafel.opgeslagen");
  },
});

const vervanger = interaction<FormInput<"tafel_vervanger">>({
  id: "tafel.vervanger",
  form: async (ctx, typed) => {
    const opened = await openSetUpTafel(ctx, ctx.data.t ?? "", "tafel.vervanger");
    if (!opened.ok) return opened;
    const mensen = await mensenVanRegio(ctx, opened.value.regio);
    const vast = opened.value.inrichting.deelnemers.map((one) => one.persoonId as string);
    const deelnemers = mensKeuzes(
      mensen.filter((persoon) => vast.includes(persoon.id)),
      vast,
    );
    return ok(
      form(ctx, "tafel_vervanger", "tafel.vervanger", typed, {
        data: { t: opened.value.tafel.id },
        regels: [opened.value.tafel.naam],
        keuzes: { deelnemer: deelnemers, vervanger: mensKeuzes(mensen, []) },
      }),
    );
  },
  Input: formInput("tafel_vervanger"),
  run: async (ctx, input) => {
    const opened = await openSetUpTafel(ctx, ctx.data.t ?? "", "tafel.vervanger");
    if (!opened.ok) return opened;
    return receiptOf(ctx, await setVervanger(ctx, opened.value, input.deelnemer, input.vervanger), "tafel.vervanger_klaar");
  },
});

export const inrichtInteractions = [inrichten, opslaan, vervanger];
