import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseSync } from "@swc/core";

export const root = resolve(import.meta.dirname, "../..");

/** Our own TypeScript under these folders of src; generated code is not ours. */
export const sourceFiles = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.includes("generated/"))
      .map((file) => join(folder, file)),
  );

export type Node = { readonly type: string } & Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

/** Every node of a file, parents first. */
export const nodesOf = (file: string): readonly Node[] => nodesIn(readFileSync(join(root, file), "utf8"));

export const nodesIn = (source: string): readonly Node[] => {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      if (isNode(value)) found.push(value);
      for (const child of Object.values(value)) if (typeof child === "object") visit(child);
    }
  };
  visit(parseSync(source, { syntax: "typescript", target: "es2022" }).body);
  return found;
};
