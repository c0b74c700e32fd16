import { defineConfig } from "vitest/config";
import { SkippedReporter } from "./tests/support/skipped-reporter.js";

/** Has something of its own in place of a module, or starts processes: gets a worker for itself. */
const alone = [
  "tests/{bench,browser,chaos,ship}/**/*.test.ts",
  "tests/adapters/teams/deur.test.ts",
  "tests/database/durable.test.ts",
  "tests/interactions/toegang-geplant.test.ts",
  "tests/scenarios/beleid-geplant.test.ts",
];
const every = ["tests/**/*.test.ts"];

/** Where a machine reads the results; people read the terminal. */
const resultsFile = process.env.TEST_RESULTS_FILE;

export default defineConfig({
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    projects: [
      // Loading the bot takes longer than most files: these share a worker, one after another.
      { extends: true, test: { name: "samen", include: every, exclude: alone, isolate: false, sequence: { groupOrder: 0 } } },
      // These wait for browsers, for other processes and for the minute more than they work.
      { extends: true, test: { name: "apart", include: alone, maxWorkers: 3, sequence: { groupOrder: 1 } } },
    ],
    // A busy machine is no finding: only what hangs ends here.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", new SkippedReporter(), ...(resultsFile ? [["json", { outputFile: resultsFile }] as ["json", { outputFile: string }]] : [])],
  },
});
