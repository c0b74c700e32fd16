import { readFileSync } from "node:fs";

/** The fictional region as its file says, to be changed by a test. */
export const oeverland = (): Record<string, unknown> => JSON.parse(readFileSync("prisma/regio-oeverland.json", "utf8")) as Record<string, unknown>;
