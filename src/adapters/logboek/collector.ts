import type { LogboekRegel } from "./regels.js";

const TIMEOUT_MS = 10_000;
const INTERNAL = 1;
const OK = 1;

const attribuut = ([key, stringValue]: readonly [string, string]) => ({ key, value: { stringValue } });
const attributen = (alle: Readonly<Record<string, string>>) => Object.entries(alle).map(attribuut);
const nano = (tijd: string): string => `${Date.parse(tijd)}000000`;

const span = (regel: LogboekRegel) => ({
  traceId: regel.trace_id,
  spanId: regel.span_id,
  ...(regel.parent_span_id === undefined ? {} : { parentSpanId: regel.parent_span_id }),
  name: regel.name,
  kind: INTERNAL,
  startTimeUnixNano: nano(regel.start_time),
  endTimeUnixNano: nano(regel.end_time),
  attributes: attributen(regel.attributes),
  status: { code: OK },
});

/** Lines as one request of OTLP in JSON. */
export const otlp = (regels: readonly LogboekRegel[]) => ({
  resourceSpans: [
    {
      resource: { attributes: attributen(regels[0]?.resource.attributes ?? {}) },
      scopeSpans: [{ scope: { name: "ketentafel.logboek" }, spans: regels.map(span) }],
    },
  ],
});

/** What the collector refused for good; the line stands in the file and the audit trail. */
const refused = async (response: Response): Promise<number> => {
  const answer = (await response.json().catch(() => ({}))) as { partialSuccess?: { rejectedSpans?: number | string } };
  return Number(answer.partialSuccess?.rejectedSpans ?? 0);
};

/** Sends lines to a collector over OTLP/HTTP; rejects until it has confirmed them. @param onRefused lines that it will never take. */
export const logboekCollector =
  (endpoint: string, onRefused: (aantal: number) => void) =>
  async (regels: readonly LogboekRegel[]): Promise<void> => {
    const response = await fetch(`${endpoint.replace(/\/+$/, "")}/v1/traces`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(otlp(regels)),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`the collector answered ${response.status}`);
    const aantal = await refused(response);
    if (aantal > 0) onRefused(aantal);
  };
