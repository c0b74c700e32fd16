import type { Channel, ChannelId, Tafel } from "../domain/regio/regio.js";

/** What changes about the region from chat; the region file stays the source for what it names. */
export type RegioChange =
  | { readonly soort: "tafel_nieuw"; readonly tafel: Tafel }
  /** It stops, or works again. */
  | { readonly soort: "tafel_einde"; readonly tafel: Tafel }
  | { readonly soort: "channel_nieuw"; readonly channel: Channel; readonly serviceUrl?: string }
  /** What waited to go there is not sent any more. */
  | { readonly soort: "channel_weg"; readonly channelId: ChannelId };
