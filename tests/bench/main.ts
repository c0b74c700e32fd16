// Measures the promises of speed. Usage: npm run bench -- [--json] [--reduced] [--signalen <n>] [--requests <n>] [<start of a name> …]
import { parseArgs } from "node:util";
import { allMet, asJson, asTable, type Figure } from "./figure.js";
import { type Part, parts, startRun } from "./parts.js";
import { type Amount, reduced, whole } from "./size.js";

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean" }, reduced: { type: "boolean" }, signalen: { type: "string" }, requests: { type: "string" } },
  allowPositionals: true,
});

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const wanted = (name: string): boolean => positionals.length === 0 || positionals.some((start) => name.startsWith(start));
const base = values.reduced ? reduced : whole;
const amount: Amount = {
  ...base,
  reading: { ...base.reading, many: Number(values.signalen ?? base.reading.many) },
  requests: { ...base.requests, all: Number(values.requests ?? base.requests.all) },
};

const figuresOf = async (part: Part, run: ReturnType<typeof startRun>): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for await (const figure of await part.measure(run)) {
    if (!wanted(figure.name)) continue;
    // At once, so that a run that is cut short has told something.
    tell(`  ${figure.name} ${Number(figure.value.toPrecision(3))} (${figure.raw})`);
    figures.push(figure);
  }
  return figures;
};

const chosen = parts.filter(({ names }) => names.some(wanted));
if (chosen.length === 0) {
  tell(`no figure starts with ${positionals.join(" or ")}; there are: ${parts.flatMap(({ names }) => names).join(", ")}`);
  process.exit(2);
}
const started = Date.now();
const run = startRun(amount, wanted);
const figures: Figure[] = [];
try {
  for (const [nr, part] of chosen.entries()) {
    tell(`${nr + 1} of ${chosen.length}: ${part.names.filter(wanted).join(", ")}`);
    figures.push(...(await figuresOf(part, run)));
  }
} finally {
  await run.close();
}
tell(`${Math.round((Date.now() - started) / 1_000)} s`);
process.stdout.write(`${asTable(figures)}\n`);
if (values.json) process.stdout.write(`${asJson(figures)}\n`);
process.exit(allMet(figures) ? 0 : 1);
