import { meldingKaart } from "../cards/cards.js";
import type { RegioNaam } from "../cards/gegevens.js";
import type { SignaalAction } from "../domain/delen/permissions.js";
import type { Fout } from "../domain/fouten.js";
import type { GemeenteId, Persoon } from "../domain/persoon/persoon.js";
import { type GrondSoort, noodGrond } from "../domain/regio/grondslag.js";
import { type Regio, readGemeente } from "../domain/regio/regio.js";
import { ok, type Result } from "../domain/result.js";
import { type MessageKey, type Params, say } from "../messages/messages.js";
import type { Answer } from "../ports/chat.js";
import { type Opened, openSignaal } from "../use-cases/work.js";
import type { Context } from "./interaction.js";

/** Opens the signaal that the pressed button names, after a fresh check. */
export const opened = (ctx: Context, action: SignaalAction): Promise<Result<Opened, Fout>> => openSignaal(ctx, ctx.data.s ?? "", action);

/** A sentence in place of the form that was sent; a repeat hears it again. */
export const zegKlaar = ({ taal }: Pick<Context, "taal">, zin: string): Answer => ({
  soort: "vervang",
  card: meldingKaart(zin, say(taal, "venster.klaar"), taal),
  zin,
});

/** A receipt in place of the form that was sent: one or more sentences for this person. */
export const receipt = <K extends MessageKey>(ctx: Context, key: K, ...params: Params<K>): Answer => zegKlaar(ctx, say(ctx.taal, key, ...params));

/** `receipt` when the use case went well, else its refusal. */
export const receiptOf = <K extends MessageKey>(ctx: Context, done: Result<unknown, Fout>, key: K, ...params: Params<K>): Result<Answer, Fout> =>
  done.ok ? ok(receipt(ctx, key, ...params)) : done;

/** The card changes by itself: nothing more to say. */
export const quiet = (done: Result<unknown, Fout>): Result<Answer, Fout> => (done.ok ? ok({ soort: "niets" }) : done);

export const gemeenteNaam = (regio: Regio, id: GemeenteId): RegioNaam => readGemeente(regio, id).naam as RegioNaam;

type Keuze = { readonly titel: string; readonly waarde: string };

export const persoonKeuze = (persoon: Persoon): Keuze => ({ titel: `${persoon.naam} (${persoon.organisatieNaam})`, waarde: persoon.id });

/** People to choose from; of two with one name at one organisatie also what they are, or their address. */
export const persoonKeuzes = (personen: readonly Persoon[]): readonly Keuze[] => {
  const alsEen = (een: Persoon, wat: (persoon: Persoon) => string): boolean => personen.some((ander) => ander.id !== een.id && wat(ander) === wat(een));
  const naam = (een: Persoon): string => persoonKeuze(een).titel;
  const metFunctie = (een: Persoon): string => `${een.naam}, ${een.functie} (${een.organisatieNaam})`;
  const titel = (een: Persoon): string =>
    !alsEen(een, naam) ? naam(een) : !alsEen(een, metFunctie) ? metFunctie(een) : `${een.naam}, ${een.email} (${een.organisatieNaam})`;
  return personen.map((een) => ({ titel: titel(een), waarde: een.id }));
};

/** On record with a look: that it was an emergency. */
export const grondVan = (relaties: readonly string[]): { readonly grondslag?: GrondSoort } =>
  relaties.includes("noodtoegang") ? { grondslag: noodGrond } : {};

/** Does one of the partners ask to be consulted before any next step? Everybody with access is warned [domein 2]. */
export const overlegWaarschuwing = (ctx: Pick<Context, "taal">, { vragen }: Pick<Opened, "vragen">): string | undefined =>
  vragen.some((vraag) => vraag.eerstOverleggen) ? say(ctx.taal, "waarschuwing.eerst_overleggen") : undefined;
