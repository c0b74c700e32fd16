/** The words that start something, the same on both chats; manifests and help are compared with this list. */
export const commandoWoorden = ["signaal", "mijnsignalen", "casus", "tafel", "acties", "besluiten", "wijzer", "inzage", "hulp"] as const;
export type CommandoWoord = (typeof commandoWoorden)[number];
