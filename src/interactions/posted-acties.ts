import { berichtKaart, homeKaart, wegKaart } from "../cards/cards.js";
import { type ActieBerichtSoort, actieBerichtSoorten, type RegioNaam, type Rij } from "../cards/gegevens.js";
import { actieRelatiesVan, mogelijkeDaden } from "../domain/actiepunt/actie-policy.js";
import type { ActiepuntId } from "../domain/actiepunt/actiepunt.js";
import { isTeLaat, keer } from "../domain/actiepunt/actiepunt.js";
import type { PostedCard } from "../domain/card.js";
import { magLezen } from "../domain/delen/lezen.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Persoon, Taal } from "../domain/persoon/persoon.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Intent } from "../ports/work.js";
import type { ActieRegel } from "../use-cases/find-acties.js";
import { handeltVoor, readActieDossier, readActieDossiers } from "../use-cases/open-actiepunt.js";
import { type ActieVraag, actieVragen, staatOpen, telt } from "../use-cases/plan-actiepunt.js";
import { bundelVan } from "../use-cases/remind-acties.js";
import { actieKnoppen, actieRij, actieSectie, tafelNaam } from "./actie-rij.js";

type Maker = (ports: Ports, intent: Intent, taal: Taal) => Promise<PostedCard | undefined>;

/** Rows of a bundle: a message in Slack holds fifty blocks. */
const BUNDEL_RIJEN = 9;

const lezer = async (ports: Ports, { to }: Intent): Promise<Persoon | undefined> =>
  "persoonId" in to ? (await ports.store.readPersonen([to.persoonId]))[0] : undefined;

/** The actiepunt of a message as its reader stands to it now. */
const gezien = async (ports: Ports, intent: Intent): Promise<(ActieRegel & { readonly persoon: Persoon }) | undefined> => {
  const persoon = await lezer(ports, intent);
  if (persoon === undefined) return undefined;
  const [id = ""] = intent.objectId.split(":");
  const dossier = await readActieDossier(ports, await ports.store.readActiepunt(id as ActiepuntId));
  return { ...dossier, persoon, relaties: actieRelatiesVan(persoon, await handeltVoor(ports, persoon), dossier) };
};

const kop = async (ports: Ports, regel: ActieRegel, eigen: boolean) => {
  const { actiepunt, actiehouder, casus } = regel;
  return {
    code: actiepunt.code,
    tafel: tafelNaam(await ports.store.readRegio(), regel),
    datum: actiepunt.termijn,
    ...(casus === undefined ? {} : { casus: casus.code }),
    ...(eigen ? {} : { namens: actiehouder.functie as RegioNaam }),
  };
};

/** A notice about an actiepunt, to who has something to do with it; nothing is said to who has not any more. */
export const actiebericht: Maker = async (ports, intent, taal) => {
  const regel = await gezien(ports, intent);
  const soort = actieBerichtSoorten.find((one) => one === intent.variant) as ActieBerichtSoort | undefined;
  if (regel === undefined || soort === undefined || isBuiten(regel.persoon.id, regel.casus)) return undefined;
  const { persoon, relaties, actiepunt } = regel;
  const doetMee = magLezen(persoon, relaties, regel) || mogelijkeDaden(relaties, actiepunt).length > 0;
  if (!doetMee && soort !== "overgenomen") return undefined;
  const namens = relaties.includes("namens") && !relaties.includes("actiehouder");
  const knoppen = doetMee ? actieKnoppen(persoon, regel, { k: "1" }) : [];
  return berichtKaart({ variant: `actie.${soort}`, ...(await kop(ports, regel, !namens)), knoppen }, taal);
};

const gevraagdeDag = (regel: ActieRegel, vraag: ActieVraag) => (vraag === "tijd" ? regel.actiepunt.gevraagdeTermijn : undefined);

/** Asks for a yes or no; afterwards it says that this was settled. */
export const actievraag: Maker = async (ports, intent, taal) => {
  const regel = await gezien(ports, intent);
  const vraag = actieVragen.find((one) => one === intent.variant);
  if (regel === undefined || vraag === undefined) return undefined;
  if (isBuiten(regel.persoon.id, regel.casus)) return wegKaart(taal);
  const { persoon, actiepunt } = regel;
  const ja = { overdracht: "overdracht_aanvaarden", tijd: "geef_tijd", gereed: "afronden" } as const;
  const zelfde = intent.objectId.endsWith(`:${keer(actiepunt, telt[vraag])}`);
  const open = zelfde && staatOpen(actiepunt, vraag) && mogelijkeDaden(regel.relaties, actiepunt).includes(ja[vraag]);
  const eigen = vraag !== "overdracht" || regel.relaties.includes("nieuwe_actiehouder");
  const hoofd = await kop(ports, regel, true);
  const [nieuwe] = eigen || actiepunt.overdrachtAanId === undefined ? [] : await ports.store.readPersonen([actiepunt.overdrachtAanId]);
  return berichtKaart(
    {
      variant: `actievraag.${vraag}`,
      ...hoofd,
      datum: gevraagdeDag(regel, vraag) ?? hoofd.datum,
      status: open ? "open" : "klaar",
      knoppen: open ? antwoordKnoppen(persoon, regel, vraag) : [],
      ...(nieuwe === undefined ? {} : { namens: nieuwe.functie as RegioNaam }),
    },
    taal,
  );
};

const antwoordKnoppen = (persoon: Persoon, regel: ActieRegel, vraag: ActieVraag) => {
  const [ja, nee] = { overdracht: ["overdracht_aanvaarden", "overdracht_weigeren"], tijd: ["geef_tijd", "weiger_tijd"], gereed: ["afronden", "terugsturen"] }[
    vraag
  ] as [string, string];
  const a = regel.actiepunt.code;
  return [
    { verb: `actie.${ja}`, data: { a, k: "1" }, plek: "eerst" as const },
    ...(magLezen(persoon, regel.relaties, regel) ? [{ verb: "actie.lezen", data: { a }, plek: "naast" as const }] : []),
    { verb: `actie.${nee}`, data: { a }, plek: "naast" as const },
  ];
};

/** What is near or late for one person, of today alone: a bundle that could not be sent in time is past its use. */
export const dagbundelKaart: Maker = async (ports, intent, taal) => {
  const persoon = await lezer(ports, intent);
  const now = ports.clock.now();
  if (persoon === undefined || !intent.objectId.endsWith(`:${dagVan(now)}`)) return undefined;
  const [bundel, regio, namens] = await Promise.all([bundelVan(ports, persoon.id, now), ports.store.readRegio(), handeltVoor(ports, persoon)]);
  const alle = [...bundel.eigen, ...bundel.namens, ...bundel.tafel];
  if (alle.length === 0) return undefined;
  const dossiers = await readActieDossiers(ports, alle);
  const regels: readonly ActieRegel[] = dossiers.map((dossier) => ({ ...dossier, relaties: actieRelatiesVan(persoon, namens, dossier) }));
  const rij = (regel: ActieRegel): Rij => actieRij(persoon, regio, now, regel, { k: "1" });
  let ruimte = BUNDEL_RIJEN;
  const secties = (
    [
      ["acties", bundel.eigen],
      ["acties_namens", bundel.namens],
      ["acties_tafel", bundel.tafel],
    ] as const
  )
    .filter(([, lijst]) => lijst.length > 0)
    .map(([naam, lijst]) => {
      const mine = regels.filter(({ actiepunt }) => lijst.some(({ id }) => id === actiepunt.id));
      const sectie = actieSectie(naam, { regels: mine, totaal: mine.length }, ruimte, rij);
      ruimte -= sectie.rijen.length;
      return sectie;
    });
  const teLaat = alle.filter((one) => isTeLaat(one, dagVan(now))).length;
  return homeKaart({ lijst: { soort: "bundel", aantal: alle.length, teLaat }, secties, knoppen: [{ verb: "acties.tonen", data: {}, plek: "naast" }] }, taal);
};
