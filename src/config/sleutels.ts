/** A key of the region: a name and 32 bytes. */
export type SleutelConfig = { readonly id: string; readonly waarde: Uint8Array };

const BYTES = 32;
const ONE = /^([a-z0-9][a-z0-9._-]{0,39}):([A-Za-z0-9+/_-]{43}=?)$/;

const parseOne = (text: string): SleutelConfig | undefined => {
  const [, id, base64] = ONE.exec(text) ?? [];
  if (id === undefined || base64 === undefined) return undefined;
  const waarde = Buffer.from(base64, "base64");
  return waarde.length === BYTES ? { id, waarde } : undefined;
};

/** Keys as `name:base64`, newest first, with commas, spaces or new lines between. `undefined`: one of them is wrong, there is none, or a name or value stands there twice. */
export const parseSleutels = (text: string): readonly SleutelConfig[] | undefined => {
  const parsed = text
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map(parseOne);
  const keys = parsed.filter((key) => key !== undefined);
  const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;
  const valid = keys.length > 0 && keys.length === parsed.length && unique(keys.map(({ id }) => id));
  return valid && unique(keys.map(({ waarde }) => Buffer.from(waarde).toString("hex"))) ? keys : undefined;
};

/** A line for SLEUTELS or its file. */
export const formatSleutel = ({ id, waarde }: SleutelConfig): string => `${id}:${Buffer.from(waarde).toString("base64")}`;
