import { createHash } from "node:crypto";
import { cryptoOver } from "../../../src/adapters/prisma/sleutels/kluis.js";
import { regiosleutels } from "../../../src/adapters/prisma/sleutels/regiosleutels.js";
import type { Crypto } from "../../../src/ports/crypto.js";
import { testSleutels } from "../../support/database.js";

const regio = regiosleutels(testSleutels);
/** Made out of the name of the owner, so that a million of them need not be remembered. */
const keyOf = (owner: string): Uint8Array => createHash("sha256").update(`bench ${owner}`).digest();
const keys = { get: (owner: string) => () => keyOf(owner) } as unknown as ReadonlyMap<string, () => Uint8Array>;

/** Seals as the store does, each owner with a key of its own. */
export const sealed: Crypto = cryptoOver(keys, true);

/** The row with which the store opens it again. */
export const sleutelRow = (owner: string) => ({ owner, keyId: regio.actief, wrapped: regio.wrap(owner, keyOf(owner)), gemaaktOp: new Date() });
