import { expect, it } from "vitest";
import { actieTransitions } from "../../src/domain/actiepunt/actiepunt.status.js";
import { type Blik, veldgroepen, visibleFields } from "../../src/domain/delen/beleid.js";
import { doelVan } from "../../src/domain/delen/convenant.js";
import { may, signaalActions } from "../../src/domain/delen/permissions.js";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import { leesbareStatussen, type Relatie, relaties, routes, signaalStatussen } from "../../src/domain/signaal/signaal.status.js";
import { tafelActions } from "../../src/domain/tafel/tafel-rechten.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { casusActions } from "../../src/use-cases/open-casus.js";
import { oeverland } from "../support/oeverland.js";

const tabel = (kop: readonly string[], rijen: readonly (readonly string[])[]): string =>
  [kop, kop.map(() => "---"), ...rijen].map((cellen) => `| ${cellen.join(" | ")} |`).join("\n");

/** Statuses in one cell; all of them in one word. */
const statussen = (relatie: Relatie, action: (typeof signaalActions)[number]["action"]): string => {
  const mag = signaalStatussen.filter((status) => may([relatie], action, status));
  return mag.length === leesbareStatussen.length ? "always, until it was destroyed" : mag.join(", ");
};

const signaalTabel = (): string =>
  tabel(
    ["action", "who", "in which status"],
    signaalActions.flatMap(({ action }) =>
      relaties.flatMap((relatie) => {
        const mag = statussen(relatie, action);
        return mag === "" ? [] : [[action, relatie, mag]];
      }),
    ),
  );

/** What the sample region's convenanten give each kind of organisatie, asked on its convenant, with consent on record. */
const deelTabel = (): string => {
  const gelezen = parseRegioBestand(oeverland());
  if (!gelezen.ok) throw new Error("the sample region does not parse");
  const { convenanten, organisaties, gemeenten } = gelezen.value.regio;
  const eigenaar = gemeenten[0]?.organisatieId as Blik["eigenaar"];
  return tabel(
    ["organisatie", ...[undefined, ...routes].map(doelVan)],
    organisaties
      .filter(({ id }) => id !== eigenaar)
      .map(({ id, soort }) => [
        id,
        ...[undefined, ...routes].map((route) => {
          const blik: Blik = {
            persoon: { organisatieId: id, organisatieSoort: soort },
            relaties: ["gevraagde_partner"],
            eigenaar,
            ...(route && { route }),
            eigenGrond: false,
            toestemming: true,
            convenanten,
            dag: "2026-11-26" as Dag,
          };
          const zicht = visibleFields(blik);
          return veldgroepen.filter((groep) => zicht[groep].zichtbaar).join(", ") || "–";
        }),
      ]),
  );
};

/** Written anew with `npx vitest run tests/domain/rechten.test.ts -u`. */
it("docs/rechten.md toont de rechten zoals de code ze heeft", async () => {
  const document = `# Rights

Made from the tables in the code; a test compares them. Who somebody is to a signaal, casus or tafel is worked out afresh at every click; the default is no. Who is kept out of something is nobody to it ([ADR 11](adr/0011-kept-out-and-in-place.md)).

## A signaal

${signaalTabel()}

## A casus as a whole

${tabel(
  ["action", "who"],
  Object.entries(casusActions).map(([action, wie]) => [`casus.${action}`, wie.join(", ")]),
)}

## A tafel and its overleggen

${tabel(
  ["action", "who"],
  tafelActions.map(({ action, rollen }) => [action, rollen.join(", ")]),
)}

## An actiepunt

${tabel(
  ["action", "from", "to", "who"],
  actieTransitions.map(({ name, from, to, by }) => [name, [from].flat().join(", "), to, by.join(", ")]),
)}

## What a partner reads under a convenant

Of a signaal or casus of Rivierstede, under the convenanten of the sample region, by purpose, when the consent of the victim is on record. Without it nobody who is asked or invited reads \`zorg\`. On a ground that was typed: \`melding\` and \`kenmerken\`, care bodies nothing under ondermijning.

${deelTabel()}
`;
  await expect(document).toMatchFileSnapshot("../../docs/rechten.md");
});
