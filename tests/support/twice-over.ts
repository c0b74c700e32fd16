import type { Answer, Dispatch } from "../../src/ports/chat.js";

/** An answer without what is made anew each time that a form or list is shown. */
const asShown = (answer: Answer): string => JSON.stringify(answer).replace(/"n":"[^"]*"/g, "");

/** Each press and form comes in twice, one after the other. @param other gets what the repeat heard where that was something else. */
export const twiceOver =
  (dispatch: Dispatch, other: string[]): Dispatch =>
  async (inbound) => {
    const first = await dispatch(inbound);
    if (inbound.event.soort !== "actie") return first;
    const again = await dispatch(inbound);
    if (asShown(again) !== asShown(first)) other.push(`${inbound.event.verb}: first ${asShown(first).slice(0, 200)}, then ${asShown(again).slice(0, 200)}`);
    return first;
  };
