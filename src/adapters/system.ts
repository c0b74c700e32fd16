import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { makeCode } from "../domain/code.js";
import type { Clock } from "../ports/clock.js";
import type { Ids } from "../ports/ids.js";

/** A number in [0, 1) that nobody can foresee. */
export const secureRandom = (): number => randomInt(2 ** 47) / 2 ** 47;

/** The clock of this computer. */
export const systemClock: Clock = { now: () => new Date() };

/** Ids and codes from the system's source of chance. */
export const randomIds: Ids = {
  id: () => randomUUID(),
  trace: () => randomBytes(16).toString("hex"),
  nonce: () => randomBytes(16).toString("base64url"),
  signaalCode: () => makeCode("SG", secureRandom),
  casusCode: () => makeCode("C", secureRandom),
  actiepuntCode: () => makeCode("A", secureRandom),
};
