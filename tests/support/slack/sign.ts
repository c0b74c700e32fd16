import { createHmac } from "node:crypto";

export const formType = "application/x-www-form-urlencoded";

/** The headers Slack signs a delivery with. */
export const signed = (secret: string, body: string, seconds = Math.floor(Date.now() / 1000)): Record<string, string> => ({
  "x-slack-request-timestamp": String(seconds),
  "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex")}`,
});

export const formBody = (fields: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams(
    Object.entries(fields).map(([key, value]): [string, string] => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  ).toString();

export type Delivered = { readonly status: number; readonly text: string };

export const deliver = async (
  url: string,
  secret: string,
  body: string,
  type = formType,
  headers: Record<string, string> = {},
  seconds?: number,
): Promise<Delivered> => {
  const response = await fetch(url, { method: "POST", body, headers: { "content-type": type, ...signed(secret, body, seconds), ...headers } });
  return { status: response.status, text: await response.text() };
};
