import { type CloudAdapter, TeamsInfo } from "botbuilder";
import type { Address } from "../../ports/chat.js";
import type { Lid, PubliekReader, PubliekResult } from "../../ports/publiek.js";
import { quietly, teamsAdapter } from "./teams-auth.js";
import { checkTeamsConfig, isAllowedService, isAllowedTenant, type Log, safeError, type TeamsConfig } from "./teams-config.js";
import { accountOf, profielOf } from "./teams-inbound.js";
import { inConversation } from "./teams-prive.js";
import { toSendError } from "./teams-sender.js";

const pageSize = 200;
/** A channel with more members is no place for our cards. */
const maxPages = 10;
type Failed = Extract<PubliekResult, { ok: false }>;
const refused = (reason: string): Failed => ({ ok: false, gone: false, reason });

type Channel = Address & { readonly serviceUrl: string };

/** `undefined`: more than fit. */
const membersOf = async (adapter: CloudAdapter, config: TeamsConfig, channel: Channel): Promise<readonly Lid[] | undefined> => {
  const leden: Lid[] = [];
  let more = true;
  await inConversation(adapter, config, channel, async (context) => {
    let token: string | undefined;
    for (let page = 0; page < maxPages && more; page++) {
      const read = await TeamsInfo.getPagedMembers(context, pageSize, token as string);
      for (const member of read.members) leden.push({ userId: accountOf(channel.tenant, member).userId, profiel: profielOf(member, channel.tenant) });
      token = read.continuationToken || undefined;
      more = token !== undefined;
    }
  });
  return more ? undefined : leden;
};

/** Who is in a channel of Teams. Apps are not among the members that Teams names; a channel of a team that everybody may join looks like any other. */
export const teamsPubliek = (config: TeamsConfig, log: Log): PubliekReader => {
  checkTeamsConfig(config);
  const adapter = teamsAdapter(config, log);
  return {
    async read(channel): Promise<PubliekResult> {
      const { serviceUrl, tenant } = channel;
      if (serviceUrl === undefined || !isAllowedService(config, serviceUrl)) return refused("service_host");
      if (!isAllowedTenant(config, tenant)) return refused("tenant");
      try {
        const leden = await quietly(() => membersOf(adapter, config, { ...channel, serviceUrl }));
        if (leden === undefined) return { ok: true, publiek: { gedeeld: false, openbaar: true, leden: [] } };
        return { ok: true, publiek: { gedeeld: leden.some(({ profiel }) => profiel?.soort === "extern"), openbaar: false, leden } };
      } catch (error) {
        log.warn(safeError(error), "teams: the members of a channel could not be read");
        return toSendError(error);
      }
    },
  };
};
