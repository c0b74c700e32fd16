import { type BesluitenDocument, besluitenDocument, type DocumentActie, type DocumentPunt } from "../cards/besluiten-document.js";
import { zegDagVoluit, zegDatumVoluit, zegMoment } from "../cards/datum.js";
import type { Knop } from "../cards/gegevens.js";
import type { LijstStand } from "../cards/gegevens-besluiten.js";
import { type ActieDossier, actieRelatiesVan } from "../domain/actiepunt/actie-policy.js";
import { openTitel } from "../domain/actiepunt/actiepunt.js";
import { magLezen } from "../domain/delen/lezen.js";
import type { DocumentTekst } from "../domain/document.js";
import { CONCLUSIE } from "../domain/overleg/besluitenlijst.js";
import type { Verbetering } from "../domain/overleg/vastlegging.js";
import type { Persoon, PersoonId, Taal } from "../domain/persoon/persoon.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import type { Ports } from "../ports/ports.js";
import { isVerbeterd, openCorrecties, teVerbeteren } from "../use-cases/besluitenlijst.js";
import { actiesVan, correctiesVoor, type LijstPunt, leesbaar, type OpenedBesluiten } from "../use-cases/open-besluiten.js";

type Regel = { readonly naam: string; readonly waarde: string };
export type LijstGroep = { readonly kop: string; readonly regels: readonly Regel[]; readonly punt?: LijstPunt };
type Kijkt = { readonly taal: Taal; readonly now: Date; readonly ports: Ports };

export const standVan = (opened: OpenedBesluiten): LijstStand =>
  opened.verloop.lijst === "vastgesteld" ? "vastgesteld" : isVerbeterd(opened) ? "verbeterd" : "concept";

/** What a point is called: a code where the reader may know it. */
export const puntNaam = (taal: Taal, { vast, een, verborgen }: LijstPunt): string => {
  if (vast !== undefined) return say(taal, `agenda_punt.${vast}`);
  if (een?.punt.vernietigdOp !== undefined) return say(taal, "agenda_punt.vernietigd", { datum: zegDatumVoluit(dagVan(een.punt.vernietigdOp), taal) });
  if (een === undefined || verborgen === "besloten" || een.code === undefined) return een?.punt.inhoud.titel ?? say(taal, "agenda_punt.besloten");
  return say(taal, een.punt.soort === "casus" ? "agenda_punt.casus" : een.punt.soort === "actie" ? "besluiten.actie_punt" : "agenda_punt.signaal", {
    code: een.code,
  });
};
const kopVan = (taal: Taal, punt: LijstPunt): string => `${punt.nr} · ${puntNaam(taal, punt)}`;

/** For a form that a chat may keep for a while: no code of a besloten punt. */
export const puntKeuze = (taal: Taal, punt: LijstPunt): string =>
  punt.een?.punt.besloten === true ? `${punt.nr} · ${say(taal, "agenda_punt.besloten")}` : kopVan(taal, punt);

/** Was the actiepunt agreed at this point? One that was noted apart goes by its casus. */
const hoortBij = ({ een }: LijstPunt, { actiepunt }: ActieDossier): boolean =>
  een !== undefined &&
  (actiepunt.puntId === undefined ? actiepunt.casusId !== undefined && actiepunt.casusId === een.punt.casusId : actiepunt.puntId === een.punt.id);

const naamVan = (personen: readonly Persoon[], id: string): string => personen.find((persoon) => persoon.id === id)?.naam ?? "";

/** A text, or when it went with what it told of. */
const tekstOf = (taal: Taal, tekst: string, op: string | Date | undefined): string =>
  op === undefined ? tekst : say(taal, "vernietigd_op", { datum: zegDatumVoluit(dagVan(new Date(op)), taal) });

const actieRegel = (taal: Taal, { actiepunt, actiehouder }: ActieDossier): Regel => ({
  naam: say(taal, "besluiten.actie_code", { code: actiepunt.code }),
  waarde: [
    tekstOf(taal, actiepunt.inhoud.wat, actiepunt.vernietigdOp),
    `${actiehouder.naam} (${actiehouder.organisatieNaam})`,
    say(taal, "besluiten.voor", { datum: zegDagVoluit(actiepunt.termijn, taal) }),
  ].join(" · "),
});

const verbeterRegel = ({ taal, now }: Kijkt, personen: readonly Persoon[], { op, doorId, deel, was, bijOverlegId, vernietigdOp }: Verbetering): Regel => ({
  naam: say(taal, was === undefined ? "besluiten.toegevoegd" : deel === CONCLUSIE ? "besluiten.verbeterd_conclusie" : "besluiten.verbeterd_besluit"),
  waarde: [
    zegMoment(new Date(op), taal, now),
    naamVan(personen, doorId),
    bijOverlegId === undefined ? "" : say(taal, "besluiten.bij_later_overleg"),
    was === undefined || was === "" ? "" : say(taal, "besluiten.er_stond", { tekst: was }),
    vernietigdOp === undefined ? "" : tekstOf(taal, "", vernietigdOp),
  ]
    .filter(Boolean)
    .join(" · "),
});

const puntRegels = (kijkt: Kijkt, punt: LijstPunt, acties: readonly ActieDossier[], personen: readonly Persoon[]): readonly Regel[] => {
  const { taal } = kijkt;
  const { conclusie = "", besluiten = [], verbeteringen = [], vernietigdOp } = punt.vastlegging;
  const zonder = punt.een?.punt.inhoud.zonder;
  const geconcludeerd = conclusie === "" ? tekstOf(taal, "", vernietigdOp) : conclusie;
  return [
    ...(geconcludeerd === "" ? [] : [{ naam: say(taal, "besluiten.conclusie"), waarde: geconcludeerd }]),
    ...besluiten.map((een) => ({ naam: say(taal, "besluiten.besluit"), waarde: tekstOf(taal, een.tekst, een.vernietigdOp) })),
    ...acties.filter((actie) => hoortBij(punt, actie)).map((actie) => actieRegel(taal, actie)),
    ...(zonder === undefined ? [] : [{ naam: say(taal, "besluiten.zonder"), waarde: zonder }]),
    ...verbeteringen.map((een) => verbeterRegel(kijkt, personen, een)),
  ];
};

/** Those that stand under no point: without casus for who sits there, of a casus for who works on them. */
const andereActies = (opened: OpenedBesluiten, acties: readonly ActieDossier[]): readonly ActieDossier[] => {
  const { persoon, namens, zitErbij } = opened.lezer;
  return acties.filter((actie) => {
    if (leesbaar(opened).some((punt) => hoortBij(punt, actie))) return false;
    if (opened.lijst.some((punt) => hoortBij(punt, actie))) return false;
    if (actie.actiepunt.casusId === undefined) return zitErbij;
    return magLezen(persoon, actieRelatiesVan(persoon, namens, actie), actie);
  });
};

const aanwezigen = ({ antwoorden }: OpenedBesluiten, personen: readonly Persoon[], taal: Taal): readonly Regel[] =>
  personen.flatMap((persoon) => {
    const antwoord = antwoorden.find(({ persoonId }) => persoonId === persoon.id)?.antwoord;
    if (antwoord === undefined || antwoord === "komt_niet") return [];
    const wie = `${persoon.naam} (${persoon.organisatieNaam})`;
    return [{ naam: "", waarde: antwoord === "plaatsvervanger" ? say(taal, "besluiten.vervanger_van", { wie }) : wie }];
  });

const correctieRegels = ({ taal, now }: Kijkt, opened: OpenedBesluiten, personen: readonly Persoon[]): readonly Regel[] =>
  correctiesVoor(opened).map(({ correctie, punt }) => ({
    naam: punt === undefined ? say(taal, "besluiten.hele_lijst") : puntNaam(taal, punt),
    waarde: [
      zegMoment(new Date(correctie.op), taal, now),
      naamVan(personen, correctie.doorId),
      say(taal, correctie.verwerktOp === undefined ? "besluiten.correctie_open" : "besluiten.correctie_klaar"),
      tekstOf(taal, correctie.tekst, correctie.vernietigdOp),
    ].join(" · "),
  }));

const wie = (opened: OpenedBesluiten): readonly PersoonId[] => [
  ...new Set([
    ...opened.antwoorden.map(({ persoonId }) => persoonId),
    ...opened.lijst.flatMap(({ vastlegging }) => (vastlegging.verbeteringen ?? []).map(({ doorId }) => doorId)),
    ...correctiesVoor(opened).map(({ correctie }) => correctie.doorId),
  ]),
];

/** Everything in the list that this reader may read, and one sentence per point that is withheld. */
export const lijstGroepen = async (
  kijkt: Kijkt,
  opened: OpenedBesluiten,
): Promise<{ readonly groepen: readonly LijstGroep[]; readonly nietZichtbaar: readonly string[] }> => {
  const { taal, ports } = kijkt;
  const [acties, personen] = await Promise.all([actiesVan(ports, opened), ports.store.readPersonen(wie(opened))]);
  const groepen: readonly LijstGroep[] = [
    { kop: say(taal, "besluiten.aanwezig"), regels: aanwezigen(opened, personen, taal) },
    ...leesbaar(opened).map((punt) => ({ kop: kopVan(taal, punt), regels: puntRegels(kijkt, punt, acties, personen), punt })),
    { kop: say(taal, "besluiten.andere_acties"), regels: andereActies(opened, acties).map((actie) => actieRegel(taal, actie)) },
    { kop: say(taal, "besluiten.correcties"), regels: correctieRegels(kijkt, opened, personen) },
  ];
  const nietZichtbaar = opened.lijst.flatMap((punt) =>
    punt.verborgen === undefined || punt.vast !== undefined ? [] : [say(taal, `besluiten.verborgen.${punt.verborgen}`, { punt: kopVan(taal, punt) })],
  );
  return { groepen: groepen.filter(({ regels }) => regels.length > 0), nietZichtbaar };
};

/** What can be done with the list now. */
export const lijstKnoppen = (opened: OpenedBesluiten, metLezen: boolean): readonly Knop[] => {
  const { verloop, lezer, overleg, lijst } = opened;
  const knop = (verb: string, plek: Knop["plek"]): Knop => ({ verb, data: { m: overleg.id }, plek });
  const concept = verloop.lijst === "concept";
  const wacht = openCorrecties(opened).length > 0;
  const verbetert = lijst.some(({ sleutel }) => teVerbeteren(opened, sleutel) !== undefined);
  return [
    ...(metLezen ? [knop("besluiten.lezen", "eerst")] : []),
    ...(verbetert ? [knop("besluiten.verbeteren", wacht ? "eerst" : "naast")] : []),
    ...(wacht ? [knop("besluiten.verwerken", "naast")] : []),
    ...(concept ? [knop("besluiten.correctie", verbetert ? "meer" : "naast")] : []),
    ...(lezer.zitErbij ? [knop("besluiten.bestand", "naast")] : []),
    ...(concept && lezer.rollen.includes("voorzitter") ? [knop("besluiten.vaststellen", "meer")] : []),
  ];
};

const functieVan = ({ functie, organisatieNaam }: Persoon): string => `${organisatieNaam} (${functie})`;
const documentActie = (taal: Taal, { actiepunt, actiehouder }: ActieDossier): DocumentActie => ({
  wat: actiepunt.vernietigdOp === undefined ? (openTitel(actiepunt) ?? actiepunt.code) : tekstOf(taal, "", actiepunt.vernietigdOp),
  houder: functieVan(actiehouder),
  termijn: actiepunt.termijn,
});

/** Of a casus or signaal nothing but the code, and of a besloten punt not even that [domein 4]. */
const documentPunt = (taal: Taal, punt: LijstPunt, acties: readonly ActieDossier[]): DocumentPunt => {
  const { een, vastlegging } = punt;
  if (een?.punt.vernietigdOp !== undefined) return { titel: puntNaam(taal, punt), besloten: "zonder_code", besluiten: [], acties: [] };
  if (een?.punt.besloten === true) return { titel: say(taal, "agenda_punt.besloten"), besloten: "zonder_code", besluiten: [], acties: [] };
  const over = een !== undefined && (een.casus !== undefined || een.punt.signaalId !== undefined);
  const titel = puntNaam(taal, punt);
  if (over) return { titel, besloten: "ja", besluiten: [], acties: [] };
  const { besluiten = [], vernietigdOp } = vastlegging;
  const conclusie = vastlegging.conclusie === "" && vernietigdOp !== undefined ? tekstOf(taal, "", vernietigdOp) : vastlegging.conclusie;
  const eigen = acties.filter((actie) => hoortBij(punt, actie)).map((actie) => documentActie(taal, actie));
  return {
    titel,
    besloten: "nee",
    besluiten: besluiten.map((een) => tekstOf(taal, een.tekst, een.vernietigdOp)),
    acties: eigen,
    ...(conclusie === undefined ? {} : { conclusie }),
  };
};

/** The list as a text for a file: the same for every reader who may have it. */
export const documentVan = async (ports: Ports, opened: OpenedBesluiten, taal: Taal): Promise<DocumentTekst> => {
  const { overleg, tafel, verloop, antwoorden } = opened;
  const [alle, personen] = await Promise.all([actiesVan(ports, opened), ports.store.readPersonen(antwoorden.map(({ persoonId }) => persoonId))]);
  const acties = alle.filter(({ actiepunt }) => actiepunt.casusId === undefined);
  const erbij = personen.filter(({ id }) => antwoorden.some(({ persoonId, antwoord }) => persoonId === id && antwoord !== "komt_niet"));
  // As if nobody in particular reads it.
  const lijst = opened.lijst.map(({ verborgen: _, ...punt }): LijstPunt => punt);
  const open = lijst.filter((punt) => documentPunt(taal, punt, []).besloten === "nee");
  const gegevens: BesluitenDocument = {
    tafel: tafel.naam,
    begin: overleg.begin,
    eind: overleg.eind,
    stand: standVan(opened),
    ...(verloop.lijstOp === undefined ? {} : { op: verloop.lijstOp }),
    aanwezig: erbij.map(functieVan).sort(),
    punten: lijst.map((punt) => documentPunt(taal, punt, acties)),
    acties: acties.filter((actie) => !open.some((punt) => hoortBij(punt, actie))).map((actie) => documentActie(taal, actie)),
  };
  return besluitenDocument(gegevens, taal);
};

/** "MDO mensenhandel · donderdag 3 december". */
export const lijstKop = ({ tafel, overleg }: OpenedBesluiten, taal: Taal, now: Date): string =>
  `${tafel.naam} · ${zegDagVoluit(dagVan(overleg.begin), taal, now)}`;
