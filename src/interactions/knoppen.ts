import type { Knop } from "../cards/gegevens.js";
import { possibleActions, type SignaalAction } from "../domain/delen/permissions.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { Signaal, Vraag } from "../domain/signaal/signaal.js";
import type { Relatie } from "../domain/signaal/signaal.status.js";

/** Actions that can be the one thing to do now, in this order; the first that is possible leads the card. */
const leading: readonly SignaalAction[] = [
  "signaal.start_verrijking",
  "signaal.verrijken",
  "signaal.terughalen",
  "signaal.beoordelen",
  "signaal.route_kiezen",
  "signaal.vraag_partners",
  "signaal.heropenen",
  "signaal.vervallen_ongedaan",
];

/** A label of its own where one verb has two. */
const labelOf = (action: SignaalAction, signaal: Signaal): string | undefined => {
  if (action === "signaal.vraag_partners" && signaal.status === "in_afstemming") return "nog_een_partner";
  if (action === "signaal.oppakken" && signaal.behandelaarId !== undefined) return "overnemen";
  return undefined;
};

const knop = (action: SignaalAction, signaal: Signaal, plek: Knop["plek"]): Knop => {
  const label = labelOf(action, signaal);
  return { verb: action, data: { s: signaal.code }, plek, ...(label === undefined ? {} : { label }) };
};

const first = (possible: readonly SignaalAction[], signaal: Signaal): SignaalAction | undefined =>
  signaal.behandelaarId === undefined && possible.includes("signaal.oppakken") ? "signaal.oppakken" : leading.find((action) => possible.includes(action));

/** Would give away the judgement in a channel: only behind Bekijk and Meer. */
const notInChannel: readonly SignaalAction[] = ["signaal.route_kiezen"];

/** The buttons of the card in a channel, the same for every reader of it: the thing to do now, Bekijk, Meer. */
export const kaartKnoppen = (signaal: Signaal, relatie: Relatie): readonly Knop[] => {
  const possible = possibleActions([relatie], signaal.status).filter((action) => !notInChannel.includes(action));
  const lead = first(possible, signaal);
  return [
    ...(lead === undefined ? [] : [knop(lead, signaal, "eerst")]),
    ...(possible.includes("signaal.bekijken") ? [knop("signaal.bekijken", signaal, "naast")] : []),
    ...(possible.includes("signaal.meer") ? [knop("signaal.meer", signaal, "naast")] : []),
  ];
};

/** Everything this one person may do with it now, for the window behind "Meer". */
export const alleKnoppen = (signaal: Signaal, relaties: readonly Relatie[], voor: PersoonId): readonly Knop[] => {
  const possible = possibleActions(relaties, signaal.status).filter((action) => action !== "signaal.oppakken" || signaal.behandelaarId !== voor);
  const lead = first(possible, signaal);
  const rest = possible.filter((action) => action !== lead && action !== "signaal.meer");
  return [...(lead === undefined ? [] : [knop(lead, signaal, "eerst")]), ...rest.map((action) => knop(action, signaal, "naast"))];
};

/** Under Bekijk: the thing to do now and Meer. */
export const bekijkKnoppen = (signaal: Signaal, relaties: readonly Relatie[], voor: PersoonId): readonly Knop[] =>
  alleKnoppen(signaal, relaties, voor)
    .filter((one) => one.plek === "eerst" || one.verb === "signaal.oppakken")
    .concat(possibleActions(relaties, signaal.status).includes("signaal.meer") ? [knop("signaal.meer", signaal, "naast")] : []);

/** What the asked person can do with his question, in his message and in Home. */
export const vraagKnoppen = (vraag: Vraag): readonly Knop[] => {
  if (vraag.status !== "open") return [];
  const data = { v: vraag.id };
  if (vraag.soort === "zorgvraag") return [{ verb: "zorgvraag.oppakken", data, plek: "eerst" }];
  if (vraag.soort === "comensha") return [{ verb: "comensha.beantwoorden", data, plek: "eerst" }];
  return [
    { verb: "vraag.beantwoorden", data, plek: "eerst" },
    { verb: "vraag.niet_voor_mij", data, plek: "naast" },
  ];
};
