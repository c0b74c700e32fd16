import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Template } from "adaptivecards-templating/lib/template-engine.js";

export const kaartTemplates = [
  "formulier",
  "signaal-melden",
  "triage",
  "bericht",
  "bekijk",
  "home",
  "mijn-signalen",
  "wijzer",
  "meer",
  "agenda",
  "document-link",
] as const;
export type KaartTemplate = (typeof kaartTemplates)[number];
export type KaartBody = Readonly<Record<string, unknown>>;

/** Stands in for `${` in what people typed, so that a `${` that is left over can only come from the template. */
const HIDDEN = "\uE000{";
const compiled = new Map<KaartTemplate, Template>();

/** The folder of the templates, from dist/ as well as from src/. */
export const templateFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "adaptive-cards"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("folder adaptive-cards not found");
    folder = parent;
  }
  return join(folder, "adaptive-cards");
};

const templateOf = (name: KaartTemplate): Template => {
  const known = compiled.get(name);
  if (known) return known;
  const template = new Template(JSON.parse(readFileSync(join(templateFolder(), `${name}.json`), "utf8")));
  compiled.set(name, template);
  return template;
};

const deep = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => deep(item, change));
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item, change)]));
  return value;
};

/** Binds data to a template. A key that the template names and the data lacks is a bug and throws. */
export const render = (name: KaartTemplate, data: KaartBody): KaartBody => {
  const safe = deep(data, (text) => text.replaceAll("${", HIDDEN));
  const expanded: unknown = templateOf(name).expand({ $root: safe });
  const missing = /\$\{[^}]*\}?/.exec(JSON.stringify(expanded));
  if (missing) throw new Error(`card ${name} has no value for ${missing[0]}`);
  return deep(expanded, (text) => text.replaceAll(HIDDEN, "${")) as KaartBody;
};
