// Writes manifest/slack/manifest.json from its typed source; with --check only compares, exit 1 when they differ.
import { readFile, writeFile } from "node:fs/promises";
import { createViteServer } from "vitest/node";

const root = new URL("..", import.meta.url);
const target = new URL("manifest/slack/manifest.json", root);
const vite = await createViteServer({
  root: root.pathname,
  configFile: false,
  logLevel: "error",
  server: { middlewareMode: true, ws: false },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { manifestJson } = await vite.ssrLoadModule("/manifest/slack/manifest.ts");
  if (!process.argv.includes("--check")) {
    await writeFile(target, manifestJson);
    console.log("manifest/slack/manifest.json written");
  } else if ((await readFile(target, "utf8")) !== manifestJson) {
    console.error("manifest/slack/manifest.json differs from its source. Run: node scripts/slack-manifest.mjs");
    process.exitCode = 1;
  }
} finally {
  await vite.close();
}
