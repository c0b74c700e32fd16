import { type SignaalStatus, signaalTransitions, type Transition } from "./signaal.status.js";

const begin = "[*]";
const label = ({ t, name, by }: Transition): string => `${t} ${name} (${by.join(", ")})`;
const row = (from: SignaalStatus | "nieuw", to: SignaalStatus, transition: Transition): string =>
  `    ${from === "nieuw" ? begin : from} --> ${to}: ${label(transition)}`;

/** The state machine of a signaal as a Mermaid diagram, derived from its table. */
export const stateDiagram = (): string =>
  [
    "stateDiagram-v2",
    ...(signaalTransitions as readonly Transition[]).flatMap((transition) => transition.from.map((from) => row(from, transition.to, transition))),
  ].join("\n");
