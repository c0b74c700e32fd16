import { z } from "zod";

/** Half a character, or the one that a database does not store, cannot be part of an address. */
const whole = z.string().refine((id) => id.isWellFormed() && !id.includes("\0"));
const Id = whole.min(1);
const account = z.looseObject({ id: Id, aadObjectId: Id.nullish(), name: z.string().nullish() });
const named = z.looseObject({ id: Id }).nullish();

const Execute = z.looseObject({ action: z.looseObject({ type: z.string() }) });

/** The shape that an activity of Teams must have before anything looks at it; other keys pass by unread. */
export const TeamsActivity = z
  .looseObject({
    type: z.string().min(1),
    name: z.string().nullish(),
    id: whole.nullish(),
    replyToId: whole.nullish(),
    channelId: z.string().min(1),
    serviceUrl: Id,
    locale: z.string().nullish(),
    text: z.string().nullish(),
    value: z.unknown().optional(),
    from: account,
    recipient: account,
    conversation: z.looseObject({ id: Id, tenantId: Id.nullish(), conversationType: z.string().nullish() }),
    channelData: z.looseObject({ tenant: z.looseObject({ id: Id }).nullish(), team: named, channel: named }).nullish(),
    membersAdded: z.array(account).nullish(),
    entities: z
      .array(z.looseObject({ type: z.string(), mentioned: z.looseObject({ id: z.string().nullish() }).nullish(), text: z.string().nullish() }))
      .nullish(),
  })
  // botbuilder takes this for a failure of ours.
  .refine(({ type, name, value }) => type !== "invoke" || name !== "adaptiveCard/action" || Execute.safeParse(value).success);
export type TeamsActivity = z.infer<typeof TeamsActivity>;

/** The tenant both places agree on, or nothing. */
export const tenantOf = (activity: TeamsActivity): string | undefined => {
  const inConversation = activity.conversation.tenantId ?? undefined;
  const inChannelData = activity.channelData?.tenant?.id;
  if (inConversation !== undefined && inChannelData !== undefined && inConversation !== inChannelData) return undefined;
  return inConversation ?? inChannelData;
};

export const isPersonal = (activity: TeamsActivity): boolean => activity.conversation.conversationType === "personal";

/** A channel without the thread; other conversations as they are. */
export const rootConversation = (activity: TeamsActivity): string => activity.conversation.id.split(";messageid=")[0] ?? activity.conversation.id;
