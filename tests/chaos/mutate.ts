import fc from "fast-check";
import type { Chance } from "./random.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const deep = (depth: number): Json => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`) as Json;
const strange: readonly Json[] = [
  ...["", "\u0000", "\ud800", "‮abc", "a".repeat(5_000), "💣".repeat(500), "'; DROP TABLE signaal; --", "${jndi:ldap://x}", "<@U1>", "__proto__"],
  ...[null, true, -0, 1e308, -1, 9_007_199_254_740_991, [], {}],
  ...[deep(1_000), { constructor: { prototype: { x: 1 } } }],
];
const anyJson = fc.jsonValue({ maxDepth: 3 });

const isNode = (value: Json): value is Node => typeof value === "object" && value !== null;

type Node = Json[] | { [key: string]: Json };
/** Every place in it, as the node that holds it and the key under which it stands. */
const places = (value: Json): readonly (readonly [Node, string])[] => {
  const found: (readonly [Node, string])[] = [];
  // Some are so deep that a function that calls itself would not come to the end.
  const left = [value];
  for (let one = left.pop(); one !== undefined; one = left.pop())
    if (isNode(one))
      for (const [key, under] of Object.entries(one)) {
        found.push([one, key]);
        left.push(under);
      }
  return found;
};

/** Changes one to three places of a payload that a chat could have sent. */
export const mutated = (random: Chance, payload: object): object => {
  const copy = structuredClone(payload) as { [key: string]: Json };
  for (let n = random.below(3); n >= 0; n -= 1) {
    const all = places(copy);
    if (all.length === 0) return copy;
    const [node, key] = random.pick(all);
    const at = node as { [key: string]: Json };
    const how = random.below(5);
    if (how === 0) delete at[key];
    // A copy: what is changed next may lie within it.
    else if (how === 1) at[key] = structuredClone(random.pick(strange));
    else if (how === 2) at[key] = fc.sample(anyJson, { numRuns: 1, seed: random.below(2 ** 31) })[0] as Json;
    else if (how === 3) at[key] = structuredClone(random.pick(all)[0]) as Json;
    else Object.defineProperty(at, "__proto__", { value: at[key], enumerable: true, configurable: true, writable: true });
  }
  return copy;
};
