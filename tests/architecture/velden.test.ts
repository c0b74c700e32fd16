import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Register, velden } from "../../scripts/schema-velden.mjs";
import { root } from "../support/source.js";

const schema = readFileSync(join(root, "prisma/schema.prisma"), "utf8");
const register = JSON.parse(readFileSync(join(root, "docs/veiligheid/velden.json"), "utf8")) as Register;

it("every field of the schema has a category, a retention and who reads it", () => {
  expect(velden(schema, register)).toEqual([]);
});

it("a field that nobody placed is noticed, and one that is gone", () => {
  const erbij = schema.replace("model StapRow {\n", "model StapRow {\n  notitie String\n");
  expect(velden(erbij, register)).toEqual(["StapRow.notitie stands 0 times in docs/veiligheid/velden.json: give it one category"]);
  expect(velden(schema.replace('  doorId    String   @map("door_id")\n  op ', "  op "), register)).toHaveLength(1);
});
