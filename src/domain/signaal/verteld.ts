import type { Dag } from "../tijd/dag.js";
import { dagVan } from "../tijd/tijd.js";
import type { SignaalStatus } from "./signaal.status.js";

/** What the melder may read of a status: while terugkoppeling is held no more than that we are still at it. */
export const verteldeStatus = (signaal: { readonly status: SignaalStatus; readonly aangehoudenTot?: Dag }, now: Date): SignaalStatus =>
  signaal.aangehoudenTot !== undefined && dagVan(now) < signaal.aangehoudenTot ? "in_afstemming" : signaal.status;
