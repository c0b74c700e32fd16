import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { actiepuntStatussen, actieRelaties } from "../../src/domain/actiepunt/actiepunt.status.js";
import { fases, sluitRedenen } from "../../src/domain/casus/casus.js";
import { puntRedenen } from "../../src/domain/delen/lezen.js";
import { documentVormen } from "../../src/domain/document.js";
import { agendapuntSoorten, agendapuntStatussen, doelen } from "../../src/domain/overleg/agendapunt.js";
import { aanwezigheidAntwoorden, overlegStatussen } from "../../src/domain/overleg/overleg.js";
import { lijstStatussen } from "../../src/domain/overleg/verloop.js";
import { organisatieSoorten, rollen } from "../../src/domain/persoon/persoon.js";
import { exportDoelen, exportStatussen } from "../../src/domain/rechten/casusexport.js";
import { verzoekStatussen } from "../../src/domain/rechten/inzageverzoek.js";
import { tafelSoorten } from "../../src/domain/regio/regio.js";
import { vraagAntwoorden } from "../../src/domain/signaal/signaal.js";
import { neutraleStatussen, relaties, routes, signaalStatussen } from "../../src/domain/signaal/signaal.status.js";
import { feestdagRegels, tafelRollen } from "../../src/domain/tafel/tafel.js";
import { nl } from "../../src/messages/nl.js";
import { type Node, nodesIn, nodesOf, root, sourceFiles } from "../support/source.js";

const glossary = readFileSync(join(root, "docs/glossary.md"), "utf8");
const rows = glossary
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| term") && !line.startsWith("| list"))
  .map((line) => line.split("|").map((cell) => cell.trim()));
const banned = new Set(rows.filter((cells) => cells.length === 5).flatMap((cells) => (cells[3] ?? "").split(", ").filter(Boolean)));

/** English words that also name other things in code; banned for people's eyes only. */
const everydayInCode = new Set(["user", "report", "board", "company", "coordinator", "urgent"]);

const words = (identifier: string): readonly string[] =>
  identifier
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z]+/)
    .map((word) => word.toLowerCase());

/** Names that we give: variables, functions, types, properties. */
const names = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap((node) => (node.type === "Identifier" || node.type === "BindingIdentifier" ? [String(node.value)] : []));
const synonymsIn = (nodes: readonly Node[]): readonly string[] =>
  names(nodes).flatMap((name) =>
    [name.toLowerCase(), ...words(name)].filter((word) => banned.has(word) && !everydayInCode.has(word)).map((word) => `${name} (${word})`),
  );

describe("glossary", () => {
  it.each([
    ["signaalStatussen", signaalStatussen],
    ["neutraleStatussen", neutraleStatussen],
    ["routes", routes],
    ["relaties", relaties],
    ["rollen", rollen],
    ["organisatieSoorten", organisatieSoorten],
    ["tafelSoorten", tafelSoorten],
    ["vraagAntwoorden", vraagAntwoorden],
    ["feestdagRegels", feestdagRegels],
    ["overlegStatussen", overlegStatussen],
    ["lijstStatussen", lijstStatussen],
    ["puntRedenen", puntRedenen],
    ["documentVormen", documentVormen],
    ["exportDoelen", exportDoelen],
    ["exportStatussen", exportStatussen],
    ["verzoekStatussen", verzoekStatussen],
    ["fases", fases],
    ["sluitRedenen", sluitRedenen],
    ["tafelRollen", tafelRollen],
    ["agendapuntSoorten", agendapuntSoorten],
    ["agendapuntStatussen", agendapuntStatussen],
    ["doelen", doelen],
    ["aanwezigheidAntwoorden", aanwezigheidAntwoorden],
    ["actiepuntStatussen", actiepuntStatussen],
    ["actieRelaties", actieRelaties],
  ])("lists every one of %s", (_name, values) => {
    const listed = new Set(rows.filter((cells) => cells.length === 4).flatMap((cells) => (cells[2] ?? "").split(", ")));
    expect(values.filter((value) => !listed.has(value))).toEqual([]);
  });

  it.each(sourceFiles("src/domain", "src/ports", "src/use-cases", "src/interactions", "src/cards"))("%s uses one word per concept", (file) => {
    expect(synonymsIn(nodesOf(file))).toEqual([]);
  });

  it("is followed by what people read", () => {
    const dutch = [...banned].filter((word) => !["informant", "urgent"].includes(word));
    const found = Object.entries(nl).filter(([, text]) => dutch.some((word) => new RegExp(`\\b${word}\\b`, "i").test(text)));
    expect(found).toEqual([]);
  });

  it("sees a synonym when there is one", () => {
    expect(synonymsIn(nodesIn("const openTicket = 1; type Vergadering = string;"))).toEqual([
      "openTicket (ticket)",
      "Vergadering (vergadering)",
      "Vergadering (vergadering)",
    ]);
  });
});
