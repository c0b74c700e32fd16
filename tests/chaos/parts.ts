import { away, awayNames } from "./away.js";
import type { Count } from "./count.js";
import { embedded, embeddedNames } from "./embedded.js";
import { inbound, inboundNames } from "./inbound.js";
import { input, inputNames } from "./input.js";
import { instances, instancesNames } from "./instances.js";
import { outbound, outboundNames } from "./outbound.js";
import type { Run } from "./run.js";
import { stalled, stallNames } from "./stall.js";

/** @property names every count that it gives. */
export type Part = { readonly names: readonly string[]; readonly measure: (run: Run) => AsyncIterable<Count> };

export const parts: readonly Part[] = [
  { names: inboundNames, measure: inbound },
  { names: outboundNames, measure: outbound },
  { names: awayNames, measure: away },
  { names: stallNames, measure: stalled },
  { names: inputNames, measure: input },
  { names: embeddedNames, measure: embedded },
  { names: instancesNames, measure: instances },
];
