/** Where a person looks or presses: a channel, his private messages, the window in front of him (modal, dialog, look), or Home. */
export type Waar = "kanaal" | "prive" | "venster" | "home";

/** @property kanaal which channel, as the chat's own id; the one with the newest message when absent. */
export type Plek = { readonly in: Waar; readonly kanaal?: string };

/**
 * One person in a chat, as scenario tests drive him. Every act is a signed delivery over HTTP to the real route and parser,
 * and every button pressed or field filled is one that the chat really rendered. Acts resolve when the bot has answered
 * the delivery and what it calls on the chat for that answer has been done; what goes through the outbox comes later.
 */
export interface ChatPerson {
  readonly platform: "slack" | "teams";
  /** User id on the platform. */
  readonly userId: string;
  /** Runs a command: `signaal`, `/signaal`, `casus C-4MZT-2`; the slash is optional on both chats. */
  typt(tekst: string): Promise<void>;
  /** A command to the bot in a channel. */
  typtInKanaal(kanaalId: string, tekst: string): Promise<void>;
  /** Opens the Home tab (Teams: the personal chat's Home card). */
  opent(wat: "home"): Promise<void>;
  /**
   * Presses the newest visible button with this label, also when it stands behind "Meer". Without `waar`: the open window,
   * else what is private, else Home, else a channel. Throws when there is none.
   */
  klikt(label: string, waar?: Plek): Promise<void>;
  /**
   * Fills the open form by the visible label of its fields and presses `verzendknop` (default: the form's own submit).
   * Choices go by visible title, several joined with ", "; dates as `2026-11-21`; a toggle as "ja" or "nee".
   * Fields that are not named keep what is in them. Throws on a label or title that is not there.
   */
  vult(velden: Readonly<Record<string, string>>, verzendknop?: string): Promise<void>;
  /** Closes the open window without sending (the chat's own cross or "Stop"). */
  sluit(): Promise<void>;
  /** What is in front of him alone, as plain text: the open window, else the newest of his private messages, ephemeral ones and Home. */
  ziet(): string;
  /** Home as plain text; empty when it was never published. */
  zietHome(): string;
  /** A channel's messages as they stand now, oldest first, as plain text. */
  zietKanaal(kanaalId: string): string;
  /** Labels of the visible buttons there, top to bottom, those behind "Meer" included. */
  knoppen(waar: Waar, kanaalId?: string): readonly string[];
  /** Titles of the choices of a field in the open form, by its label. */
  keuzes(label: string): readonly string[];
  /** What stands in the fields of the open form now, by label; choices by title. */
  waarden(): Readonly<Record<string, string>>;
  /** Errors beside the fields of the open form, by the field's label. */
  fouten(): Readonly<Record<string, string>>;
  /** Delivers the last act once more, byte for byte (freshly signed), as the chat does when it got no answer in time. */
  opnieuw(): Promise<void>;
  /** His private messages as they stand now, oldest first, ephemeral ones included. */
  priveBerichten(): readonly string[];
}
