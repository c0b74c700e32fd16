/**
 * What can be done with an actiepunt, as one table: buttons, permissions, history and tests derive from it. `zelfde` leaves the
 * status as it is; `als` names what must have been asked before.
 */
export const actiepuntStatussen = ["open", "in_uitvoering", "gereedgemeld", "afgerond", "niet_meer_mogelijk", "vervallen"] as const;
export type ActiepuntStatus = (typeof actiepuntStatussen)[number];

/** Work that is still to be done; only this can be late. */
export const lopendeStatussen = ["open", "in_uitvoering"] as const satisfies readonly ActiepuntStatus[];
export const isLopend = (status: ActiepuntStatus): boolean => (lopendeStatussen as readonly ActiepuntStatus[]).includes(status);
/** The table still has it on its list. */
export const isOnafgedaan = (status: ActiepuntStatus): boolean => isLopend(status) || status === "gereedgemeld";

/**
 * Who somebody is to one actiepunt. `namens` and `namens_nieuwe`: voorzitter or secretaris, for an actiehouder who cannot be
 * reached in a chat; `namens_voorzitter`: the secretaris, for such a voorzitter.
 */
export const actieRelaties = [
  "actiehouder",
  "nieuwe_actiehouder",
  "namens",
  "namens_nieuwe",
  "namens_voorzitter",
  "voorzitter",
  "secretaris",
  "tafelbeheerder",
  "deelnemer",
  "aandachtsfunctionaris",
  "regiehouder",
  "organisatie",
  "geen",
] as const;
export type ActieRelatie = (typeof actieRelaties)[number];

export const isNamens = (relatie: ActieRelatie): boolean => relatie.startsWith("namens");

export type ActieTransition = {
  readonly name: string;
  readonly from: readonly (ActiepuntStatus | "nieuw")[];
  readonly to: ActiepuntStatus | "zelfde";
  readonly by: readonly ActieRelatie[];
  readonly als?: "tijd_gevraagd" | "overdracht_gevraagd";
};

const doet = ["actiehouder", "namens"] as const satisfies readonly ActieRelatie[];
const tafel = ["voorzitter", "secretaris"] as const satisfies readonly ActieRelatie[];
const beslist = ["voorzitter", "namens_voorzitter"] as const satisfies readonly ActieRelatie[];
const neemtOver = ["nieuwe_actiehouder", "namens_nieuwe"] as const satisfies readonly ActieRelatie[];

/** In the order in which buttons show them. */
export const actieTransitions = [
  { name: "noteren", from: ["nieuw"], to: "open", by: ["voorzitter", "secretaris", "tafelbeheerder", "aandachtsfunctionaris", "regiehouder"] },
  { name: "overdracht_aanvaarden", from: lopendeStatussen, to: "zelfde", by: neemtOver, als: "overdracht_gevraagd" },
  { name: "overdracht_weigeren", from: lopendeStatussen, to: "zelfde", by: neemtOver, als: "overdracht_gevraagd" },
  { name: "geef_tijd", from: lopendeStatussen, to: "zelfde", by: beslist, als: "tijd_gevraagd" },
  { name: "weiger_tijd", from: lopendeStatussen, to: "zelfde", by: beslist, als: "tijd_gevraagd" },
  { name: "afronden", from: ["gereedgemeld"], to: "afgerond", by: tafel },
  { name: "terugsturen", from: ["gereedgemeld"], to: "in_uitvoering", by: tafel },
  { name: "gereedmelden", from: lopendeStatussen, to: "gereedgemeld", by: doet },
  { name: "beginnen", from: ["open"], to: "in_uitvoering", by: doet },
  { name: "vraag_tijd", from: lopendeStatussen, to: "zelfde", by: doet },
  { name: "overdragen", from: lopendeStatussen, to: "zelfde", by: doet },
  { name: "niet_meer_mogelijk", from: lopendeStatussen, to: "niet_meer_mogelijk", by: doet },
  { name: "laten_vervallen", from: ["open", "in_uitvoering", "gereedgemeld"], to: "vervallen", by: tafel },
  { name: "heropenen", from: ["niet_meer_mogelijk", "vervallen"], to: "open", by: tafel },
] as const satisfies readonly ActieTransition[];
export type ActieStapNaam = (typeof actieTransitions)[number]["name"];
/** Everything that is done to an actiepunt that exists. */
export type ActieDaad = Exclude<ActieStapNaam, "noteren">;

export const eindStatussen = ["afgerond"] as const satisfies readonly ActiepuntStatus[];

/** The row of a step; `undefined`: there is no such step from this status. */
export const findActieTransition = (name: ActieStapNaam, from: ActiepuntStatus | "nieuw"): ActieTransition | undefined =>
  (actieTransitions as readonly ActieTransition[]).find((row) => row.name === name && row.from.includes(from));
