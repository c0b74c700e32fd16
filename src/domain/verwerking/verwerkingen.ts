/** Kinds of processing, as the verwerkingsregister explains them. A change of purpose, ground or term is a new version, so that an old line keeps its meaning. */
export const activiteiten = [
  { id: "signaal_ontvangen", versie: 1 },
  { id: "signaal_behandelen", versie: 1 },
  { id: "signaal_verrijken", versie: 1 },
  { id: "afstemmen", versie: 1 },
  { id: "oordelen", versie: 1 },
  { id: "casus_voeren", versie: 1 },
  { id: "bespreken_aan_tafel", versie: 1 },
  { id: "acties_volgen", versie: 1 },
  { id: "terugkoppelen", versie: 1 },
  { id: "termijnen_bewaken", versie: 1 },
  { id: "inzien", versie: 1 },
  { id: "vernietigen", versie: 1 },
  { id: "exporteren", versie: 1 },
] as const;
export type ActiviteitId = (typeof activiteiten)[number]["id"];

/** Who a processing is about: the people in the signaal, taken together, and who reported it. */
export type BetrokkeneRol = "betrokkene" | "melder";

/** What belongs to which activity, by the name of the act on record; the first that fits. What is in none falls under the kind of its object. */
const perActie: readonly (readonly [ActiviteitId, RegExp])[] = [
  ["terugkoppelen", /^(aanhouden|terugkoppeling|herinnering_melder)/],
  ["termijnen_bewaken", /^(herinnering|dagbundel|herzien$)/],
  ["signaal_ontvangen", /^(melden|aanvullen|acuut|intrekking)/],
  ["signaal_verrijken", /^(start_verrijking|versterken|niet_versterken|terughalen|naar_analist)/],
  ["afstemmen", /^(afstemmen|nog_een_partner|vraag|antwoord|zorgvraag|comensha)/],
  ["bespreken_aan_tafel", /^(op_tafel|aan_tafel|van_tafel|inbreng\.|agenda\.|overleg\.|besluit)/],
  ["vernietigen", /^(vernietigen|bewaren)/],
  ["oordelen", /^(gemeentelijk_oppakken|vermoeden|route_|koppelen|ontkoppelen)/],
];

const perObject = (object: string): ActiviteitId =>
  object.startsWith("A-") ? "acties_volgen" : object.startsWith("C-") ? "casus_voeren" : "signaal_behandelen";

/** Acts in which the melder is a person concerned too: what he told, and what he hears. */
const overDeMelder: readonly ActiviteitId[] = ["signaal_ontvangen", "terugkoppelen"];

/** Somebody fetched the content of a casus as a document. */
const GEHAALD = "export.gehaald";

export type Verwerking = { readonly activiteit: ActiviteitId; readonly rollen: readonly BetrokkeneRol[] };

/** What a line of the audit trail is as a processing of personal data; nothing when it was refused: then nothing was processed [own]. */
export const verwerkingVan = (regel: { readonly actie: string; readonly object: string; readonly resultaat: string }): Verwerking | undefined => {
  if (regel.resultaat === "geweigerd") return undefined;
  // Who looks at a casus, or takes it along, does so with its signalen, and each of them has a line of its own.
  if (["casus.bekijken", GEHAALD].includes(regel.actie) && regel.object.startsWith("C-")) return undefined;
  if (regel.actie === GEHAALD) return { activiteit: "exporteren", rollen: ["betrokkene"] };
  const activiteit = regel.resultaat === "gezien" ? "inzien" : (perActie.find(([, past]) => past.test(regel.actie))?.[0] ?? perObject(regel.object));
  return { activiteit, rollen: overDeMelder.includes(activiteit) ? ["betrokkene", "melder"] : ["betrokkene"] };
};

/** The name under which the register keeps this version of the activity. */
export const activiteitUri = (id: ActiviteitId): string => {
  const found = activiteiten.find((one) => one.id === id);
  return `urn:ketentafel:verwerkingsactiviteit:${id}:${found?.versie}`;
};
