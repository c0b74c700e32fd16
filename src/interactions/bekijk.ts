import { zegDatum, zegMoment } from "../cards/datum.js";
import type { BekijkGegevens } from "../cards/gegevens.js";
import type { Casus, Toestemming } from "../domain/casus/casus.js";
import { isZorgReden } from "../domain/casus/sluiten.js";
import { type Veldgroep, veldgroepen, visibleFields, type Zicht } from "../domain/delen/beleid.js";
import { type Bekeken, blikVan } from "../domain/delen/blik.js";
import { uitgeslotenVan } from "../domain/delen/uitgesloten.js";
import type { Agendapunt } from "../domain/overleg/agendapunt.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import type { Stap } from "../domain/signaal/signaal.js";
import { neutraleStatus } from "../domain/signaal/signaal.status.js";
import { verteldeStatus } from "../domain/signaal/verteld.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import type { Opened } from "../use-cases/work.js";
import { gekozen, type Look, type Regel, regel, word } from "./bekijk-woorden.js";
import { overlegWaarschuwing } from "./context.js";
import type { Context } from "./interaction.js";
import { bekijkKnoppen } from "./knoppen.js";
import { nietZichtbareZinnen } from "./niet-zichtbaar.js";

export const naamVan = (personen: readonly Persoon[], id: string): string => personen.find((persoon) => persoon.id === id)?.naam ?? "";

/** A melder reads back what he wrote himself, not what others added. */
const aanvullingenVoor = (ctx: Look, { signaal, relaties }: Opened) =>
  relaties.every((relatie) => relatie === "melder")
    ? signaal.inhoud.aanvullingen.filter(({ doorId }) => doorId === ctx.actor.persoon.id)
    : signaal.inhoud.aanvullingen;

const melding = (ctx: Look, opened: Opened, personen: readonly Persoon[], showNames: boolean): readonly Regel[] => {
  const { signaal } = opened;
  return [
    ...regel(ctx, "omschrijving", signaal.inhoud.omschrijving),
    ...regel(ctx, "gezienOp", zegDatum(new Date(`${signaal.inhoud.gezienOp}T12:00:00Z`), ctx.taal)),
    ...gekozen(ctx, "opgemerkt", signaal.inhoud.opgemerkt),
    ...gekozen(ctx, "meldcode", signaal.inhoud.meldcode),
    ...(signaal.acuut === undefined
      ? []
      : regel(ctx, "acuut", `${zegMoment(signaal.acuut.op, ctx.taal, ctx.now)} · ${word(ctx, `keuze.belde112.${signaal.acuut.belde112}`)}`)),
    ...aanvullingenVoor(ctx, opened).flatMap((aanvulling) =>
      regel(
        ctx,
        "aanvulling",
        [zegMoment(new Date(aanvulling.op), ctx.taal, ctx.now), showNames ? naamVan(personen, aanvulling.doorId) : "", aanvulling.tekst]
          .filter(Boolean)
          .join(" · "),
      ),
    ),
  ];
};

const kenmerken = (ctx: Look, { signaal, regio }: Opened): readonly Regel[] => [
  ...regel(ctx, "vorm", regio.vormen.find((vorm) => vorm.code === signaal.inhoud.vorm)?.[ctx.taal]),
  ...gekozen(ctx, "leeftijd", signaal.inhoud.leeftijd),
  ...gekozen(ctx, "gender", signaal.inhoud.gender),
  ...gekozen(ctx, "herkomst", signaal.inhoud.herkomst),
  ...gekozen(ctx, "context", signaal.inhoud.context),
];

const verrijking = (ctx: Look, { signaal }: Opened): readonly Regel[] => {
  const found = signaal.inhoud.verrijking;
  if (found === undefined) return [];
  return [
    ...regel(ctx, "grondslag", found.grondslag),
    ...regel(ctx, "adresGecontroleerd", word(ctx, found.adresGecontroleerd ? "bekijk.ja" : "bekijk.nee")),
    ...regel(ctx, "eerdereInterventies", found.eerdereInterventies),
    ...regel(ctx, "overig", found.overig),
  ];
};

const vragen = (ctx: Look, opened: Opened, personen: readonly Persoon[]): readonly Regel[] =>
  opened.vragen.map((vraag) => {
    const partner = personen.find((persoon) => persoon.id === vraag.aanId);
    const { antwoord, toelichting, grondslagPartner, veiligThuisBetrokken } = vraag.inhoud;
    const gesteld = [vraag.soort === "afstemming" ? "" : word(ctx, `bekijk.vraag_soort.${vraag.soort}`), vraag.inhoud.vraag];
    const gezegd = [
      antwoord === undefined ? word(ctx, `vraag_status.${vraag.status}`) : word(ctx, `keuze.antwoord.${antwoord}`),
      toelichting,
      grondslagPartner,
      veiligThuisBetrokken === undefined ? "" : `${word(ctx, "bekijk.veld.veiligThuis")}: ${word(ctx, `bekijk.${veiligThuisBetrokken}`)}`,
      vraag.eerstOverleggen ? word(ctx, "bekijk.veld.eerstOverleggen") : "",
      vraag.vastgelegdDoorId === undefined ? "" : `${word(ctx, "bekijk.veld.vastgelegdDoor")}: ${naamVan(personen, vraag.vastgelegdDoorId)}`,
    ];
    return {
      naam: partner === undefined ? "" : `${partner.naam} (${partner.organisatieNaam})`,
      waarde: [gesteld, gezegd].map((delen) => delen.filter(Boolean).join(" · ")).join("\n"),
    };
  });

const oordeelStappen: readonly Stap["name"][] = [
  "gemeentelijk_oppakken",
  "vermoeden_vaststellen",
  "route_zorg",
  "route_zorg_straf",
  "route_ondermijning",
  "op_tafel_brengen",
  "aan_tafel_besproken",
  "activeren",
  "sluiten_aan_tafel",
  "afsluiten",
  "andere_route_zorg",
  "andere_route_zorg_straf",
  "andere_route_ondermijning",
  "van_tafel_naar_zorg",
  "van_tafel_naar_zorg_straf",
  "van_tafel_naar_ondermijning",
  "regie_teruggeven",
  "activeren",
  "andere_route_gevraagd",
  "andere_route_geweigerd",
  "andere_route_ingetrokken",
  "andere_route_zorg",
  "andere_route_zorg_straf",
  "andere_route_ondermijning",
  "afsluiten",
  "sluiten_aan_tafel",
];

const zorgStappen: readonly Stap["name"][] = ["fase", "toestemming"];

/** Tells where a victim is in the care path: with the group of that name alone. */
const isZorgStap = ({ name, inhoud }: Stap): boolean => zorgStappen.includes(name) || isZorgReden(inhoud.sluitReden);

/** Steps whose reason or question is for everybody who handles the signaal; other reasons may tell of the judgement. */
const redenVoorIedereBehandelaar: readonly Stap["name"][] = [
  "versterken",
  "niet_versterken",
  "naar_analist",
  "intrekking_gevraagd",
  "overdracht_gevraagd",
  "overdracht_geweigerd",
  "overdragen_aan_gemeente",
  "buiten_houden",
];

const redenen = (ctx: Look, stap: Stap): readonly Regel[] =>
  Object.entries(stap.inhoud)
    .filter(([veld]) => !["naar", "vraagId", "minderjarig", "casus"].includes(veld))
    .flatMap(([veld, waarde]) => gekozen(ctx, veld, waarde));

const metRedenen = (ctx: Look, stap: Stap, toon: boolean): readonly Regel[] => [
  { naam: "", waarde: word(ctx, `stap.${stap.name}`) },
  ...(toon ? redenen(ctx, stap) : []),
];

const oordeel = (ctx: Look, opened: Opened, stappen: readonly Stap[], personen: readonly Persoon[]): readonly Regel[] => [
  ...stappen.filter((stap) => oordeelStappen.includes(stap.name)).flatMap((stap) => metRedenen(ctx, stap, !isZorgStap(stap))),
  ...(opened.casus === undefined
    ? []
    : [
        ...regel(ctx, "casus", opened.casus.code),
        ...regel(ctx, "regiehouder", regiehouderVan(ctx, opened.casus, personen)),
        ...regel(ctx, "tafel", opened.regio.tafels.find((tafel) => tafel.id === opened.casus?.tafelId)?.naam),
      ]),
];

export const regiehouderVan = (ctx: Look, { regiehouderId, regieStatus }: Casus, personen: readonly Persoon[]): string | undefined =>
  regiehouderId === undefined ? undefined : `${naamVan(personen, regiehouderId)} · ${word(ctx, `regie_status.${regieStatus}`)}`;

/** The last word on it, with its day. */
const toestemmingRegel = (ctx: Look, toestemming: Toestemming | undefined): readonly Regel[] =>
  toestemming === undefined
    ? []
    : regel(ctx, "toestemming", `${word(ctx, `keuze.toestemming.${toestemming.soort}`)} · ${zegDatum(new Date(toestemming.op), ctx.taal)}`);

/** How far the care is, whether she agreed that it is shared, and how she can be reached. */
export const zorgRegels = (ctx: Look, { fase, inhoud }: Pick<Casus, "fase" | "inhoud">): readonly Regel[] => [
  ...gekozen(ctx, "fase", fase),
  ...toestemmingRegel(ctx, inhoud?.toestemming),
  ...regel(ctx, "toelichting", inhoud?.toestemming?.toelichting),
  ...regel(ctx, "contact", inhoud?.toestemming?.contact),
];

/** Where the victim is now, and what was noted about that on the way. */
const zorg = (ctx: Look, { casus }: Bekeken, stappen: readonly Stap[]): readonly Regel[] => [
  ...(casus === undefined ? [] : zorgRegels(ctx, casus)),
  ...stappen.filter((stap) => isZorgStap(stap) && stap.name !== "toestemming").flatMap((stap) => metRedenen(ctx, stap, true)),
];

/** A ground is said in its first sentence; all of it is on record. */
const kort = (stap: Stap): Stap => {
  const [grondslag] = stap.inhoud.grondslag?.split(/(?<=\.)\s/) ?? [];
  return grondslag === undefined ? stap : { ...stap, inhoud: { ...stap.inhoud, grondslag } };
};

/** The path in one line per step; the judgement and reasons stand in their own groups. */
const historie = (ctx: Look, stappen: readonly Stap[], personen: readonly Persoon[], metOordeel: boolean): readonly Regel[] =>
  stappen
    .filter((stap) => !zorgStappen.includes(stap.name) && (metOordeel || !oordeelStappen.includes(stap.name)))
    .map((stap) => {
      const naam = stap.doorId === "systeem" ? word(ctx, "bekijk.systeem") : naamVan(personen, stap.doorId);
      const toon = metOordeel ? !oordeelStappen.includes(stap.name) : redenVoorIedereBehandelaar.includes(stap.name);
      const reden = toon ? redenen(ctx, kort(stap)).map((regel) => regel.waarde) : [];
      return { naam: zegMoment(stap.op, ctx.taal, ctx.now), waarde: [word(ctx, `stap.${stap.name}`), naam, ...reden].filter(Boolean).join(" · ") };
    });

/** What the tafels laid down about the casus: treated points that do not keep this person out. */
const besluitRegels = (ctx: Look, { regio }: Pick<Opened, "regio">, punten: readonly Agendapunt[]): readonly Regel[] =>
  punten
    .filter(({ status, inhoud }) => status === "behandeld" && !inhoud.uitgesloten.includes(ctx.actor.persoon.id) && inhoud.conclusie !== undefined)
    .flatMap(({ tafelId, behandeldOp, inhoud }) => [
      { naam: "", waarde: [regio.tafels.find(({ id }) => id === tafelId)?.naam, behandeldOp && zegDatum(behandeldOp, ctx.taal)].filter(Boolean).join(" · ") },
      ...regel(ctx, "conclusie", inhoud.conclusie),
      ...(inhoud.besluiten ?? []).flatMap(({ tekst }) => regel(ctx, "besluit", tekst)),
    ]);

/** What this person may see of it, worked out afresh. */
export const zichtOp = (ctx: Look, bekeken: Bekeken): Zicht => visibleFields(blikVan(ctx.actor.persoon, bekeken, dagVan(ctx.now)));

type Extra = { readonly stappen: readonly Stap[]; readonly personen: readonly Persoon[]; readonly punten?: readonly Agendapunt[] };

const groepRegels = (ctx: Look, opened: Bekeken, { stappen, personen, punten = [] }: Extra): Readonly<Record<Veldgroep, readonly Regel[]>> => {
  const zicht = zichtOp(ctx, opened);
  const melder = personen.find((persoon) => persoon.id === opened.signaal.melderId);
  return {
    melding: melding(ctx, opened, personen, zicht.melder.zichtbaar),
    kenmerken: kenmerken(ctx, opened),
    beschermd: (["adres", "bedrijf", "personen"] as const).flatMap((veld) => regel(ctx, veld, opened.signaal.inhoud[veld])),
    verrijking: verrijking(ctx, opened),
    vragen: vragen(ctx, opened, personen),
    oordeel: oordeel(ctx, opened, stappen, personen),
    zorg: zorg(ctx, opened, stappen),
    besluiten: besluitRegels(ctx, opened, punten),
    stappen: historie(ctx, stappen, personen, zicht.oordeel.zichtbaar),
    melder:
      melder === undefined
        ? []
        : [...regel(ctx, "naam", melder.naam), ...regel(ctx, "functie", melder.functie), ...regel(ctx, "organisatie", melder.organisatieNaam)],
  };
};

/** The groups this person may see, and for each reason one sentence with what holds something and is withheld. */
export const zichtbareGroepen = (
  ctx: Look,
  opened: Bekeken,
  stappen: readonly Stap[],
  personen: readonly Persoon[] = [],
  punten: readonly Agendapunt[] = [],
): Pick<BekijkGegevens, "groepen" | "nietZichtbaar"> => {
  const zicht = zichtOp(ctx, opened);
  const regels = groepRegels(ctx, opened, { stappen, personen, punten });
  const groepen = veldgroepen
    .filter((groep) => zicht[groep].zichtbaar && regels[groep].length > 0)
    .map((groep) => ({ kop: word(ctx, `bekijk.groep.${groep}`), regels: regels[groep] }));
  const nietZichtbaar = nietZichtbareZinnen(ctx, zicht, (groep) => regels[groep].length > 0);
  return { groepen: [...groepen, ...gronden(ctx, zicht)], nietZichtbaar };
};

/** Why this person may read it: said to who reads under an agreement, not to who does his own work. */
const gronden = (ctx: Look, zicht: Zicht): BekijkGegevens["groepen"] => {
  const teksten = veldgroepen.flatMap((groep) => {
    const een = zicht[groep];
    if (!een.zichtbaar || een.grond.soort === "taak" || een.grond.soort === "eigen_melding") return [];
    return [een.grond.soort === "convenant" ? een.grond.convenant.naam : word(ctx, `bekijk.grond.${een.grond.soort}`)];
  });
  return teksten.length === 0 ? [] : [{ kop: word(ctx, "bekijk.groep.grond"), regels: [...new Set(teksten)].map((waarde) => ({ naam: "", waarde })) }];
};

/** The status gives away judgement and route: only to who may read those; a melder reads what he was told. */
export const getoondeStatus = (ctx: Look, opened: Opened): BekijkGegevens["status"] => {
  const { signaal, relaties } = opened;
  if (zichtOp(ctx, opened).oordeel.zichtbaar) return signaal.status;
  return relaties.every((relatie) => relatie === "melder") ? { melder: verteldeStatus(signaal, ctx.now) } : { neutraal: neutraleStatus(signaal) };
};

/** Who works on it must know with whom he may not speak of it. */
export const buitenWaarschuwing = (ctx: Look, { signaal, casus, relaties }: Opened, personen: readonly Persoon[]): string | undefined => {
  const buiten = uitgeslotenVan(signaal, casus);
  if (buiten.length === 0 || !relaties.some((relatie) => ["analist", "aandachtsfunctionaris", "regiehouder"].includes(relatie))) return undefined;
  return say(ctx.taal, "waarschuwing.buiten_gehouden", { namen: buiten.map((id) => naamVan(personen, id)).join(", ") });
};

/** The steps of a signaal, everybody who is named with it, and what the tafel decided. */
export const leesExtra = async (ctx: Context, opened: Opened): Promise<Extra> => {
  const zicht = zichtOp(ctx, opened);
  const stappen = await ctx.ports.store.stappenVan(opened.signaal.id);
  const ids = [
    opened.signaal.melderId,
    ...opened.vragen.flatMap((vraag) => [vraag.aanId, vraag.vastgelegdDoorId]),
    ...stappen.map((stap) => stap.doorId),
    ...opened.signaal.inhoud.aanvullingen.map((a) => a.doorId),
    opened.casus?.regiehouderId,
    ...uitgeslotenVan(opened.signaal, opened.casus),
  ];
  const personen = await ctx.ports.store.readPersonen([...new Set(ids.filter((id): id is PersoonId => id !== undefined && id !== "systeem"))]);
  // Who may not read them is not told that there are any.
  const punten = opened.casus !== undefined && zicht.besluiten.zichtbaar ? await ctx.ports.store.agendapuntenOver(opened.casus.id) : [];
  return { stappen, personen, punten };
};

/** Everything behind Bekijk for one person, worked out afresh. */
export const bekijkGegevens = async (ctx: Context, opened: Opened): Promise<BekijkGegevens> => {
  const { stappen, personen, punten } = await leesExtra(ctx, opened);
  const overleg = opened.relaties.includes("melder") && opened.relaties.length === 1 ? undefined : overlegWaarschuwing(ctx, opened);
  const waarschuwing = [buitenWaarschuwing(ctx, opened, personen), overleg].filter((zin) => zin !== undefined).join(" ") || undefined;
  return {
    code: opened.signaal.code,
    status: getoondeStatus(ctx, opened),
    ...zichtbareGroepen(ctx, opened, stappen, personen, punten),
    ...(waarschuwing === undefined ? {} : { waarschuwing }),
    knoppen: bekijkKnoppen(opened.signaal, opened.relaties, ctx.actor.persoon.id),
  };
};
