import type { Clock } from "./clock.js";
import type { Ids } from "./ids.js";
import type { Store } from "./store.js";

/** Everything from outside that use cases need. */
export type Ports = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };
