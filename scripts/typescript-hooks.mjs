import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";

const root = new URL("../", import.meta.url).href;

export const resolve = (specifier, context, next) => {
  if (!specifier.startsWith(".") || context.parentURL === undefined) return next(specifier, context);
  const { href } = new URL(specifier, context.parentURL);
  if (href.startsWith(`${root}src/`)) return { url: `${root}dist/${href.slice(`${root}src/`.length)}`, shortCircuit: true };
  const source = href.replace(/\.js$/, ".ts");
  return source !== href && existsSync(fileURLToPath(source)) ? { url: source, shortCircuit: true } : next(specifier, context);
};

export const load = async (url, context, next) => {
  if (!url.endsWith(".ts")) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(readFileSync(filename, "utf8"), {
    filename,
    sourceMaps: "inline",
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "es6" },
  });
  return { format: "module", source: code, shortCircuit: true };
};
