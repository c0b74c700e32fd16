import { Agent, request } from "node:http";
import { percentile } from "./measure.js";

/** One delivery, made when it is sent. */
export type Delivery = { readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };
/** @param expects must stand in the answer. */
export type Load = { readonly url: string; readonly next: () => Delivery; readonly expects: string };

const deliver = (agent: Agent, { url, expects }: Load, { path, headers, body }: Delivery): Promise<void> =>
  new Promise((resolve, reject) => {
    const going = request(`${url}${path}`, { method: "POST", agent, headers: { ...headers, "content-length": Buffer.byteLength(body) } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        if (response.statusCode === 200 && text.includes(expects)) resolve();
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    going.on("error", reject);
    going.end(body);
  });

const send = (agent: Agent, load: Load): Promise<void> => deliver(agent, load, load.next());

/** What got no answer in time goes once more, as somebody does who sees that: it is the same act, with the same answer. */
const sendUntilAnswered = async (agent: Agent, load: Load): Promise<void> => {
  const delivery = load.next();
  await deliver(agent, load, delivery).catch(() => deliver(agent, load, delivery));
};

const withAgent = async <T>(connections: number, run: (agent: Agent) => Promise<T>): Promise<T> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    return await run(agent);
  } finally {
    agent.destroy();
  }
};

/** Deliveries per second with so many waiting at once, each sent when another was answered. */
export const throughput = (load: Load, connections: number, forMs: number): Promise<number> =>
  withAgent(connections, async (agent) => {
    let answered = 0;
    const started = performance.now();
    const client = async (): Promise<void> => {
      while (performance.now() - started < forMs) {
        await send(agent, load);
        answered += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, client));
    return (answered * 1_000) / (performance.now() - started);
  });

/** Sends a number of deliveries. */
export const sendAll = (load: Load, connections: number, count: number): Promise<void> =>
  withAgent(connections, async (agent) => {
    let left = count;
    const client = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await sendUntilAnswered(agent, load);
      }
    };
    await Promise.all(Array.from({ length: connections }, client));
  });

/** Waiting times at a steady rate, counted from when each delivery was due: a queue is not hidden. */
export const latencies = (load: Load, perSecond: number, forMs: number): Promise<{ readonly p50: number; readonly p99: number }> =>
  withAgent(200, async (agent) => {
    const count = Math.floor((perSecond * forMs) / 1_000);
    const started = performance.now();
    const due = (n: number): number => started + (n * 1_000) / perSecond;
    const times: number[] = [];
    const one = async (n: number): Promise<void> => {
      await send(agent, load);
      times.push(performance.now() - due(n));
    };
    const going: Promise<void>[] = [];
    for (let n = 0; n < count; n += 1) {
      const wait = due(n) - performance.now();
      if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
      going.push(one(n));
    }
    await Promise.all(going);
    return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
  });
