import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { logboekBestand } from "../../src/adapters/logboek/bestand.js";
import { logboekCollector } from "../../src/adapters/logboek/collector.js";
import { logboek } from "../../src/adapters/logboek/logboek.js";
import { type LogboekRegel, pseudoniem } from "../../src/adapters/logboek/regels.js";
import { makeZegels } from "../../src/adapters/prisma/audit/zegel.js";
import type { LogboekDoel } from "../../src/ports/logboek.js";
import { geheim, Los } from "../interactions/los.js";
import { zegelAlles } from "../support/audit.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { maandag } from "../support/wereld.js";

type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string;
  attributes: { key: string; value: { stringValue: string } }[];
  status: { code: number };
};
type Ontvangen = { resourceSpans: { resource: { attributes: { key: string }[] }; scopeSpans: { spans: Span[] }[] }[] };

let store: TestStore;
let los: Los;
let dir: string;
beforeAll(async () => {
  store = await openTestStore({ now: () => maandag });
});
afterAll(() => store.close());
beforeEach(async () => {
  los = await Los.start(store);
  dir = mkdtempSync(join(tmpdir(), "ketentafel-logboek-"));
  await los.door("p01@rivierstede.example", { soort: "home" });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const schrijf = async (doel: LogboekDoel = "bestand", write = logboekBestand(dir, async () => 36)): Promise<void> => {
  await zegelAlles(store.pool, makeZegels([]), maandag);
  const run = logboek({ bron: los.store.logboek, doel, versie: "0.0.0", write });
  while (await run());
};
const regels = (): readonly LogboekRegel[] =>
  readdirSync(dir)
    .sort()
    .flatMap((file) => readFileSync(join(dir, file), "utf8").trim().split("\n"))
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as LogboekRegel);
const van = (naam: string): readonly LogboekRegel[] => regels().filter(({ name }) => name === naam);
const bekijkt = (code: string) => los.actie("p01@rivierstede.example", { verb: "signaal.bekijken", data: { s: code } });

/** A collector on this computer. @property antwoord what it does with the next requests. */
class Collector {
  readonly spans: Span[] = [];
  readonly ruw: string[] = [];
  antwoord: { status: number; body: object } = { status: 200, body: {} };
  #server!: Server;
  async start(port = 0): Promise<number> {
    this.#server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        const goed = this.antwoord.status === 200 && request.url === "/v1/traces" && request.headers["content-type"] === "application/json";
        if (goed) {
          this.ruw.push(body);
          this.spans.push(...(JSON.parse(body) as Ontvangen).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
        }
        response
          .writeHead(goed ? 200 : this.antwoord.status, { "content-type": "application/json", connection: "close" })
          .end(JSON.stringify(this.antwoord.body));
      });
    });
    await new Promise<void>((ready) => this.#server.listen(port, "127.0.0.1", ready));
    return (this.#server.address() as AddressInfo).port;
  }
  stop(): Promise<unknown> {
    return new Promise((done) => this.#server.close(done));
  }
}

describe("Logboek Dataverwerkingen", () => {
  it("says of a look which data of whom for what, under the names of the standard, and never who looked", async () => {
    const { signaal } = await los.signaal("in_afstemming");
    await bekijkt(signaal.code);
    await schrijf();
    const [regel, ...meer] = van("signaal.bekijken");
    expect(meer).toEqual([]);
    const zout = await los.store.logboek.zout();
    expect(regel).toEqual({
      trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      span_id: expect.stringMatching(/^[0-9a-f]{16}$/),
      status_code: "STATUS_CODE_OK",
      name: "signaal.bekijken",
      start_time: maandag.toISOString(),
      end_time: maandag.toISOString(),
      resource: { attributes: { "service.name": "ketentafel", "service.version": "0.0.0" } },
      attributes: {
        "dpl.core.processing_activity_id": "urn:ketentafel:verwerkingsactiviteit:inzien:1",
        "dpl.core.data_subject_id": pseudoniem(zout, signaal.id, "betrokkene"),
        "dpl.core.data_subject_id_type": "urn:ketentafel:betrokkene:betrokkene",
      },
    });
    const { rows } = await store.pool.query<{ trace_id: string }>("SELECT trace_id FROM audit_line WHERE actie = 'signaal.bekijken'");
    expect(rows).toEqual([{ trace_id: regel?.trace_id }]);
    const alles = JSON.stringify(regels());
    for (const geheimenis of ["P01", "p01@", "Marit", signaal.id, signaal.code, geheim]) expect(alles).not.toContain(geheimenis);
  });

  it("has a line for the melder too where it is about him, each under the act", async () => {
    const { signaal } = await los.signaal("in_afstemming");
    await los.actie("p01@rivierstede.example", {
      verb: "signaal.aanvullen/verstuur",
      data: { s: signaal.code },
      velden: { tekst: "Er is iets nieuws te zien." },
    });
    await schrijf();
    const [boven, ...onder] = van("aanvullen");
    expect(boven?.attributes).toEqual({ "dpl.core.processing_activity_id": "urn:ketentafel:verwerkingsactiviteit:signaal_ontvangen:1" });
    expect(onder.map(({ attributes, parent_span_id }) => [attributes["dpl.core.data_subject_id_type"], parent_span_id])).toEqual([
      ["urn:ketentafel:betrokkene:betrokkene", boven?.span_id],
      ["urn:ketentafel:betrokkene:melder", boven?.span_id],
    ]);
    expect(new Set([boven, ...onder].map((regel) => regel?.span_id)).size).toBe(3);
  });

  it("has a line for each signaal of a casus", async () => {
    const { casus } = await los.signaal("route_zorg");
    if (casus === undefined) throw new Error("no casus");
    await los.signaal("route_zorg", { casusId: casus.id });
    await los.actie("p06@zvh-oeverland.example", { verb: "casus.bekijken", data: { c: casus.code } });
    await schrijf();
    expect(van("casus.bekijken").filter(({ attributes }) => attributes["dpl.core.data_subject_id"] !== undefined)).toHaveLength(2);
  });

  it("is silent about what was refused and what is about nobody", async () => {
    const { signaal } = await los.signaal("in_afstemming");
    await los.actie("p10@nla.example", { verb: "signaal.bekijken", data: { s: signaal.code } });
    await schrijf();
    expect(regels()).toEqual([]);
    expect(await los.store.logboek.behind()).toBe(0);
  });

  it("keeps one person one person, and two apart", async () => {
    const [een, ander] = [await los.signaal("in_afstemming"), await los.signaal("in_afstemming")];
    for (const code of [een.signaal.code, ander.signaal.code, een.signaal.code]) await bekijkt(code);
    await schrijf();
    const ids = van("signaal.bekijken").map(({ attributes }) => attributes["dpl.core.data_subject_id"]);
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toBe(ids[2]);
  });

  it("reaches a collector as OTLP, the same lines as in the file; nothing is lost or held up while it is away", async () => {
    const collector = new Collector();
    const port = await collector.start();
    const naarCollector = logboekCollector(`http://127.0.0.1:${port}/`, () => undefined);
    const { signaal } = await los.signaal("in_afstemming");
    await bekijkt(signaal.code);
    await collector.stop();
    await expect(schrijf("collector", naarCollector)).rejects.toThrow();
    await bekijkt(signaal.code);
    await schrijf();
    expect(van("signaal.bekijken")).toHaveLength(2);
    expect(await los.store.logboek.behind()).toBeGreaterThan(0);

    await collector.start(port);
    await store.pool.query("UPDATE logboek_stand SET lease_until = NULL");
    collector.antwoord = { status: 503, body: {} };
    await expect(schrijf("collector", naarCollector)).rejects.toThrow("503");
    collector.antwoord = { status: 200, body: {} };
    await store.pool.query("UPDATE logboek_stand SET lease_until = NULL");
    await schrijf("collector", naarCollector);
    expect(collector.spans.map(({ spanId }) => spanId)).toEqual(regels().map(({ span_id }) => span_id));
    const [span] = collector.spans.filter(({ name }) => name === "signaal.bekijken");
    expect(span).toMatchObject({ kind: 1, status: { code: 1 }, startTimeUnixNano: `${maandag.getTime()}000000` });
    expect(span?.attributes.map(({ key }) => key)).toEqual(["dpl.core.processing_activity_id", "dpl.core.data_subject_id", "dpl.core.data_subject_id_type"]);
    expect(collector.ruw.join("")).not.toMatch(/P01|p01@|Marit/);
    expect(await los.store.logboek.behind()).toBe(0);
    await collector.stop();
  });

  it("goes on after lines that a collector will never take, and says so", async () => {
    const collector = new Collector();
    collector.antwoord = { status: 200, body: { partialSuccess: { rejectedSpans: "1" } } };
    let geweigerd = 0;
    const naarCollector = logboekCollector(`http://127.0.0.1:${await collector.start()}`, (aantal) => (geweigerd += aantal));
    const { signaal } = await los.signaal("in_afstemming");
    await bekijkt(signaal.code);
    await schrijf("collector", naarCollector);
    expect([geweigerd, await los.store.logboek.behind()]).toEqual([1, 0]);
    await collector.stop();
  });

  it("writes each line once when instances write side by side, and again under the same id after a crash", async () => {
    const { signaal } = await los.signaal("in_afstemming");
    for (let i = 0; i < 5; i++) await bekijkt(signaal.code);
    await zegelAlles(store.pool, makeZegels([]), maandag);
    const write = logboekBestand(dir, async () => 36);
    const een = () => logboek({ bron: los.store.logboek, doel: "bestand", versie: "0.0.0", write })();
    await Promise.all([een(), een(), een()]);
    expect(van("signaal.bekijken")).toHaveLength(5);
    await store.pool.query("UPDATE logboek_stand SET nr = 0");
    await een();
    expect(van("signaal.bekijken")).toHaveLength(10);
    expect(new Set(van("signaal.bekijken").map(({ span_id }) => span_id)).size).toBe(5);
  });

  it("is a file a month for the bot alone, and lets go of months past their term", async () => {
    const oud = ["logboek-2026-07.ndjson", "logboek-2026-08.ndjson", "iets-anders-2020-01.ndjson"];
    for (const file of oud) writeFileSync(join(dir, file), "");
    const { signaal } = await los.signaal("in_afstemming");
    await bekijkt(signaal.code);
    await schrijf(
      "bestand",
      logboekBestand(dir, async () => 3),
    );
    expect(readdirSync(dir).sort()).toEqual(["iets-anders-2020-01.ndjson", "logboek-2026-08.ndjson", "logboek-2026-11.ndjson"]);
    expect(statSync(join(dir, "logboek-2026-11.ndjson")).mode & 0o777).toBe(0o600);
  });
});
