import { describe, expect, it } from "vitest";
import { may, mayAtSomeMoment, possibleActions, type SignaalAction, signaalActions } from "../../src/domain/delen/permissions.js";
import { type Relatie, relaties, type SignaalStatus, signaalStatussen } from "../../src/domain/signaal/signaal.status.js";

const lopend: readonly SignaalStatus[] = [
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
];
const routes: readonly SignaalStatus[] = ["route_zorg", "route_zorg_straf", "route_ondermijning"];
const af: readonly Relatie[] = ["aandachtsfunctionaris"];
const werkers: readonly Relatie[] = ["analist", "aandachtsfunctionaris"];
type Regels = readonly (readonly [readonly Relatie[], readonly SignaalStatus[]])[];
/** Whose turn it is. */
const beurt: Regels = [
  [["analist"], ["bij_meldpunt", "in_verrijking"]],
  [af, ["bij_aandachtsfunctionaris", "in_afstemming", "vermoeden"]],
];

/** Read from the rules of the domain, row by row, without looking at the tables in the code [domein 2]. */
/** Of what was destroyed nothing is left to do anything with. */
const leesbaar = signaalStatussen.filter((status) => status !== "vernietigd");
const regels: Readonly<Record<SignaalAction, Regels>> = {
  "signaal.oppakken": beurt,
  "signaal.start_verrijking": [[["analist"], ["bij_meldpunt"]]],
  "signaal.verrijken": [[["analist"], ["in_verrijking"]]],
  "signaal.terughalen": [[af, ["niet_versterkt"]]],
  "signaal.vraag_partners": [[af, ["bij_aandachtsfunctionaris", "in_afstemming"]]],
  "signaal.beoordelen": [[af, ["in_afstemming"]]],
  "signaal.route_kiezen": [[af, ["vermoeden"]]],
  "signaal.inbrengen": [
    [["aandachtsfunctionaris", "regiehouder"], routes],
    [af, ["in_afstemming"]],
  ],
  "signaal.van_tafel": [[["regiehouder", "tafelvoorzitter"], ["op_tafel"]]],
  "signaal.tafel_besluit": [[["regiehouder", "tafelvoorzitter"], ["op_tafel"]]],
  "casus.andere_route": [[["aandachtsfunctionaris", "regiehouder"], ["casus_actief"]]],
  "casus.afsluiten": [[["regiehouder", "tafelvoorzitter"], ["casus_actief"]]],
  "regie.teruggeven": [[["regiehouder"], [...routes, "op_tafel"]]],
  "signaal.heropenen": [[af, ["gemeentelijk_opgepakt", "afgesloten"]]],
  "signaal.vervallen_ongedaan": [[af, ["vervallen"]]],
  "signaal.bekijken": [[["melder", "analist", "aandachtsfunctionaris", "regiehouder", "nieuwe_regiehouder", "gevraagde_partner", "noodtoegang"], leesbaar]],
  "signaal.meer": [[["analist", "aandachtsfunctionaris", "regiehouder", "gevraagde_partner"], leesbaar]],
  "signaal.aanvullen": [[["melder", "analist", "aandachtsfunctionaris"], leesbaar]],
  "signaal.vastleggen": [[af, ["in_afstemming"]]],
  "signaal.naar_analist": [[af, ["bij_aandachtsfunctionaris"]]],
  "signaal.overdragen": beurt,
  "signaal.koppelen": [[af, ["bij_aandachtsfunctionaris", "in_afstemming", "vermoeden"]]],
  "signaal.ontkoppelen": [[af, routes]],
  "signaal.andere_gemeente": [
    [["analist"], ["bij_meldpunt"]],
    [af, ["bij_aandachtsfunctionaris"]],
  ],
  "signaal.acuut_markeren": [[["melder", "analist", "aandachtsfunctionaris", "regiehouder", "gevraagde_partner"], lopend]],
  "signaal.aanhouden": [[["aandachtsfunctionaris", "regiehouder", "gevraagde_politie"], lopend]],
  "signaal.buiten_houden": [[af, leesbaar]],
  "signaal.laten_vervallen": [[werkers, lopend]],
  "signaal.intrekken": [[["melder"], lopend]],
};
const verwacht = (relatie: Relatie, action: SignaalAction, status: SignaalStatus): boolean =>
  regels[action].some(([wie, wanneer]) => wie.includes(relatie) && wanneer.includes(status));
const acties = signaalActions.map((row) => row.action);

describe("wie wat mag met een signaal", () => {
  it("is written down here for every action", () => {
    expect(Object.keys(regels).sort()).toEqual([...acties].sort());
  });

  it.each(relaties)("%s may exactly what the rules say, in every status", (relatie) => {
    for (const action of acties)
      for (const status of signaalStatussen) expect(may([relatie], action, status), `${action} in ${status}`).toBe(verwacht(relatie, action, status));
  });

  it.each(["ketenregisseur", "systeem", "geen"] as const)("%s may nothing at all", (relatie) => {
    for (const status of signaalStatussen) expect(possibleActions([relatie], status)).toEqual([]);
    for (const action of acties) expect(mayAtSomeMoment([relatie], action)).toBe(false);
  });

  it("is refused to who is nobody, and for an action that does not exist", () => {
    for (const status of signaalStatussen) {
      expect(possibleActions([], status)).toEqual([]);
      expect(may(relaties, "signaal.alles" as SignaalAction, status)).toBe(false);
    }
  });

  it("adds up when somebody is more than one thing", () => {
    for (const status of signaalStatussen) {
      const samen = acties.filter((action) => verwacht("melder", action, status) || verwacht("regiehouder", action, status));
      expect(possibleActions(["melder", "regiehouder"], status)).toEqual(samen);
    }
  });

  it("tells not any more from never", () => {
    expect(mayAtSomeMoment(["analist"], "signaal.verrijken")).toBe(true);
    expect(mayAtSomeMoment(["melder"], "signaal.verrijken")).toBe(false);
    expect(mayAtSomeMoment(["melder"], "signaal.intrekken")).toBe(true);
  });
});
