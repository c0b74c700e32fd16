/** What this app uses of Slack: the code and the manifest read the same lists. */
export const eventsPath = "/slack/events";

/** Words of the slash commands; the same words work in Teams. */
export const commandos = ["signaal", "mijnsignalen", "casus", "tafel", "acties", "besluiten", "wijzer", "inzage", "taal", "hulp"] as const;

/** Shortcuts by callback id. The one on a message only starts the form: what stands in the message is never read. */
export const snelkoppelingen = { signaal: "global", signaal_bericht: "message" } as const;

/** No message events: a bot that may read along is worth less than one that cannot. */
export const homeEvent = "app_home_opened";
/** Who can read along changed. They tell who and where, never what is said. */
export const channelEvents = ["channel_shared", "channel_unshared", "member_joined_channel", "member_left_channel"] as const;
export const botEvents = [homeEvent, ...channelEvents] as const;

export const scopes = [
  // Posts and changes its own messages, in channels it was invited to and in private (no im:write: a user id is enough).
  "chat:write",
  // Hands a person the besluitenlijst as a file, in private.
  "files:write",
  // Slash commands and shortcuts.
  "commands",
  // Who is a guest, deactivated or from another organisation; the members of the workspace.
  "users:read",
  // Links an account to a person of the region by the e-mail that the workspace vouches for.
  "users:read.email",
  // Who is in a channel and whether it is shared or public, before something is posted there. No right to read what is said in it.
  "channels:read",
  "groups:read",
] as const;
