import type { Clock } from "./clock.js";
import type { Documents } from "./documents.js";
import type { Ids } from "./ids.js";
import type { Store } from "./store.js";
import type { AuditTermijn } from "./work.js";

/** Everything from outside that use cases need. @property publicUrl the address from outside, for links. */
export type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly documents: Documents;
  /** Absent where nothing falls due. */
  readonly audit?: AuditTermijn;
  readonly publicUrl?: string;
};
