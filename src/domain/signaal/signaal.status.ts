/**
 * The path of a signaal as one table. Buttons, permissions, the tests over every (status, relatie, transition)
 * and the diagram in docs/statussen.md derive from it [domein 2; 003 stroomschema].
 */
export const signaalStatussen = [
  "bij_meldpunt",
  "in_verrijking",
  "niet_versterkt",
  "bij_aandachtsfunctionaris",
  "in_afstemming",
  "gemeentelijk_opgepakt",
  "vermoeden",
  "route_zorg",
  "route_zorg_straf",
  "route_ondermijning",
  "op_tafel",
  "casus_actief",
  "afgesloten",
  "vervallen",
  "vernietigd",
] as const;
export type SignaalStatus = (typeof signaalStatussen)[number];

export const routes = ["zorg", "zorg_straf", "ondermijning"] as const;
export type Route = (typeof routes)[number];

/** Who somebody is to one signaal: worked out from his roles, never carried by a button. */
export const relaties = [
  "melder",
  "analist",
  "aandachtsfunctionaris",
  "regiehouder",
  /** Asked for the regie under another route [T10]; he reads before he says yes or no. */
  "nieuwe_regiehouder",
  /** Voorzitter or secretaris, for what the running overleg agrees. */
  "tafelvoorzitter",
  "gevraagde_partner",
  "gevraagde_politie",
  /** Opened the casus in an emergency; the right ends after an hour. */
  "noodtoegang",
  "ketenregisseur",
  "systeem",
  "geen",
] as const;
export type Relatie = (typeof relaties)[number];

/** What the melder hears at a step: a message key under `terugkoppeling.`; null is silence [domein 2]. */
export type Terugkoppeling =
  | "ontvangen"
  | "doorgegeven"
  | "niet_nu"
  | "anders_opgepakt"
  | "verder_besproken"
  | "actie_ondernomen"
  | "afgesloten"
  | "ingetrokken"
  | "opnieuw_bekeken"
  | null;

export type Transition = {
  readonly t: string;
  readonly name: string;
  readonly from: readonly (SignaalStatus | "nieuw")[];
  readonly to: SignaalStatus;
  readonly by: readonly Relatie[];
  readonly melder: Terugkoppeling;
};

/** Every status in which something can still happen to a signaal by itself or by its handler. */
export const openStatussen = [
  "bij_meldpunt",
  "in_verrijking",
  "niet_versterkt",
  "bij_aandachtsfunctionaris",
  "in_afstemming",
  "vermoeden",
  "route_zorg",
  "route_zorg_straf",
  "route_ondermijning",
  "op_tafel",
  "casus_actief",
] as const satisfies readonly SignaalStatus[];
const routeStatussen = ["route_zorg", "route_zorg_straf", "route_ondermijning"] as const satisfies readonly SignaalStatus[];
/** The regiehouder, or at the tafel who records what was agreed. */
const besluitAanTafel = ["regiehouder", "tafelvoorzitter"] as const satisfies readonly Relatie[];
/** Once its term has passed, after two people said so [T12]. */
export const teVernietigen = ["afgesloten", "gemeentelijk_opgepakt", "niet_versterkt", "vervallen"] as const satisfies readonly SignaalStatus[];
const verplaatst = ["aandachtsfunctionaris", "regiehouder"] as const satisfies readonly Relatie[];
const bijAf = ["aandachtsfunctionaris"] as const satisfies readonly Relatie[];

export const signaalTransitions = [
  { t: "T1", name: "melden_bij_meldpunt", from: ["nieuw"], to: "bij_meldpunt", by: ["melder"], melder: "ontvangen" },
  { t: "T1b", name: "melden_bij_aandachtsfunctionaris", from: ["nieuw"], to: "bij_aandachtsfunctionaris", by: ["melder"], melder: "ontvangen" },
  { t: "T2", name: "start_verrijking", from: ["bij_meldpunt"], to: "in_verrijking", by: ["analist"], melder: null },
  { t: "T3", name: "versterken", from: ["in_verrijking"], to: "bij_aandachtsfunctionaris", by: ["analist"], melder: "doorgegeven" },
  { t: "T3n", name: "niet_versterken", from: ["in_verrijking"], to: "niet_versterkt", by: ["analist"], melder: "niet_nu" },
  { t: "T3r", name: "herzien", from: ["niet_versterkt"], to: "in_verrijking", by: ["systeem"], melder: null },
  { t: "T3r", name: "terughalen", from: ["niet_versterkt"], to: "bij_aandachtsfunctionaris", by: bijAf, melder: null },
  { t: "T4", name: "afstemmen", from: ["bij_aandachtsfunctionaris"], to: "in_afstemming", by: bijAf, melder: null },
  { t: "T4b", name: "nog_een_partner", from: ["in_afstemming"], to: "in_afstemming", by: bijAf, melder: null },
  { t: "T4b", name: "aan_tafel_voorleggen", from: ["in_afstemming"], to: "in_afstemming", by: bijAf, melder: null },
  { t: "T5", name: "gemeentelijk_oppakken", from: ["in_afstemming"], to: "gemeentelijk_opgepakt", by: bijAf, melder: "anders_opgepakt" },
  { t: "T6", name: "vermoeden_vaststellen", from: ["in_afstemming"], to: "vermoeden", by: bijAf, melder: "verder_besproken" },
  { t: "T7a", name: "route_zorg", from: ["vermoeden"], to: "route_zorg", by: bijAf, melder: null },
  { t: "T7b", name: "route_zorg_straf", from: ["vermoeden"], to: "route_zorg_straf", by: bijAf, melder: null },
  { t: "T7c", name: "route_ondermijning", from: ["vermoeden"], to: "route_ondermijning", by: bijAf, melder: null },
  { t: "T7r", name: "regie_teruggeven", from: [...routeStatussen, "op_tafel"], to: "vermoeden", by: ["regiehouder"], melder: null },
  { t: "T8", name: "op_tafel_brengen", from: routeStatussen, to: "op_tafel", by: ["aandachtsfunctionaris", "regiehouder"], melder: null },
  { t: "T8r", name: "van_tafel_naar_zorg", from: ["op_tafel"], to: "route_zorg", by: besluitAanTafel, melder: null },
  { t: "T8r", name: "van_tafel_naar_zorg_straf", from: ["op_tafel"], to: "route_zorg_straf", by: besluitAanTafel, melder: null },
  { t: "T8r", name: "van_tafel_naar_ondermijning", from: ["op_tafel"], to: "route_ondermijning", by: besluitAanTafel, melder: null },
  { t: "T9", name: "activeren", from: ["op_tafel"], to: "casus_actief", by: besluitAanTafel, melder: "actie_ondernomen" },
  { t: "T9n", name: "sluiten_aan_tafel", from: ["op_tafel"], to: "afgesloten", by: besluitAanTafel, melder: "afgesloten" },
  { t: "T10", name: "andere_route_zorg", from: ["casus_actief"], to: "route_zorg", by: verplaatst, melder: null },
  { t: "T10", name: "andere_route_zorg_straf", from: ["casus_actief"], to: "route_zorg_straf", by: verplaatst, melder: null },
  { t: "T10", name: "andere_route_ondermijning", from: ["casus_actief"], to: "route_ondermijning", by: verplaatst, melder: null },
  { t: "T11", name: "afsluiten", from: ["casus_actief"], to: "afgesloten", by: besluitAanTafel, melder: "afgesloten" },
  {
    t: "TK",
    name: "koppelen_actief",
    from: ["bij_aandachtsfunctionaris", "in_afstemming", "vermoeden"],
    to: "casus_actief",
    by: bijAf,
    melder: "verder_besproken",
  },
  {
    t: "TK",
    name: "koppelen_zorg",
    from: ["bij_aandachtsfunctionaris", "in_afstemming", "vermoeden"],
    to: "route_zorg",
    by: bijAf,
    melder: "verder_besproken",
  },
  {
    t: "TK",
    name: "koppelen_zorg_straf",
    from: ["bij_aandachtsfunctionaris", "in_afstemming", "vermoeden"],
    to: "route_zorg_straf",
    by: bijAf,
    melder: "verder_besproken",
  },
  {
    t: "TK",
    name: "koppelen_ondermijning",
    from: ["bij_aandachtsfunctionaris", "in_afstemming", "vermoeden"],
    to: "route_ondermijning",
    by: bijAf,
    melder: "verder_besproken",
  },
  { t: "TKr", name: "ontkoppelen", from: routeStatussen, to: "bij_aandachtsfunctionaris", by: bijAf, melder: null },
  { t: "T13", name: "overdragen_aan_gemeente", from: ["bij_meldpunt"], to: "bij_meldpunt", by: ["analist"], melder: "doorgegeven" },
  { t: "T13", name: "overdragen_aan_gemeente", from: ["bij_aandachtsfunctionaris"], to: "bij_aandachtsfunctionaris", by: bijAf, melder: "doorgegeven" },
  { t: "T14", name: "laten_vervallen", from: openStatussen, to: "vervallen", by: ["analist", "aandachtsfunctionaris"], melder: "ingetrokken" },
  { t: "T14r", name: "vervallen_ongedaan", from: ["vervallen"], to: "bij_aandachtsfunctionaris", by: bijAf, melder: "opnieuw_bekeken" },
  { t: "T15", name: "heropenen", from: ["gemeentelijk_opgepakt", "afgesloten"], to: "bij_aandachtsfunctionaris", by: bijAf, melder: "opnieuw_bekeken" },
  { t: "T12", name: "vernietigen", from: teVernietigen, to: "vernietigd", by: ["systeem"], melder: null },
  { t: "T16", name: "naar_analist", from: ["bij_aandachtsfunctionaris"], to: "in_verrijking", by: bijAf, melder: null },
] as const satisfies readonly Transition[];

export type TransitionName = (typeof signaalTransitions)[number]["name"];

/** The row for a step from a status; `undefined` means that the step does not exist there: an error, never a fall-through. */
export const findTransition = (name: TransitionName, from: SignaalStatus | "nieuw"): Transition | undefined =>
  (signaalTransitions as readonly Transition[]).find((row) => row.name === name && row.from.includes(from));

export const isOpen = (status: SignaalStatus): boolean => (openStatussen as readonly SignaalStatus[]).includes(status);
/** Every status in which there is something to read. */
export const leesbareStatussen: readonly SignaalStatus[] = signaalStatussen.filter((status) => status !== "vernietigd");
export const isRouteStatus = (status: SignaalStatus): boolean => (routeStatussen as readonly SignaalStatus[]).includes(status);

/** What a channel may read of a status, the same for every reader [domein 4]. */
export const neutraleStatussen = ["nieuw", "opgepakt", "vraag_uitgezet", "verder_besproken", "klaar"] as const;
export type NeutraleStatus = (typeof neutraleStatussen)[number];

export const neutraleStatus = (signaal: { status: SignaalStatus; behandelaarId?: string | undefined }): NeutraleStatus => {
  switch (signaal.status) {
    case "bij_meldpunt":
    case "bij_aandachtsfunctionaris":
      return signaal.behandelaarId === undefined ? "nieuw" : "opgepakt";
    case "in_verrijking":
      return "opgepakt";
    case "in_afstemming":
      return "vraag_uitgezet";
    case "vermoeden":
    case "route_zorg":
    case "route_zorg_straf":
    case "route_ondermijning":
    case "op_tafel":
    case "casus_actief":
      return "verder_besproken";
    case "niet_versterkt":
    case "gemeentelijk_opgepakt":
    case "afgesloten":
    case "vervallen":
    case "vernietigd":
      return "klaar";
  }
};
