import type { Reporter, TestModule } from "vitest/node";

/** Says at the end what was skipped and why, so that a green run hides nothing. */
export class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests("skipped")].map((test) => {
        const result = test.result();
        const reason = (result.state === "skipped" && result.note) || test.options.mode || "no reason given";
        return `  ${module.relativeModuleId} › ${test.fullName}: ${reason}`;
      }),
    );
    process.stdout.write(skipped.length === 0 ? "\nNothing was skipped.\n" : `\nSkipped (${skipped.length}):\n${skipped.join("\n")}\n`);
  }
}
