import type { PersoonId } from "../persoon/persoon.js";
import { leesPlaats, zitAanTafel } from "../tafel/inrichting.js";
import { leesCron } from "../tafel/rooster.js";
import { type PuntMinuten, puntenVanSoort, type VastPunt, vastePunten } from "../tafel/sjabloon.js";
import type { Rooster, TafelInrichting } from "../tafel/tafel.js";
import type { Dag } from "../tijd/dag.js";
import { isDag } from "../tijd/tijd.js";
import { type TafelId, tafelSoorten } from "./regio.js";
import { fout, type RegioFout } from "./regio-bestand.fout.js";
import { isActief, isObject, lijst, type Ruw, type RuwBestand, tekst, zoek } from "./regio-bestand.ruw.js";
import type { BestandInrichting, RegioBestand } from "./regio-bestand.schema.js";

const ambten = ["voorzitter", "secretaris", "tafelbeheerder"] as const;

const inrichtingRuw = (tafel: Ruw): Ruw | undefined => {
  const waarde = tafel.waarde["inrichting"];
  return isObject(waarde) ? { plek: `${tafel.plek}.inrichting`, waarde } : undefined;
};
const deelnemersRuw = (inrichting: Ruw): readonly Ruw[] => lijst(inrichting.waarde["deelnemers"], `${inrichting.plek}.deelnemers`);

/** Who is named here must be in the file. */
const onbekend = (bestand: RuwBestand, ruw: Ruw, veld: string): readonly RegioFout[] => {
  const id = tekst(ruw, veld);
  return id === undefined || zoek(bestand.personen, id) ? [] : [fout("onbekende_persoon", `${ruw.plek}.${veld}`, { id })];
};

/** An office of somebody who left falls to his deputy; without one the tafel has nobody. */
const ambtFouten = (bestand: RuwBestand, inrichting: Ruw, ambt: (typeof ambten)[number]): readonly RegioFout[] => {
  const id = tekst(inrichting, ambt);
  const persoon = zoek(bestand.personen, id);
  if (!persoon || isActief(persoon)) return onbekend(bestand, inrichting, ambt);
  const vervanger = zoek(bestand.personen, tekst(persoon, "plaatsvervanger"));
  return vervanger && isActief(vervanger) ? [] : [fout("tafel_persoon_inactief", `${inrichting.plek}.${ambt}`, { id: id ?? "" })];
};

const deelnemerFouten = (bestand: RuwBestand, inrichting: Ruw): readonly RegioFout[] => {
  const deelnemers = deelnemersRuw(inrichting);
  return deelnemers.flatMap((deelnemer, i) => {
    const id = tekst(deelnemer, "persoon");
    const eerder = deelnemers.slice(0, i).find((ander) => id !== undefined && tekst(ander, "persoon") === id);
    return [
      ...onbekend(bestand, deelnemer, "persoon"),
      ...onbekend(bestand, deelnemer, "plaatsvervanger"),
      ...(eerder ? [fout("deelnemer_dubbel", `${deelnemer.plek}.persoon`, { id: id ?? "", eerder: eerder.plek })] : []),
      ...(id !== undefined && tekst(deelnemer, "plaatsvervanger") === id ? [fout("vervanger_zelf", `${deelnemer.plek}.plaatsvervanger`)] : []),
    ];
  });
};

const roosterFouten = (inrichting: Ruw): readonly RegioFout[] => {
  const rooster = inrichting.waarde["rooster"];
  if (!isObject(rooster)) return [];
  const ruw: Ruw = { plek: `${inrichting.plek}.rooster`, waarde: rooster };
  const cron = tekst(ruw, "cron");
  const vanaf = tekst(ruw, "vanaf");
  if (cron === undefined || vanaf === undefined || !isDag(vanaf)) return [];
  const gelezen = leesCron(cron, vanaf);
  return gelezen.ok ? [] : [fout(gelezen.error, `${ruw.plek}.cron`, { cron })];
};

const plaatsFouten = (inrichting: Ruw): readonly RegioFout[] =>
  leesPlaats(tekst(inrichting, "plaats")).ok ? [] : [fout("plaats_onjuist", `${inrichting.plek}.plaats`)];

const urenVan = (inrichting: Ruw, veld: string, anders: number): number => {
  const waarde = inrichting.waarde[veld];
  return typeof waarde === "number" ? waarde : anders;
};

/** Inbreng closes, then the concept, then the agenda. */
const volgordeFouten = (inrichting: Ruw): readonly RegioFout[] => {
  const [sluiting, concept, agenda] = [urenVan(inrichting, "sluitingUren", 72), urenVan(inrichting, "conceptUren", 48), urenVan(inrichting, "agendaUren", 24)];
  return [
    ...(concept > sluiting ? [fout("agenda_na_sluiting", `${inrichting.plek}.conceptUren`)] : []),
    ...(agenda > concept ? [fout("agenda_na_sluiting", `${inrichting.plek}.agendaUren`)] : []),
    ...(urenVan(inrichting, "herinnerMinuten", 10) > agenda * 60 ? [fout("agenda_na_sluiting", `${inrichting.plek}.herinnerMinuten`)] : []),
  ];
};

const minimaalFouten = (inrichting: Ruw): readonly RegioFout[] => {
  const mensen = new Set([...ambten.map((ambt) => tekst(inrichting, ambt)), ...deelnemersRuw(inrichting).map((deelnemer) => tekst(deelnemer, "persoon"))]);
  mensen.delete(undefined);
  return mensen.size > 0 && urenVan(inrichting, "minimaal", 1) > mensen.size
    ? [fout("minimaal_te_hoog", `${inrichting.plek}.minimaal`, { aantal: mensen.size })]
    : [];
};

/** Each fixed point is one of its kind of tafel, and where casussen are discussed the privacycheck is one of them. */
const puntFouten = (tafel: Ruw, inrichting: Ruw): readonly RegioFout[] => {
  const punten = inrichting.waarde["vastePunten"];
  const soort = tafelSoorten.find((een) => een === tekst(tafel, "soort"));
  if (!isObject(punten) || soort === undefined) return [];
  const mag = puntenVanSoort(soort);
  const plek = `${inrichting.plek}.vastePunten`;
  return [
    ...(Object.keys(vastePunten) as VastPunt[])
      .filter((punt) => punten[punt] !== undefined && !mag.includes(punt))
      .map((punt) => fout("vast_punt_past_niet", `${plek}.${punt}`, { soort })),
    ...(mag.every((punt) => punten[punt] === undefined) ? [fout("leeg", plek)] : []),
    ...(mag.includes("privacycheck") && punten["privacycheck"] === undefined ? [fout("privacycheck_nodig", plek)] : []),
  ];
};

const vakantieFouten = ({ schoolvakanties }: RuwBestand): readonly RegioFout[] =>
  schoolvakanties.flatMap((vakantie) =>
    (tekst(vakantie, "van") ?? "") > (tekst(vakantie, "tot") ?? "9999") ? [fout("vakantie_omgekeerd", `${vakantie.plek}.tot`)] : [],
  );

/** What is wrong with how tafels are set up. */
export const tafelFouten = (bestand: RuwBestand): readonly RegioFout[] => [
  ...bestand.tafels.flatMap((tafel) => {
    const inrichting = inrichtingRuw(tafel);
    if (inrichting === undefined) return [];
    return [
      ...ambten.flatMap((ambt) => ambtFouten(bestand, inrichting, ambt)),
      ...deelnemerFouten(bestand, inrichting),
      ...roosterFouten(inrichting),
      ...plaatsFouten(inrichting),
      ...volgordeFouten(inrichting),
      ...puntFouten(tafel, inrichting),
      ...minimaalFouten(inrichting),
    ];
  }),
  ...vakantieFouten(bestand),
];

const roosterVan = (rooster: BestandInrichting["rooster"]): Rooster => {
  if (rooster === "op_verzoek") return { soort: "op_verzoek" };
  const vanaf = rooster.vanaf as Dag;
  const cron = leesCron(rooster.cron, vanaf);
  return { soort: "vast", cron: cron.ok ? cron.value : rooster.cron, elke: rooster.elke, vanaf, feestdag: rooster.feestdag };
};

/** Active people by id; of who left, his deputy. */
type Wie = { readonly isActief: (id: string) => boolean; readonly vervanger: (id: string) => string };

const wieVan = ({ personen }: RegioBestand): Wie => {
  const actief = new Set(personen.filter((p) => p.actief).map((p) => p.id));
  const vervangers = new Map(personen.map((p) => [p.id, p.plaatsvervanger]));
  return { isActief: (id) => actief.has(id), vervanger: (id) => (actief.has(id) ? id : (vervangers.get(id) ?? id)) };
};

const inrichtingVan = (tafelId: TafelId, b: BestandInrichting, wie: Wie): TafelInrichting => {
  const mensen = {
    voorzitterId: wie.vervanger(b.voorzitter) as PersoonId,
    secretarisId: wie.vervanger(b.secretaris) as PersoonId,
    beheerderId: wie.vervanger(b.tafelbeheerder) as PersoonId,
    deelnemers: b.deelnemers
      .filter(({ persoon }) => wie.isActief(persoon))
      .map(({ persoon, plaatsvervanger }) => ({
        persoonId: persoon as PersoonId,
        ...(plaatsvervanger === undefined || !wie.isActief(plaatsvervanger) ? {} : { plaatsvervangerId: plaatsvervanger as PersoonId }),
      })),
  };
  const { duurMinuten, sluitingUren, conceptUren, agendaUren, herinnerMinuten } = b;
  return {
    tafelId,
    version: 0,
    ...mensen,
    rooster: roosterVan(b.rooster),
    duurMinuten,
    ...(b.plaats === undefined ? {} : { plaats: b.plaats }),
    ...(b.link === undefined ? {} : { link: b.link }),
    sluitingUren,
    conceptUren,
    agendaUren,
    herinnerMinuten,
    ...(b.vastePunten === undefined ? {} : { vastePunten: b.vastePunten as PuntMinuten }),
    minimaal: Math.min(b.minimaal, zitAanTafel(mensen).length),
  };
};

/** How the tafels of the file are set up. */
export const inrichtingenVan = (bestand: RegioBestand): readonly TafelInrichting[] => {
  const wie = wieVan(bestand);
  return bestand.tafels.flatMap(({ id, inrichting }) => (inrichting === undefined ? [] : [inrichtingVan(id as TafelId, inrichting, wie)]));
};
