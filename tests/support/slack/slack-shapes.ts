/** Block Kit as a client receives it: only what a person can see or use. */
export type Text = { readonly type?: string; readonly text: string };
export type Option = { readonly text: Text; readonly value: string; readonly url?: string };
export type BlockElement = {
  readonly type: string;
  readonly action_id?: string;
  readonly text?: Text | string;
  readonly value?: string;
  readonly url?: string;
  readonly style?: unknown;
  readonly options?: readonly Option[];
  readonly elements?: readonly BlockElement[];
  readonly initial_value?: string;
  readonly initial_date?: string;
  readonly initial_option?: Option;
  readonly initial_options?: readonly Option[];
  readonly max_length?: number;
  readonly placeholder?: Text;
};
export type Block = {
  readonly type: string;
  block_id?: string;
  readonly text?: Text;
  readonly fields?: readonly Text[];
  readonly elements?: readonly BlockElement[];
  readonly accessory?: BlockElement;
  readonly label?: Text;
  readonly hint?: Text;
  readonly element?: BlockElement;
  readonly optional?: boolean;
};
export type View = {
  readonly type: "modal" | "home";
  readonly title?: Text;
  readonly submit?: Text;
  readonly close?: Text;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly clear_on_close?: boolean;
  readonly blocks: readonly Block[];
};

/** What stands in one field now, in the form Slack sends it. */
export type Field = {
  type: string;
  value?: string | null;
  selected_date?: string | null;
  selected_option?: Option | null;
  selected_options?: readonly Option[];
};
export type FormState = Record<string, Record<string, Field>>;

export type OpenView = { readonly id: string; view: View; state: FormState; errors: Record<string, string> };
export type Message = {
  readonly seq: number;
  readonly ts: string;
  readonly channel: string;
  text: string;
  blocks: readonly Block[];
  readonly ephemeral: boolean;
};

export type FakeUser = {
  readonly id: string;
  readonly naam: string;
  readonly email?: string;
  readonly teamId?: string;
  readonly gast?: boolean;
  readonly gestopt?: boolean;
  readonly vreemd?: boolean;
  readonly bot?: boolean;
  readonly locale?: string;
};
