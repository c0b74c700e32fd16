import type { Dag } from "../tijd/dag.js";
import { plusDagen, plusWerkdagen } from "../tijd/tijd.js";

/** Days before the termijn at which the actiehouder is first reminded, and after it how often. */
export const DAGEN_VOORAF = 3;
const DAGEN_TUSSEN = 7;
/** From so many days late the voorzitter reads it too. */
export const DAGEN_TOT_VOORZITTER = 14;

/**
 * The next day on which an actiepunt is brought to mind, after this day: three days before, on the day, then every week. A day
 * that nobody works moves to the next working day; what has passed is skipped.
 */
export const volgendeHerinnering = (termijn: Dag, na: Dag, vrijeDagen: readonly Dag[]): Dag => {
  for (let dagen = -DAGEN_VOORAF; ; dagen = dagen < 0 ? 0 : dagen + DAGEN_TUSSEN) {
    const dag = plusWerkdagen(plusDagen(termijn, dagen), 0, vrijeDagen);
    if (dag > na) return dag;
  }
};

/** Is it so near or so late that a reminder names it today? */
export const naderend = (termijn: Dag, vandaag: Dag): boolean => termijn <= plusDagen(vandaag, DAGEN_VOORAF);
export const voorVoorzitter = (termijn: Dag, vandaag: Dag): boolean => plusDagen(termijn, DAGEN_TOT_VOORZITTER) <= vandaag;
