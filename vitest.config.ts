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
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ["default", new SkippedReporter(), ...(resultsFile ? [["json", { outputFile: resultsFile }] as ["json", { outputFile: string }]] : [])],
  },
});
