import { describe, expect, it } from "vitest";
import { type Node, nodesIn, nodesOf, sourceFiles } from "../support/source.js";

/** Here it is decided who may see what, and nowhere else [domein 4]. */
const BELEID = "src/domain/delen/";

/** Where the kind of an organisatie is used for something else than who may see what. */
const soortMag: Readonly<Record<string, string>> = {
  "src/domain/persoon/persoon.ts": "the person has it",
  "src/domain/signaal/dossier.ts": "politie may hold feedback back",
  "src/use-cases/add-mens.ts": "a person is made",
  "src/use-cases/answer-vraag.ts": "who may ask to be consulted first",
  "src/interactions/vragen.ts": "who may ask to be consulted first",
  "src/use-cases/judge-signaal.ts": "who directs which route",
  "src/use-cases/put-through.ts": "whom the question to the RIEC goes to",
  "src/use-cases/submit-signaal.ts": "from the network or from the gemeente",
  "src/interactions/identify.ts": "a person is made",
  "src/adapters/prisma/import/import-plan.ts": "a person is made",
};
/** Where the parties to a convenant are read or stored, not judged. */
const partijenMag = ["src/domain/regio/regio-bestand.ts", "src/domain/regio/regio-bestand.ruw.ts", "src/adapters/prisma/rows/regio-rows.ts"];

const naam = (node: unknown): string => String((node as { value?: unknown } | undefined)?.value ?? "");

/** What in a file decides about disclosure: a kind of organisatie or a party that is looked at, "zichtbaar" that is said, a judge that is made. */
const beslissingen = (file: string, nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap((node) => {
    if (node.type === "Identifier" && naam(node) === "organisatieSoort" && soortMag[file] === undefined) return ["organisatieSoort"];
    if (node.type === "MemberExpression" && naam(node.property) === "partijen" && !partijenMag.includes(file)) return [".partijen"];
    if (node.type === "KeyValueProperty" && naam(node.key) === "zichtbaar" && (node.value as Node).type === "BooleanLiteral") return ["zichtbaar:"];
    const gemaakt = node.type === "VariableDeclarator" ? naam(node.id) : "";
    return /^(mag\w*(Lezen|Zien|Weten)|verborgenOm|buiten(Casus|Zorg|Ondermijning)|visibleFields)$/.test(gemaakt) ? [gemaakt] : [];
  });

describe("disclosure", () => {
  it.each(sourceFiles("src").filter((file) => !file.startsWith(BELEID)))("%s decides nothing about it", (file) => {
    expect(beslissingen(file, nodesOf(file))).toEqual([]);
  });

  it("has no exception that is not used", () => {
    const gebruikt = Object.keys(soortMag).filter((file) => nodesOf(file).some((node) => node.type === "Identifier" && naam(node) === "organisatieSoort"));
    expect(gebruikt).toEqual(Object.keys(soortMag));
  });

  it("is seen when it is broken", () => {
    const geplant = `const magDossierLezen = (persoon, convenant) => persoon.organisatieSoort === "politie" || convenant.partijen.includes(persoon.id);
const zicht = { melding: { zichtbaar: true } };`;
    expect(beslissingen("src/interactions/x.ts", nodesIn(geplant))).toEqual(["magDossierLezen", "organisatieSoort", ".partijen", "zichtbaar:"]);
  });
});
