import { TeamsInfo } from "botbuilder";
import type { Address, Conversations } from "../../ports/chat.js";
import { rootConversation } from "./teams-activity.js";
import type { AnswerParts } from "./teams-answer.js";
import { safeError } from "./teams-config.js";
import { accountOf, profielOf, type Turn } from "./teams-inbound.js";
import { userPrefix } from "./teams-sender.js";

type Member = Awaited<ReturnType<typeof TeamsInfo.getMember>>;
type Entry = Parameters<Conversations["rememberRoster"]>[0][number];
const pageSize = 200;
const maxPages = 50;

const addressOf = (turn: Turn, conversationId: string): Address => ({
  platform: "teams",
  tenant: turn.tenant,
  conversationId,
  serviceUrl: turn.activity.serviceUrl,
});
const toEntry = (turn: Turn, member: Member): Entry => ({
  account: accountOf(turn.tenant, member),
  profiel: profielOf(member, turn.tenant),
  address: addressOf(turn, `${userPrefix}${member.id}`),
});

/** Where this turn came from, so that the outbox can find it. */
export const rememberPlace = async ({ conversations }: AnswerParts, turn: Turn): Promise<void> => {
  const address = addressOf(turn, rootConversation(turn.activity));
  await (turn.prive ? conversations.rememberPrivate(turn.account, address) : conversations.rememberChannel(address));
};

const rememberRoster = async ({ conversations }: AnswerParts, turn: Turn): Promise<void> => {
  let token: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const { members, continuationToken } = await TeamsInfo.getPagedMembers(turn.context, pageSize, token as string);
    await conversations.rememberRoster(members.map((member) => toEntry(turn, member)));
    token = continuationToken || undefined;
    if (token === undefined) return;
  }
};

const rememberChannels = async ({ conversations }: AnswerParts, turn: Turn): Promise<void> => {
  if (!turn.activity.channelData?.team) return;
  for (const channel of await TeamsInfo.getTeamChannels(turn.context)) if (channel.id) await conversations.rememberChannel(addressOf(turn, channel.id));
};

const rememberMembers = async ({ conversations }: AnswerParts, turn: Turn, ids: readonly string[]): Promise<void> => {
  const members = await Promise.all(ids.map((id) => TeamsInfo.getMember(turn.context, id)));
  await conversations.rememberRoster(members.map((member) => toEntry(turn, member)));
};

/** Who is in it, or with whom it is shared, changed: of the whole team its channels, of one channel that one. */
export const tellChanged = async ({ conversations, log }: AnswerParts, turn: Turn): Promise<void> => {
  const here = rootConversation(turn.activity);
  const ids = new Set([here]);
  try {
    if (turn.activity.channelData?.team?.id === here) for (const { id } of await TeamsInfo.getTeamChannels(turn.context)) if (id) ids.add(id);
  } catch (error) {
    log.warn(safeError(error), "teams: the channels could not be read");
  }
  for (const id of ids) await conversations.channelChanged(addressOf(turn, id));
};

/** Somebody, or the bot itself, came into a team or group: learn who is there. What Teams does not tell now, it tells later. */
export const learnTeam = async (parts: AnswerParts, turn: Turn): Promise<void> => {
  const added = (turn.activity.membersAdded ?? []).map((member) => member.id);
  const steps = added.includes(turn.activity.recipient.id)
    ? [rememberRoster, rememberChannels]
    : added.length > 0
      ? [(p: AnswerParts, t: Turn) => rememberMembers(p, t, added)]
      : [];
  for (const step of steps) {
    try {
      await step(parts, turn);
    } catch (error) {
      parts.log.warn(safeError(error), "teams: the members could not be read");
    }
  }
};
