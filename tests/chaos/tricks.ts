import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { deflateSync, gzipSync } from "node:zlib";

const MB = 1024 * 1024;
const SLOW_WITHIN_MS = 30_000;

type Trick = { readonly name: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };
const json = { "content-type": "application/json" };
const paths = ["/slack/events", "/api/messages"] as const;
const stamp = (): Record<string, string> => ({ "x-slack-request-timestamp": String(Math.floor(Date.now() / 1_000)), "x-slack-signature": "v0=00" });

/** Bodies that must be cut off, at both doors. */
const tricks = (): readonly Trick[] =>
  paths.flatMap((path) => {
    const big = Buffer.alloc(10 * MB, 0x20);
    const nested = Buffer.from(`${"[".repeat(120_000)}${"]".repeat(120_000)}`);
    const headers = { ...json, ...stamp() };
    return [
      { name: "10 MB", path, headers, body: big },
      { name: "gzip bomb", path, headers: { ...headers, "content-encoding": "gzip" }, body: gzipSync(big) },
      { name: "deflate bomb", path, headers: { ...headers, "content-encoding": "deflate" }, body: deflateSync(big) },
      { name: "no gzip at all", path, headers: { ...headers, "content-encoding": "gzip" }, body: Buffer.from("{}") },
      { name: "unknown encoding", path, headers: { ...headers, "content-encoding": "zstd, br, gzip" }, body: Buffer.from("{}") },
      { name: "strange charset", path, headers: { ...headers, "content-type": "application/json; charset=utf-7" }, body: Buffer.from("{}") },
      { name: "deep JSON", path, headers, body: nested },
      { name: "half UTF-8", path, headers, body: Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0xed, 0xa0, 0x80]) },
    ];
  });

const send = (url: string, { path, headers, body }: Trick): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve) => {
    const going = httpRequest(`${url}${path}`, { method: "POST", headers: { ...headers, "content-length": body.length } }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("close", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    // The door may close before the whole body came.
    going.on("error", () => resolve({ status: 0, text: "" }));
    going.end(body);
  });

/** The answers to each; 0 when the connection was cut. */
export const playTricks = async (url: string): Promise<readonly { readonly name: string; readonly status: number; readonly text: string }[]> => {
  const all = tricks();
  const answers = [];
  for (const trick of all) answers.push({ name: `${trick.name} ${trick.path}`, ...(await send(url, trick)) });
  return answers;
};

/** Clients that send one byte a second, in the headers and in the body. @returns how many were not cut off in time. */
export const slowLoris = async (url: string, count: number): Promise<number> => {
  const { hostname, port } = new URL(url);
  const one = (nr: number): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(Number(port), hostname);
      const begin = nr % 2 === 0 ? "POST /api/messages HTTP/1.1\r\nHost: x\r\n" : "POST /api/messages HTTP/1.1\r\nHost: x\r\ncontent-length: 100000\r\n\r\n";
      const drip = setInterval(() => socket.write("x"), 1_000);
      const end = (cut: boolean): void => {
        clearInterval(drip);
        clearTimeout(late);
        socket.destroy();
        resolve(cut);
      };
      const late = setTimeout(() => end(false), SLOW_WITHIN_MS);
      socket.on("error", () => end(true));
      socket.on("close", () => end(true));
      socket.write(begin);
    });
  const cut = await Promise.all(Array.from({ length: count }, (_, nr) => one(nr)));
  return cut.filter((was) => !was).length;
};
