// Writes manifest/slack/manifest.json from its typed source.
import { writeFile } from "node:fs/promises";
import { createViteServer } from "vitest/node";

const root = new URL("..", import.meta.url);
const vite = await createViteServer({
  root: root.pathname,
  configFile: false,
  logLevel: "error",
  server: { middlewareMode: true, ws: false },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { manifestJson } = await vite.ssrLoadModule("/manifest/slack/manifest.ts");
  await writeFile(new URL("manifest/slack/manifest.json", root), manifestJson);
  console.log("manifest/slack/manifest.json written");
} finally {
  await vite.close();
}
