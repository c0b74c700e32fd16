import { zegDagVoluit } from "../cards/datum.js";
import type { FormulierNaam } from "../cards/formulieren.js";
import type { ActieDaad } from "../domain/actiepunt/actiepunt.status.js";
import { parseCode } from "../domain/code.js";
import { magVanCasusWeten } from "../domain/delen/lezen.js";
import type { Fout } from "../domain/fouten.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import { ok, type Result } from "../domain/result.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import type { Dag } from "../domain/tijd/dag.js";
import type { Answer } from "../ports/chat.js";
import { readKring } from "../use-cases/casus-kring.js";
import { noteActiepunt, noteerTafels } from "../use-cases/note-actiepunt.js";
import { type OpenedActiepunt, openActiepunt } from "../use-cases/open-actiepunt.js";
import { stepActiepunt } from "../use-cases/step-actiepunt.js";
import { deny, type Outcome } from "../use-cases/work.js";
import { actiesKaart } from "./acties.js";
import { persoonKeuzes, receipt, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { homeVan } from "./home.js";
import { type Context, type Interaction, interaction } from "./interaction.js";
import { present } from "./melder.js";

/** A list of choices holds no more; who is missing is found by e-mail. */
const MAX_KEUZES = 100;

/** Participants of these tafels first, then everybody of the region. */
const mensen = async (
  { ports }: Context,
  tafels: readonly TafelInrichting[],
  past: (persoon: Persoon) => boolean = () => true,
): Promise<readonly Persoon[]> => {
  const regio = await ports.store.readRegio();
  const ids = tafels.flatMap((tafel) => tafel.deelnemers.flatMap(({ persoonId, plaatsvervangerId }) => [persoonId, plaatsvervangerId ?? persoonId]));
  const [deelnemers, alle] = await Promise.all([
    ports.store.readPersonen([...new Set(ids)]),
    ports.store.personenVan(regio.organisaties.map((organisatie) => organisatie.id)),
  ]);
  const uniek = new Map([...deelnemers.filter((persoon) => persoon.actief), ...alle].map((persoon) => [persoon.id, persoon]));
  return [...uniek.values()].filter(past).slice(0, MAX_KEUZES);
};

const noteren = interaction<FormInput<"actie_noteren">>({
  id: "actie.noteren",
  form: async (ctx, typed) => {
    const tafels = await noteerTafels(ctx.ports, ctx.actor.persoon);
    if (tafels.length === 0) return deny(ctx, "actie.noteren", "acties");
    const regio = await ctx.ports.store.readRegio();
    const tafel = regio.tafels.filter(({ id }) => tafels.some(({ tafelId }) => tafelId === id)).map(({ id, naam }) => ({ titel: naam, waarde: id as string }));
    const actiehouder = persoonKeuzes(await mensen(ctx, tafels));
    const casus = parseCode("C", ctx.data.c ?? "");
    return ok(
      form(ctx, "actie_noteren", "actie.noteren", typed, {
        keuzes: { tafel, actiehouder },
        vooraf: { casus, tafel: tafel.length === 1 ? tafel[0]?.waarde : undefined },
      }),
    );
  },
  Input: formInput("actie_noteren"),
  run: async (ctx, { wat, tafel, casus, actiehouder, email, termijn, gevoeligOk }) => {
    if ((await noteerTafels(ctx.ports, ctx.actor.persoon)).length === 0) return deny(ctx, "actie.noteren", "acties");
    const noted = await noteActiepunt(ctx, {
      wat,
      tafel,
      termijn: termijn as Dag,
      gevoeligOk: gevoeligOk === "true",
      ...present({ casus, actiehouder, email }),
    });
    if (!noted.ok) return noted;
    return ok(receipt(ctx, "actie.klaar.noteren", { code: noted.value.code, datum: zegDagVoluit(noted.value.termijn, ctx.taal, ctx.now) }));
  },
});

const geopend = (ctx: Context, daad: ActieDaad): Outcome<OpenedActiepunt> => openActiepunt(ctx, ctx.data.a ?? "", daad);

type Klaar = "actie.klaar.beginnen";
const klaar = (daad: ActieDaad): Klaar => `actie.klaar.${daad}` as Klaar;

/** Back to where the button stood: a card that changes by itself, Home, a list, or else a receipt. */
const terug = async (ctx: Context, daad: ActieDaad, code: string): Promise<Result<Answer, Fout>> => {
  const { l, k } = ctx.data;
  if (k !== undefined || ctx.place.soort === "home") return ok({ soort: "niets" });
  if (l === "home") return ok({ soort: "vervang", card: await homeVan(ctx) });
  const lijst = l === undefined ? undefined : await actiesKaart(ctx, l);
  return ok(lijst?.ok ? { soort: "vervang", card: lijst.value } : receipt(ctx, klaar(daad), { code }));
};

/** One press is enough. */
const druk = (daad: ActieDaad): Interaction =>
  interaction({
    id: `actie.${daad}`,
    run: async (ctx) => {
      const found = await geopend(ctx, daad);
      if (!found.ok) return found;
      const done = await stepActiepunt(ctx, found.value, daad);
      return done.ok ? terug(ctx, daad, done.value.code) : done;
    },
    again: async (ctx) => {
      const back = await terug(ctx, daad, ctx.data.a ?? "");
      return back.ok ? back.value : { soort: "niets" };
    },
  });

type Invoer = { readonly tekst: string; readonly termijn?: string; readonly naar?: string };

/** A form about one actiepunt; it shows nothing of what that says. */
const vraag = (daad: ActieDaad, formulier: FormulierNaam, keuzes?: (ctx: Context, found: OpenedActiepunt) => Promise<readonly Persoon[]>): Interaction =>
  interaction<Invoer>({
    id: `actie.${daad}`,
    form: async (ctx, typed) => {
      const found = await geopend(ctx, daad);
      if (!found.ok) return found;
      const naar = keuzes === undefined ? undefined : persoonKeuzes(await keuzes(ctx, found.value));
      return ok(form(ctx, formulier, `actie.${daad}`, typed, { code: found.value.actiepunt.code, ...(naar === undefined ? {} : { keuzes: { naar } }) }));
    },
    Input: formInput(formulier) as unknown as NonNullable<Interaction<Invoer>["Input"]>,
    run: async (ctx, { tekst, termijn, naar }) => {
      const found = await geopend(ctx, daad);
      if (!found.ok) return found;
      const done = await stepActiepunt(ctx, found.value, daad, {
        tekst,
        ...present({ termijn: termijn as Dag | undefined, naar: naar as PersoonId | undefined }),
      });
      return receiptOf(ctx, done, klaar(daad), { code: found.value.actiepunt.code });
    },
  });

export const actieStapInteractions = [
  noteren,
  druk("beginnen"),
  druk("overdracht_aanvaarden"),
  druk("geef_tijd"),
  druk("afronden"),
  vraag("gereedmelden", "actie_gereedmelden"),
  vraag("vraag_tijd", "actie_vraag_tijd"),
  vraag("weiger_tijd", "actie_weiger_tijd"),
  vraag("overdragen", "actie_overdragen", async (ctx, { inrichting, actiepunt, casus }) => {
    const kring = casus && (await readKring(ctx.ports, casus, actiepunt.tafelId));
    const past = (persoon: Persoon): boolean => persoon.id !== actiepunt.actiehouderId && (kring === undefined || magVanCasusWeten(persoon, kring));
    return mensen(ctx, inrichting === undefined ? [] : [inrichting], past);
  }),
  vraag("overdracht_weigeren", "actie_overdracht_weigeren"),
  vraag("niet_meer_mogelijk", "actie_niet_meer_mogelijk"),
  vraag("terugsturen", "actie_terugsturen"),
  vraag("laten_vervallen", "actie_laten_vervallen"),
  vraag("heropenen", "actie_heropenen"),
];
