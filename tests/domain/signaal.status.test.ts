import { describe, expect, it } from "vitest";
import { interactions } from "../../src/app.js";
import type { CasusId } from "../../src/domain/casus/casus.js";
import type { SignaalCode } from "../../src/domain/code.js";
import { may, mayAtSomeMoment, possibleActions, signaalActions } from "../../src/domain/delen/permissions.js";
import type { GemeenteId, PersoonId } from "../../src/domain/persoon/persoon.js";
import { stateDiagram } from "../../src/domain/signaal/diagram.js";
import type { Signaal, SignaalId } from "../../src/domain/signaal/signaal.js";
import {
  findTransition,
  isOpen,
  neutraleStatus,
  neutraleStatussen,
  type Relatie,
  relaties,
  type SignaalStatus,
  signaalStatussen,
  signaalTransitions,
  type Transition,
} from "../../src/domain/signaal/signaal.status.js";
import { step } from "../../src/domain/signaal/step.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { alleKnoppen, kaartKnoppen } from "../../src/interactions/knoppen.js";
import { isMessageKey } from "../../src/messages/messages.js";

const transitions: readonly Transition[] = signaalTransitions;
const names = [...new Set(signaalTransitions.map((row) => row.name))];
const inhoud: Signaal["inhoud"] = { gezienOp: "2026-11-20" as Dag, opgemerkt: "balie", omschrijving: "-", meldcode: "nee", aanvullingen: [] };
const signaal = (status: SignaalStatus, more: Partial<Signaal> = {}): Signaal => ({
  id: "s1" as SignaalId,
  code: "SG-AAAAA-A" as SignaalCode,
  version: 1,
  status,
  gemeenteId: "rivierstede" as GemeenteId,
  melderId: "P15" as PersoonId,
  platform: "slack",
  ontvangenOp: new Date("2026-11-23T08:00:00Z"),
  beloofdVoor: "2026-12-07" as Dag,
  bijMeldpunt: true,
  bijAandachtsfunctionaris: false,
  inhoud,
  ...more,
});
const product = signaalStatussen.flatMap((status) => relaties.flatMap((relatie) => names.map((name) => ({ status, relatie, name }))));

describe("de tabel van statussen", () => {
  it.each(signaalStatussen.filter((status) => status !== "vernietigd"))("%s is te bereiken en heeft een uitweg voor een mens", (status) => {
    expect(transitions.some((row) => row.to === status)).toBe(true);
    const out = transitions.filter((row) => (row.from as readonly string[]).includes(status) && row.to !== status);
    expect(out.filter((row) => row.by.some((relatie) => relatie !== "systeem"))).not.toEqual([]);
  });

  it("wat vernietigd is, blijft dat: alleen het systeem komt er, na twee mensen, en niemand komt er weer uit", () => {
    expect(transitions.filter((row) => row.to === "vernietigd").map(({ t, from, by }) => ({ t, from, by }))).toEqual([
      { t: "T12", from: ["afgesloten", "gemeentelijk_opgepakt", "niet_versterkt", "vervallen"], by: ["systeem"] },
    ]);
    expect(transitions.filter((row) => (row.from as readonly string[]).includes("vernietigd"))).toEqual([]);
  });

  it("elke andere status is open, of is af en kan weer open", () => {
    for (const status of signaalStatussen.filter((one) => !isOpen(one) && one !== "vernietigd"))
      expect(transitions.some((row) => (row.from as readonly string[]).includes(status) && isOpen(row.to))).toBe(true);
  });

  it("elke stap heeft per status één rij", () => {
    for (const status of ["nieuw", ...signaalStatussen] as const)
      for (const name of names) expect(transitions.filter((row) => row.name === name && row.from.includes(status)).length).toBeLessThanOrEqual(1);
  });

  it("elke status heeft een neutrale naam", () => {
    for (const status of signaalStatussen) expect(neutraleStatussen).toContain(neutraleStatus({ status }));
  });
});

describe("elke status met elke relatie en elke stap", () => {
  it(`zet precies wat de tabel zegt, en weigert de rest (${product.length})`, () => {
    for (const { status, relatie, name } of product) {
      const row = findTransition(name, status);
      const taken = step(signaal(status), name, [relatie]);
      if (row === undefined) expect(taken, `${name} uit ${status}`).toEqual({ ok: false, error: { code: "niet_meer_mogelijk" } });
      else if (!row.by.includes(relatie)) expect(taken, `${name} door ${relatie}`).toEqual({ ok: false, error: { code: "geen_toegang" } });
      else expect(taken, `${name} door ${relatie}`).toMatchObject({ ok: true, value: { from: status, signaal: { status: row.to } } });
    }
  });

  it("wat vervalt, hoort bij geen casus meer", () => {
    const taken = step(signaal("route_zorg", { casusId: "c1" as CasusId }), "laten_vervallen", ["aandachtsfunctionaris"]);
    expect(taken.ok && "casusId" in taken.value.signaal).toBe(false);
    expect(taken.ok).toBe(true);
  });

  it("wie geen relatie heeft, mag niets; de ketenregisseur en het systeem krijgen geen knop", () => {
    for (const status of signaalStatussen)
      for (const relatie of ["geen", "ketenregisseur", "systeem"] as const) expect(possibleActions([relatie], status)).toEqual([]);
  });

  it("wat mag, komt uit de tabel: een recht op een stap is er precies als die stap er is", () => {
    for (const row of signaalActions) {
      if (!("transitions" in row)) continue;
      for (const status of signaalStatussen)
        for (const relatie of relaties) {
          const byTable = row.transitions.some((name) => findTransition(name, status)?.by.includes(relatie) === true);
          expect(may([relatie], row.action, status), `${row.action} in ${status} door ${relatie}`).toBe(byTable);
        }
    }
  });

  it("elke stap van een mens na de melding hoort bij een recht", () => {
    const covered = signaalActions.flatMap((row) => ("transitions" in row ? [...row.transitions] : []));
    for (const row of signaalTransitions)
      if (!(row.from as readonly string[]).includes("nieuw") && !(row.by as readonly Relatie[]).includes("systeem")) expect(covered).toContain(row.name);
  });

  it("elk recht is er ooit voor iemand", () => {
    for (const { action } of signaalActions) expect(mayAtSomeMoment(relaties, action), action).toBe(true);
  });
});

describe("knoppen", () => {
  const cases = signaalStatussen.flatMap((status) => relaties.map((relatie) => ({ status, relatie })));
  const anderen = "P99" as PersoonId;

  it("achter Meer staat elk recht, en niets anders", () => {
    for (const { status, relatie } of cases) {
      const verbs = alleKnoppen(signaal(status), [relatie], anderen).map((knop) => knop.verb);
      expect([...verbs].sort(), `${status} ${relatie}`).toEqual(
        possibleActions([relatie], status)
          .filter((action) => action !== "signaal.meer")
          .sort(),
      );
    }
  });

  it("op de kaart staan er ten hoogste drie, alle met recht, en Meer als er meer is", () => {
    for (const { status, relatie } of cases) {
      const verbs = kaartKnoppen(signaal(status), relatie).map((knop) => knop.verb);
      const possible: readonly string[] = possibleActions([relatie], status);
      expect(verbs.length).toBeLessThanOrEqual(3);
      expect(verbs.filter((verb) => !possible.includes(verb))).toEqual([]);
      if (possible.includes("signaal.meer")) expect(verbs).toContain("signaal.meer");
    }
  });

  it("elke knop doet iets en heeft woorden", () => {
    for (const { action } of signaalActions) {
      expect(interactions.map((one) => one.id)).toContain(action);
      expect(isMessageKey(`knop.${action}`), action).toBe(true);
    }
  });
});

/** Written anew with `npx vitest run tests/domain/signaal.status.test.ts -u`. */
it("docs/statussen.md toont deze tabel", async () => {
  const document = `# Statuses of a signaal

Made from \`src/domain/signaal/signaal.status.ts\`; a test compares them. Between brackets who may take the step.

\`\`\`mermaid
${stateDiagram()}
\`\`\`
`;
  await expect(document).toMatchFileSnapshot("../../docs/statussen.md");
});
