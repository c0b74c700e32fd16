import { overleggenKaart, tafelsKaart } from "../cards/cards.js";
import type { Knop, RegioNaam } from "../cards/gegevens.js";
import type { OverleggenGegevens, OverlegPlaats, TafelsGegevens } from "../cards/gegevens-tafels.js";
import type { Overleg } from "../domain/overleg/overleg.js";
import type { Persoon } from "../domain/persoon/persoon.js";
import type { Tafel } from "../domain/regio/regio.js";
import { ok } from "../domain/result.js";
import { schoolvakantieOp } from "../domain/tafel/rooster.js";
import { type TafelInrichting, type TafelRol, tafelRollenVan } from "../domain/tafel/tafel.js";
import { mayStartTafel, mayTafel, type TafelAction } from "../domain/tafel/tafel-rechten.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { handeltVoor } from "../use-cases/open-actiepunt.js";
import { openSetUpTafel, type SetUpTafel } from "../use-cases/open-tafel.js";
import { type Context, interaction } from "./interaction.js";

const RIJEN = 7;

/** A person as he lists his tafels. */
type Mijn = { readonly tafel: Tafel; readonly inrichting?: TafelInrichting; readonly rollen: readonly TafelRol[] };

const naamVan = (tafel: Tafel): RegioNaam => tafel.naam as RegioNaam;

/** Tafels at which this person sits, and those that wait for somebody who sets them up. */
const mijnTafels = async (ctx: Context, persoon: Persoon): Promise<readonly Mijn[]> => {
  const { store } = ctx.ports;
  const [regio, inrichtingen, namens] = await Promise.all([store.readRegio(), store.inrichtingen(), handeltVoor(ctx.ports, persoon)]);
  return regio.tafels.flatMap((tafel): Mijn[] => {
    const inrichting = inrichtingen.find((one) => one.tafelId === tafel.id);
    if (inrichting === undefined) return mayStartTafel(persoon) ? [{ tafel, rollen: [] }] : [];
    const rollen = tafelRollenVan(inrichting, namens);
    return rollen.length === 0 ? [] : [{ tafel, inrichting, rollen }];
  });
};

const tafelKnoppen = ({ tafel, inrichting, rollen }: Mijn): readonly Knop[] => {
  const data = { t: tafel.id };
  const mag = (action: TafelAction): boolean => mayTafel(rollen, action);
  if (inrichting === undefined) return [{ verb: "tafel.inrichten", data, plek: "eerst" }];
  return [
    { verb: "tafel.overleggen", data, plek: "eerst" },
    ...(mag("overleg.toevoegen") ? [{ verb: "overleg.toevoegen", data, plek: "naast" as const }] : []),
    ...(mag("tafel.inrichten") ? [{ verb: "tafel.inrichten", data, plek: "meer" as const }] : []),
    ...(mag("tafel.vervanger") ? [{ verb: "tafel.vervanger", data, plek: "meer" as const }] : []),
    ...(mag("inbreng.punt") ? [{ verb: "inbreng.punt", data, plek: "meer" as const }] : []),
    { verb: "agenda.link", data, plek: "meer" },
  ];
};

/** `tafel`: my tafels, what I am there, and when each meets next. */
const tonen = interaction({
  id: "tafel.tonen",
  commando: "tafel",
  run: async (ctx) => {
    const mijn = await mijnTafels(ctx, ctx.actor.persoon);
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
        knoppen: tafelKnoppen(one),
        ...(one.inrichting === undefined ? {} : { rooster: one.inrichting.rooster }),
        ...(volgende === undefined ? {} : { volgende: volgende.begin }),
        ...(plaats === undefined ? {} : { plaats }),
      };
    });
    return ok({ soort: "toon", card: tafelsKaart({ rijen, now: ctx.now, knoppen: [] }, ctx.taal) });
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
