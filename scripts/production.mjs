// Which packages run in production: what `npm ci --omit=dev --omit=optional` installs.
import { readFileSync } from "node:fs";

const marker = "node_modules/";

/** Their folders under the project with name and version, from the lock file. A package that only a tool asks for, and one for another platform, is none. */
export const productionPackages = () => {
  const { packages } = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== "" && !dev && !devOptional && !optional)
    .map(([path, { version }]) => ({ path, name: path.slice(path.lastIndexOf(marker) + marker.length), version }));
};
