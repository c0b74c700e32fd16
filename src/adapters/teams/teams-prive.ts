import { type Activity, Channels, type CloudAdapter, type TurnContext } from "botbuilder";
import type { ConnectorClient } from "botframework-connector";
import type { TeamsConfig } from "./teams-config.js";

type Where = { readonly serviceUrl: string; readonly tenant: string };
type Posted = { readonly messageId: string; readonly conversationId: string };

const connectorOf = (adapter: CloudAdapter, context: TurnContext): ConnectorClient => context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);

type CreateParameters = Parameters<CloudAdapter["createConversationAsync"]>[4];
/** botbuilder's type asks for a topic and a first activity; a private conversation in Teams has neither. */
const asParameters = (parameters: object): CreateParameters => parameters as CreateParameters;

/** Opens the private conversation with a person, or finds the one there is, and posts in it. */
export const postPrivately = async (adapter: CloudAdapter, config: TeamsConfig, where: Where, userId: string, activity: Partial<Activity>): Promise<Posted> => {
  const posted: Posted[] = [];
  const bot = { id: config.appId ? `28:${config.appId}` : "bot", name: "Ketentafel" };
  const parameters = { isGroup: false, bot, members: [{ id: userId, name: "" }], tenantId: where.tenant, channelData: { tenant: { id: where.tenant } } };
  await adapter.createConversationAsync(config.appId ?? "", Channels.Msteams, where.serviceUrl, "", asParameters(parameters), async (context) => {
    const conversationId = context.activity.conversation.id;
    const response = await connectorOf(adapter, context).conversations.sendToConversation(conversationId, activity);
    posted.push({ messageId: response.id, conversationId });
  });
  const [first] = posted;
  if (!first) throw new Error("Teams opened no conversation");
  return first;
};

/** Does something in a conversation that exists. */
export const inConversation = async (
  adapter: CloudAdapter,
  config: TeamsConfig,
  { conversationId, serviceUrl, tenant }: Where & { readonly conversationId: string },
  act: (context: TurnContext) => Promise<void>,
): Promise<void> => {
  const conversation = { id: conversationId, tenantId: tenant, isGroup: false, conversationType: "", name: "" };
  await adapter.continueConversationAsync(config.appId ?? "", { channelId: Channels.Msteams, serviceUrl, conversation }, act);
};

/** Posts in a conversation that exists, or changes a message in it. */
export const postOrUpdate = async (
  adapter: CloudAdapter,
  config: TeamsConfig,
  where: Where & { readonly conversationId: string },
  activity: Partial<Activity>,
  messageId?: string,
): Promise<Posted> => {
  const { conversationId } = where;
  let id: string | undefined;
  await inConversation(adapter, config, where, async (context) => {
    const { conversations } = connectorOf(adapter, context);
    const response =
      messageId === undefined
        ? await conversations.sendToConversation(conversationId, activity)
        : await conversations.updateActivity(conversationId, messageId, { ...activity, id: messageId });
    id = response?.id;
  });
  return { messageId: id ?? messageId ?? "", conversationId };
};
