// Runs the TypeScript of tests/ on any Node that the bot runs on: `node --import ./scripts/typescript.mjs <file>`. What lies under src/ comes from dist/, as it ships.
import { register } from "node:module";

register("./typescript-hooks.mjs", import.meta.url);
