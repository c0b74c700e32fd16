// Tries to lose or double something. Usage: npm run chaos -- [--json] [--reduced] [--seed <n>] [--share <0..1>] [<start of a name> …]
import { parseArgs } from "node:util";
import { allMet, asJson, asTable, type Figure } from "../bench/figure.js";
import { asFigure } from "./count.js";
import { parts } from "./parts.js";
import { startRun } from "./run.js";
import { reduced, shareOf } from "./size.js";

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean" }, reduced: { type: "boolean" }, seed: { type: "string" }, share: { type: "string" } },
  allowPositionals: true,
});

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const wanted = (name: string): boolean => positionals.length === 0 || positionals.some((start) => name.startsWith(start));
const chosen = parts.filter(({ names }) => names.some(wanted));
if (chosen.length === 0) {
  tell(`no count starts with ${positionals.join(" or ")}; there are: ${parts.flatMap(({ names }) => names).join(", ")}`);
  process.exit(2);
}
const seed = Number(values.seed ?? (values.reduced ? 1 : Date.now() % 1_000_000));
tell(`seed ${seed}`);
const started = Date.now();
const run = startRun(values.reduced ? reduced : shareOf(Number(values.share ?? 1)), seed);
const figures: Figure[] = [];
try {
  for (const part of chosen) {
    for await (const count of part.measure(run)) {
      const figure = asFigure(count);
      // At once, so that a run that is cut short has told something.
      tell(`  ${figure.name} ${figure.value} (${figure.raw})`);
      figures.push(figure);
    }
  }
} finally {
  await run.close();
}
tell(`${Math.round((Date.now() - started) / 1_000)} s`);
process.stdout.write(`${asTable(figures)}\n`);
if (values.json) process.stdout.write(`${asJson(figures)}\n`);
process.exit(allMet(figures) ? 0 : 1);
