import type { WebClient } from "@slack/web-api";
import type { Taal } from "../../domain/persoon/persoon.js";
import type { Conversations, Profiel } from "../../ports/chat.js";
import { failureOf } from "./slack-client.js";

/** Our workspace and, on Enterprise Grid, the organisation it belongs to. @property botUserId of the bot itself, once Slack said so. */
export type Thuis = { readonly teamId: string; readonly enterpriseId?: string; readonly botUserId?: string };

/** The part of Slack's user object that says who somebody is. */
export type SlackUser = {
  readonly id?: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly team_id?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_stranger?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_email_confirmed?: boolean;
  readonly locale?: string;
  readonly enterprise_user?: { readonly enterprise_id?: string };
  readonly profile?: { readonly email?: string; readonly real_name?: string };
};

/** Unknown means extern: `is_stranger: false` alone proves nothing. */
export const soortOf = (user: SlackUser, thuis: Thuis): Profiel["soort"] => {
  if (user.deleted || user.is_stranger || user.is_bot) return "extern";
  const ownTeam = user.team_id === thuis.teamId;
  const ownOrganisation = thuis.enterpriseId !== undefined && [user.team_id, user.enterprise_user?.enterprise_id].includes(thuis.enterpriseId);
  if (!ownTeam && !ownOrganisation) return "extern";
  return user.is_restricted || user.is_ultra_restricted ? "gast" : "lid";
};

const taalOf = (locale: string | undefined): Taal | undefined => (locale?.startsWith("nl") ? "nl" : locale?.startsWith("en") ? "en" : undefined);

export const profielOf = (user: SlackUser, thuis: Thuis): Profiel => {
  const taal = taalOf(user.locale);
  const email = user.is_email_confirmed === false ? undefined : user.profile?.email;
  return {
    naam: user.profile?.real_name || user.real_name || user.name || "",
    soort: soortOf(user, thuis),
    ...(email ? { email } : {}),
    ...(taal ? { taal } : {}),
  };
};

/** Somebody of another organisation, whom Slack does not show to us, or nobody. */
export const isUnseen = (error: unknown): boolean => ["user_not_found", "user_not_visible"].includes(failureOf(error).reason);

/** Asks Slack who this is. */
export const readProfiel = async (client: WebClient, thuis: Thuis, userId: string): Promise<Profiel | undefined> => {
  try {
    const { user } = await client.users.info({ user: userId, include_locale: true });
    return user ? profielOf(user as SlackUser, thuis) : undefined;
  } catch (error) {
    if (isUnseen(error)) return undefined;
    throw error;
  }
};

const pageSize = 200;

/** Remembers every member of the workspace: who may be reached, and by which e-mail he is known. Deactivated ones included, so that their link ends. */
export const slackRoster = async (client: WebClient, thuis: Thuis, conversations: Conversations): Promise<number> => {
  let cursor: string | undefined;
  let count = 0;
  do {
    const page = await client.users.list({ limit: pageSize, include_locale: true, ...(cursor ? { cursor } : {}) });
    const members = ((page.members ?? []) as SlackUser[]).flatMap((user) =>
      user.id && !user.is_bot && user.id !== "USLACKBOT" ? [{ ...user, id: user.id }] : [],
    );
    await conversations.rememberRoster(
      members.map((user) => ({
        account: { platform: "slack", tenant: thuis.teamId, userId: user.id },
        profiel: profielOf(user, thuis),
        ...(user.deleted ? {} : { address: { platform: "slack", tenant: thuis.teamId, conversationId: user.id } }),
      })),
    );
    count += members.length;
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return count;
};
