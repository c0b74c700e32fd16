import { defineConfig } from "vitest/config";
import { SkippedReporter } from "./tests/support/skipped-reporter.js";

/** Where a machine reads the results; people read the terminal. */
const resultsFile = process.env.TEST_RESULTS_FILE;

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    // A busy machine is no finding: only what hangs ends here.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", new SkippedReporter(), ...(resultsFile ? [["json", { outputFile: resultsFile }] as ["json", { outputFile: string }]] : [])],
  },
});
