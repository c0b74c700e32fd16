import { overleggenKaart, tafelsKaart } from "../cards/cards.js";
import type { Knop, RegioNaam } from "../cards/gegevens.js";
import type { OverleggenGegevens, OverlegPlaats, TafelsGegevens } from "../cards/gegevens-tafels.js";
import type { Overleg } from "../domain/overleg/overleg.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import type { Tafel } from "../domain/regio/regio.js";
import { ok } from "../domain/result.js";
import { schoolvakantieOp } from "../domain/tafel/rooster.js";
import { type TafelInrichting, type TafelRol, tafelRollenVan } from "../domain/tafel/tafel.js";
import { mayOrganise, mayStartTafel, mayTafel, type TafelAction } from "../domain/tafel/tafel-rechten.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { findChannel, kanaalTafels } from "../use-cases/bind-channel.js";
import { handeltVoor } from "../use-cases/open-actiepunt.js";
import { openSetUpTafel, type SetUpTafel } from "../use-cases/open-tafel.js";
import { type Context, interaction } from "./interaction.js";

const RIJEN = 7;

/** A tafel as this person lists it. */
type Mijn = { readonly tafel: Tafel; readonly inrichting?: TafelInrichting; readonly rollen: readonly TafelRol[] };

const naamVan = (tafel: Tafel): RegioNaam => tafel.naam as RegioNaam;

/** First the tafels at which this person sits; who organises the tafels also sees those to set up, the others, and those that stopped. */
const mijnTafels = async (ctx: Context, persoon: Persoon): Promise<readonly Mijn[]> => {
  const { store } = ctx.ports;
  const [regio, inrichtingen, namens] = await Promise.all([store.readRegio(), store.inrichtingen(), handeltVoor(ctx.ports, persoon)]);
  const organiseert = mayStartTafel(persoon);
  const gevonden = regio.tafels.flatMap((tafel): Mijn[] => {
    const inrichting = inrichtingen.find((one) => one.tafelId === tafel.id);
    const rollen = inrichting === undefined || tafel.beeindigdOp !== undefined ? [] : tafelRollenVan(inrichting, namens);
    return rollen.length === 0 && !organiseert ? [] : [{ tafel, rollen, ...(inrichting === undefined ? {} : { inrichting }) }];
  });
  return [...gevonden].sort((a, b) => rang(a) - rang(b));
};

const rang = ({ tafel, inrichting, rollen }: Mijn): number => {
  if (tafel.beeindigdOp !== undefined) return 3;
  return rollen.length > 0 ? 0 : inrichting === undefined ? 1 : 2;
};

const tafelKnoppen = ({ tafel, inrichting, rollen }: Mijn, persoon: Persoon): readonly Knop[] => {
  const data = { t: tafel.id };
  const mag = (action: TafelAction): boolean => mayOrganise(persoon, action) || mayTafel(rollen, action);
  const stop: readonly Knop[] = mag("tafel.stoppen") ? [{ verb: "tafel.stoppen", data, plek: "meer" }] : [];
  if (tafel.beeindigdOp !== undefined) return [{ verb: "tafel.inrichten", label: "tafel.opnieuw", data, plek: "naast" }];
  if (inrichting === undefined) return [{ verb: "tafel.inrichten", data, plek: "eerst" }, ...stop];
  if (rollen.length === 0) return stop;
  return [
    { verb: "tafel.overleggen", data, plek: "eerst" },
    ...(mag("overleg.toevoegen") ? [{ verb: "overleg.toevoegen", data, plek: "naast" as const }] : []),
    ...(mag("tafel.inrichten") ? [{ verb: "tafel.inrichten", data, plek: "meer" as const }] : []),
    ...(mag("tafel.vervanger") ? [{ verb: "tafel.vervanger", data, plek: "meer" as const }] : []),
    ...(mag("tafel.punten") ? [{ verb: "tafel.punten", data, plek: "meer" as const }] : []),
    ...(mag("tafel.mens") ? [{ verb: "tafel.mens", data, plek: "meer" as const }] : []),
    ...(mag("inbreng.punt") ? [{ verb: "inbreng.punt", data, plek: "meer" as const }] : []),
    { verb: "agenda.link", data, plek: "meer" },
    ...stop,
  ];
};

/** What can be done from here: more of the list, a new tafel, and with the channel in which this was asked. */
const onderaan = async (ctx: Context, aantal: number, vanaf: number): Promise<readonly Knop[]> => {
  const { place } = ctx;
  const hier = place.soort === "channel" && (await kanaalTafels(ctx)).length > 0;
  const channel = hier ? await findChannel(ctx, place.conversationId) : undefined;
  const verb = channel === undefined ? "tafel.kanaal" : "tafel.kanaal_los";
  return [
    ...(hier ? [{ verb, data: { kanaal: place.conversationId }, plek: "eerst" as const }] : []),
    ...(aantal > vanaf + RIJEN ? [{ verb: "tafel.tonen", label: "tafel.meer", data: { na: String(vanaf + RIJEN) }, plek: "naast" as const }] : []),
    ...(mayStartTafel(ctx.actor.persoon) ? [{ verb: "tafel.nieuw", data: {}, plek: "naast" as const }] : []),
  ];
};

/** `tafel`: my tafels, what I am there, and when each meets next; seven at a time. */
const tonen = interaction({
  id: "tafel.tonen",
  commando: "tafel",
  run: async (ctx) => {
    const alle = await mijnTafels(ctx, ctx.actor.persoon);
    const vanaf = Number.isSafeInteger(Number(ctx.data.na)) ? Math.max(0, Number(ctx.data.na)) : 0;
    const mijn = alle.slice(vanaf, vanaf + RIJEN);
    const eerste = await ctx.ports.store.eersteOverleggen(
      mijn.filter((one) => one.inrichting !== undefined).map((one) => one.tafel.id),
      ctx.now,
    );
    const rijen = mijn.map((one): TafelsGegevens["rijen"][number] => {
      const volgende = eerste.find((overleg) => overleg.tafelId === one.tafel.id);
      const plaats = volgende?.plaats as OverlegPlaats | undefined;
      return {
        tafel: naamVan(one.tafel),
        rollen: one.rollen,
        knoppen: tafelKnoppen(one, ctx.actor.persoon),
        ...(one.tafel.beeindigdOp === undefined ? {} : { beeindigdOp: one.tafel.beeindigdOp }),
        ...(one.inrichting === undefined ? {} : { rooster: one.inrichting.rooster }),
        ...(volgende === undefined ? {} : { volgende: volgende.begin }),
        ...(plaats === undefined ? {} : { plaats }),
      };
    });
    return ok({ soort: "toon", card: tafelsKaart({ rijen, now: ctx.now, knoppen: await onderaan(ctx, alle.length, vanaf) }, ctx.taal) });
  },
});

const overlegKnoppen = ({ rollen }: SetUpTafel, overleg: Overleg, now: Date): readonly Knop[] => {
  const data = { m: overleg.id };
  if (overleg.begin <= now || !mayTafel(rollen, "overleg.verzetten")) return [];
  return [
    { verb: "overleg.verzetten", data, plek: "naast" },
    { verb: "overleg.laten_vervallen", data, plek: "naast" },
  ];
};

const overlegRij = (ctx: Context, opened: SetUpTafel, overleg: Overleg): OverleggenGegevens["rijen"][number] => {
  const plaats = overleg.plaats as OverlegPlaats | undefined;
  const dag = dagVan(overleg.begin);
  return {
    soort: overleg.soort,
    begin: overleg.begin,
    eind: overleg.eind,
    schoolvakantie: schoolvakantieOp(dag, opened.regio) !== undefined,
    knoppen: overlegKnoppen(opened, overleg, ctx.now),
    ...(overleg.gepland === undefined || overleg.gepland === dag ? {} : { van: overleg.gepland }),
    ...(plaats === undefined ? {} : { plaats }),
  };
};

const isGenodigd = ({ namens, rollen }: SetUpTafel, { genodigden }: Overleg): boolean =>
  genodigden === undefined || mayTafel(rollen, "overleg.verzetten") || genodigden.some((id) => namens.includes(id));

/** The coming overleggen of a tafel, seven at a time. `data.na`: those after this moment. */
const overleggen = interaction({
  id: "tafel.overleggen",
  run: async (ctx) => {
    const opened = await openSetUpTafel(ctx, ctx.data.t ?? "", "tafel.overleggen");
    if (!opened.ok) return opened;
    const na = ctx.data.na === undefined ? Number.NaN : Number(ctx.data.na);
    const vanaf = Number.isSafeInteger(na) && na > ctx.now.getTime() ? new Date(na) : ctx.now;
    const found = (await ctx.ports.store.komendeOverleggen(opened.value.tafel.id, vanaf, RIJEN * 3)).filter((one) => isGenodigd(opened.value, one));
    const laatste = found[RIJEN - 1];
    const data = { t: opened.value.tafel.id };
    const knoppen: readonly Knop[] = [
      ...(mayTafel(opened.value.rollen, "overleg.toevoegen") ? [{ verb: "overleg.toevoegen", data, plek: "eerst" as const }] : []),
      ...(found.length > RIJEN && laatste !== undefined
        ? [{ verb: "tafel.overleggen", label: "tafel.verder", data: { ...data, na: String(laatste.eind.getTime()) }, plek: "naast" as const }]
        : []),
      { verb: "agenda.link", data, plek: "naast" },
    ];
    const rijen = found.slice(0, RIJEN).map((overleg) => overlegRij(ctx, opened.value, overleg));
    return ok({ soort: "toon", card: overleggenKaart({ tafel: naamVan(opened.value.tafel), rijen, now: ctx.now, knoppen }, ctx.taal) });
  },
});

export const tafelInteractions = [tonen, overleggen];
