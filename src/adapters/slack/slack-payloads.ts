import { z } from "zod";

/** The parts of Slack's payloads that we read, and no others: what stands in somebody's message is not among them. */
const Id = z
  .string()
  .min(1)
  // Half a character, or the one that a database does not store, is in no id of Slack.
  .refine((id) => id.isWellFormed() && !id.includes("\0"));
const Team = z.object({ id: Id }).nullish();
const User = z.object({ id: Id });

export const CommandPayload = z.object({
  command: Id,
  text: z.string().default(""),
  team_id: Id,
  user_id: Id,
  channel_id: Id,
  trigger_id: Id,
  response_url: z.string().optional(),
});

const Option = z.object({ value: z.string() });
/** What stands in one field of a form. */
export const FieldState = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: Option.nullish(),
  selected_options: z.array(Option).nullish(),
});
export type FieldState = z.infer<typeof FieldState>;

const View = z.object({
  id: Id,
  type: z.string(),
  private_metadata: z.string().optional(),
  app_installed_team_id: z.string().optional(),
  title: z.object({ text: z.string() }).nullish(),
  blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })).default([]),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), FieldState)) }).optional(),
});
export type View = z.infer<typeof View>;

export const SubmissionPayload = z.object({ type: z.literal("view_submission"), team: Team, user: User, trigger_id: Id.optional(), view: View });

export const ActionsPayload = z.object({
  type: z.literal("block_actions"),
  team: Team,
  user: User,
  trigger_id: Id.optional(),
  response_url: z.string().optional(),
  channel: z.object({ id: Id }).optional(),
  container: z.object({ type: z.string(), message_ts: Id.optional(), channel_id: Id.optional(), is_ephemeral: z.boolean().optional() }),
  view: View.optional(),
  actions: z
    .array(z.object({ type: z.string(), action_id: Id, action_ts: z.string(), value: z.string().optional(), selected_option: Option.nullish() }))
    .min(1),
});

export const ShortcutPayload = z.object({
  type: z.enum(["shortcut", "message_action"]),
  callback_id: Id,
  team: Team,
  user: User,
  trigger_id: Id,
  response_url: z.string().optional(),
  channel: z.object({ id: Id }).optional(),
});

export const HomePayload = z.object({
  team_id: Id,
  event_id: Id,
  event: z.object({ type: z.literal("app_home_opened"), user: Id, tab: z.string() }),
});

/** An event about who is in a channel. */
export const ChannelPayload = z.object({ team_id: Id, event: z.object({ channel: Id }) });

export const PressMetadata = z.object({ verb: z.string().min(1), data: z.record(z.string(), z.string()) });
export const PressData = z.record(z.string(), z.string());
