import type { LogboekBron, LogboekDoel } from "../../ports/logboek.js";
import { type LogboekRegel, logboekRegels } from "./regels.js";

const BATCH = 200;
/** Also how long a target that failed is left alone. */
const LEASE_MS = 30_000;

type Parts = {
  readonly bron: LogboekBron;
  readonly doel: LogboekDoel;
  readonly versie: string;
  readonly write: (regels: readonly LogboekRegel[]) => Promise<void>;
};

/**
 * One portion of the Logboek for one target, for a worker. What is confirmed is not written again; what fails is, with the
 * same ids. Nothing is sampled and nobody waits for it.
 */
export const logboek = ({ bron, doel, versie, write }: Parts): (() => Promise<boolean>) => {
  let zout: Uint8Array | undefined;
  return async () => {
    const lines = await bron.claim(doel, LEASE_MS, BATCH);
    const last = lines.at(-1);
    if (last === undefined) return false;
    zout ??= await bron.zout();
    const maker = { zout, versie };
    const regels = lines.flatMap((line) => logboekRegels(maker, line));
    if (regels.length > 0) await write(regels);
    await bron.done(doel, last.nr);
    return lines.length === BATCH;
  };
};
