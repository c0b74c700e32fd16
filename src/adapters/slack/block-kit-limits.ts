/**
 * What Slack accepts, in characters or items. Source: docs.slack.dev, Block Kit reference (blocks, block elements and
 * composition objects) and the views reference; checked 2026-11.
 */
export const limits = {
  /** reference/block-kit/blocks: "up to 50 blocks in each message, and 100 blocks in modals or Home tabs". */
  messageBlocks: 50,
  viewBlocks: 100,
  /** blocks/section-block, `text`. */
  sectionText: 3000,
  /** blocks/header-block, `text`. */
  headerText: 150,
  /** blocks/actions-block, `elements`. */
  actionsElements: 25,
  /** blocks/input-block, `label` and `hint`. */
  inputLabel: 2000,
  blockId: 255,
  actionId: 255,
  /** block-elements/button-element. */
  buttonText: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  /** composition-objects/option-object. */
  optionText: 75,
  optionValue: 150,
  /** block-elements/overflow-menu-element; some clients refuse a menu of one. */
  overflowOptions: 5,
  overflowMinimum: 2,
  /** block-elements/radio-button-group-element and checkboxes-element. */
  groupOptions: 10,
  /** block-elements/select-menu-element and multi-select-menu-element. */
  selectOptions: 100,
  placeholder: 150,
  /** block-elements/plain-text-input-element, `initial_value` and `max_length`. */
  inputText: 3000,
  /** reference/views: `title`, `submit`, `close`, `private_metadata`, `callback_id`. */
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3000,
  callbackId: 255,
  /** methods/chat.postMessage, `text`: truncated after 40,000, advised at most 4,000. */
  messageText: 4000,
} as const;

export type LimitName = keyof typeof limits;

/** A card that Slack would refuse: our own mistake, for a test to find. */
export class BlockKitError extends Error {
  override readonly name = "BlockKitError";
}

/** Words or values of ours: over the limit is a bug. The text itself stays out of the error, it may be a person's. */
export const within = (limit: LimitName, text: string): string => {
  if (text.length > limits[limit]) throw new BlockKitError(`${limit}: ${text.length} characters, Slack takes ${limits[limit]}`);
  return text;
};

export const countWithin = <T>(limit: LimitName, items: readonly T[]): T[] => {
  if (items.length > limits[limit]) throw new BlockKitError(`${limit}: ${items.length} items, Slack takes ${limits[limit]}`);
  return [...items];
};

/** What a person typed before: cut only where Slack would refuse it. */
export const cut = (max: number, text: string): string => (text.length <= max ? text : `${text.slice(0, max - 1)}…`);
