import { beforeAll, describe, expect, it } from "vitest";
import type { OpenStore } from "../../src/adapters/prisma/open-store.js";
import type { TestStore } from "../support/database.js";
import { fresh } from "./sample.js";

const ROWS = 20_000;

/** Most signalen are closed and most messages were sent, as after some years. */
const fill = [
  `INSERT INTO gemeente SELECT 'g' || i, i, 'n', 'o-gem', false, 1, 1, 1, 1 FROM generate_series(0, 98) i`,
  `INSERT INTO signaal (id, code, version, status, open, gemeente_id, melder_id, platform, ontvangen_op, beloofd_voor, bij_meldpunt, bij_aandachtsfunctionaris, casus_id, behandelaar_id, inhoud)
   SELECT 's' || i, 'SG-' || i, 1, CASE WHEN i % 50 = 0 THEN 'bij_meldpunt' ELSE 'vervallen' END, i % 50 = 0, 'g' || i % 99, 'p' || i % 500, 'slack',
     now() - i * interval '1 hour', '2026-01-01', true, false, NULL, 'p' || i % 300, '\\x7b7d' FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO sleutel (owner, key_id, wrapped, gemaakt_op) SELECT 'k' || i, 'test', '\\x01', now() FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO stap (id, signaal_id, name, "from", "to", door_id, op, inhoud) SELECT 't' || i, 's' || i, 'oppakken', 'a', 'b', 'systeem', now(), '\\x7b7d' FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO vraag (id, version, soort, signaal_id, aan_id, van_id, gesteld_op, antwoord_voor, status, eerst_overleggen, inhoud)
   SELECT 'v' || i, 1, 'afstemming', 's' || i, 'p' || i % 500, 'x', now(), '2026-01-01', CASE WHEN i % 40 = 0 THEN 'open' ELSE 'beantwoord' END, false, '\\x7b7d' FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO actiepunt (id, code, version, status, open, tafel_id, actiehouder_id, termijn, gemaakt_op, gemaakt_door_id, inhoud)
   SELECT 'a' || i, 'A-' || i, 1, CASE WHEN i % 20 = 0 THEN 'open' ELSE 'afgerond' END, i % 20 = 0, 't' || i % 150, 'p' || i % 500, '2026-01-01', now(), 'x', '\\x7b7d' FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO outgoing (kind, object_id, recipient, status, gemaakt_op) SELECT 'triage', 's' || i, 'channel:' || i % 100, CASE WHEN i % 100 = 0 THEN 'wacht' ELSE 'verstuurd' END, now() FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO posted_message (kind, object_id, recipient, platform, tenant, conversation_id, message_id, op) SELECT 'triage', 's' || i, 'channel:' || i % 100, 'slack', 'T', 'C', 'm' || i, now() FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO due_moment (soort, object_id, op, stap, done_op) SELECT 'herzien', 's' || i, now() + i * interval '1 minute', 0, CASE WHEN i % 20 = 0 THEN NULL ELSE now() END FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO account (platform, tenant, user_id, persoon_id, linked_op) SELECT 'slack', 'T', 'u' || i, 'p' || i, now() FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO delivery (key, op) SELECT 'd' || i, now() FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO overleg (id, version, tafel_id, soort, begin, eind, status, aangepast)
   SELECT 'o' || i, 1, 't' || i % 150, 'regulier', now() - i * interval '1 day', now() - i * interval '1 day', CASE WHEN i % 100 = 0 THEN 'gepland' ELSE 'gehouden' END, false FROM generate_series(1, ${ROWS}) i`,
  `INSERT INTO agendapunt (id, version, tafel_id, overleg_id, soort, doel, minuten, volgorde, status, besloten, inbrenger_id, ingebracht_op, genodigden, inhoud)
   SELECT 'ap' || i, 1, 't' || i % 150, 'o' || 1 + i % 9000, 'thema', 'bespreken', 10, i, CASE WHEN i % 50 = 0 THEN 'op_agenda' ELSE 'behandeld' END, false, 'x', now(),
     ARRAY['p' || i % 500, 'p' || i % 300], '\\x7b7d' FROM generate_series(1, ${ROWS}) i`,
];

/** What grows with the years; the region, roles and waits may be read whole. */
const growing = [
  "signaal",
  "stap",
  "vraag",
  "actiepunt",
  "sleutel",
  "outgoing",
  "posted_message",
  "due_moment",
  "persoon",
  "account",
  "delivery",
  "overleg",
  "agendapunt",
];

/** Where another index would do on paper but reads far more. */
const expectedIndex: Record<string, string> = {
  openSignalen: "signaal_open_idx",
  openVragenAan: "vraag_open_idx",
  claimMoments: "due_moment_op_idx",
  stille: "signaal_open_idx",
  telAangehouden: "signaal_aangehouden_idx",
};

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Join Filter"?: number;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
};
/** The most rows that one step of a plan touched. */
const touched = (node: Node): number => {
  const { "Actual Rows": rows = 0, "Rows Removed by Join Filter": unjoined = 0, "Rows Removed by Filter": unfit = 0, "Actual Loops": loops = 1 } = node;
  return Math.max((rows + unjoined + unfit) * loops, ...(node.Plans ?? []).map(touched));
};
const seqScans = (node: Node): string[] => [
  ...(node["Node Type"] === "Seq Scan" ? [node["Relation Name"] ?? "?"] : []),
  ...(node.Plans ?? []).flatMap(seqScans),
];

/** Records the SQL that the store really sends, so that what is explained is what runs. */
const recording = async (db: TestStore, run: () => Promise<unknown>): Promise<{ text: string; values: unknown[] }[]> => {
  const seen: { text: string; values: unknown[] }[] = [];
  const { Client } = db.pool as unknown as { Client: { prototype: { query: (...args: unknown[]) => unknown } } };
  const original = Client.prototype.query;
  Client.prototype.query = function (this: unknown, ...args: unknown[]) {
    const [query, values] = args as [{ text?: string; values?: unknown[] } | string, unknown[] | undefined];
    const text = typeof query === "string" ? query : (query.text ?? "");
    if (/^\s*(WITH|SELECT|UPDATE|DELETE)\b/i.test(text) && !text.includes("pg_advisory"))
      seen.push({ text, values: (Array.isArray(values) ? values : (query as { values?: unknown[] }).values) ?? [] });
    return original.apply(this, args);
  };
  try {
    await run();
  } finally {
    Client.prototype.query = original;
  }
  return seen;
};

/** A chat that went away: one conversation with a thousand messages that wait, and a hundred with ten each; the planner counted before that. */
const queueSuite = (open: () => TestStore) =>
  describe("a long queue", () => {
    const looks: Record<string, (db: OpenStore) => Promise<unknown>> = {
      nextIntentAt: ({ work }) => work.nextIntentAt(),
      claimIntents: ({ work }) => work.claimIntents(new Date(), 60_000, 8),
    };
    it.each(Object.keys(looks))("%s goes over it once, not once for each message", async (name) => {
      const db = open();
      await fresh(db);
      const insert = (rows: string, status: string): Promise<unknown> =>
        db.pool.query(
          `INSERT INTO outgoing (kind, object_id, recipient, status, gemaakt_op)
           SELECT 'triage', 's' || i, CASE WHEN i % 2 = 0 THEN 'channel:een' ELSE 'channel:' || i % 200 END, '${status}', now() FROM generate_series(${rows}) i`,
        );
      await insert("1, 4000", "verstuurd");
      await db.pool.query("ANALYZE outgoing");
      await insert("4001, 6000", "wacht");
      const queries = await recording(db, () => (looks[name] as (db: OpenStore) => Promise<unknown>)(db));
      expect(queries.length).toBeGreaterThan(0);
      for (const { text, values } of queries) {
        const client = await db.pool.connect();
        try {
          await client.query("BEGIN");
          const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
          expect(touched(rows[0]["QUERY PLAN"][0].Plan), text).toBeLessThanOrEqual(4_000);
        } finally {
          await client.query("ROLLBACK");
          client.release();
        }
      }
    });
  });

/** The main reads stay on indexes; small tables (the region, roles, waits) may be read whole. */
export const plansSuite = (open: () => TestStore) =>
  describe("query plans at 20,000 rows", () => {
    let db: TestStore;
    /** What fills the tables is not sealed. */
    let upgraded: OpenStore;
    beforeAll(async () => {
      db = open();
      await fresh(db);
      await db.pool.query(
        `INSERT INTO persoon (id, naam, functie, organisatie_id, organisatie_soort, organisatie_naam, email, email_key, actief, in_regio)
         SELECT 'p' || i, 'n', 'f', 'o' || i % 900, 'overig', 'o', 'p' || i || '@x.example', 'p' || i || '@x.example', true, false FROM generate_series(0, ${ROWS}) i`,
      );
      for (const sql of fill) await db.pool.query(sql);
      upgraded = db.upgraded();
      await db.pool.query("ANALYZE");
    });

    const reads: Record<string, (db: OpenStore) => Promise<unknown>> = {
      findSignaal: ({ store }) => store.findSignaal("SG-77" as never),
      readSignaal: ({ store }) => store.readSignaal("s77" as never),
      signalenVanMelder: ({ store }) => store.signalenVanMelder("p7" as never, 20),
      openSignalen: ({ store }) => store.openSignalen(["g2", "g4"] as never, 20),
      signalenVanCasus: ({ store }) => store.signalenVanCasus("c" as never),
      stappenVan: ({ store }) => store.stappenVan("s7" as never),
      vragenVan: ({ store }) => store.vragenVan("s7" as never),
      openVragenAan: ({ store }) => store.openVragenAan(["p40", "p80"] as never),
      readPersoon: ({ store }) => store.readPersoon("anna" as never),
      personenMetEmail: ({ store }) => store.personenMetEmail("anna@waterrijk.example"),
      personenMetRol: ({ store }) => store.personenMetRol("analist", "waterrijk" as never, true),
      personenVan: ({ store }) => store.personenVan(["o-gem"] as never),
      mijnActies: ({ store }) => store.actiepunten({ statussen: ["open", "in_uitvoering"], van: ["p40", "p80"] as never }, 7),
      teLateActies: ({ store }) =>
        store.actiepunten(
          { statussen: ["open", "in_uitvoering"], voor: "2026-02-01" as never, of: [{ van: ["p40"] as never }, { tafels: ["t20"] as never }] },
          7,
        ),
      casusActies: ({ store }) => store.actiepunten({ statussen: ["open", "afgerond"], casusId: "c" as never }, 7),
      vragenAanMij: ({ store }) => store.actiepunten({ statussen: ["open"], overdrachtAan: ["p40"] as never }, 7),
      organisatieActies: ({ store }) => store.actiepunten({ statussen: ["open", "in_uitvoering", "gereedgemeld"], van: ["p40", "p41", "p42"] as never }, 7),
      readOpening: ({ store }) => store.readOpening({ platform: "slack", tenant: "T", userId: "u7" }, "d7"),
      findGelinkten: ({ store }) => store.findGelinkten({ platform: "slack", tenant: "T" }, ["u7", "u8"]),
      findDelivery: ({ store }) => store.findDelivery("d7"),
      agendapuntenVan: ({ store }) => store.agendapuntenVan("o7" as never),
      openPuntenVanTafel: ({ store }) => store.openPuntenVanTafel("t7" as never),
      puntenVoor: ({ store }) => store.puntenVoor(["p50", "p100"] as never),
      komendeOverleggen: ({ store }) => store.komendeOverleggen("t7" as never, new Date(), 7),
      eersteOverleggen: ({ store }) => store.eersteOverleggen(["t7", "t8"] as never, new Date()),
      vorigeOverleg: ({ store }) => store.vorigeOverleg("t7" as never, new Date()),
      telNieuweSignalen: ({ store }) => store.telNieuweSignalen(new Date(Date.now() - 30 * 86_400_000)),
      telAangehouden: ({ store }) => store.telAangehouden("t7" as never),
      stille: ({ store }) => store.stille(new Date(), ["g2", "g4"] as never, "p7" as never, 50),
      findPosted: ({ work }) => work.findPosted({ kind: "triage", objectId: "s7", to: { channelId: "7" } } as never),
      nextIntentAt: ({ work }) => work.nextIntentAt(),
      claimIntents: ({ work }) => work.claimIntents(new Date(), 1, 20),
      claimMoments: ({ work }) => work.claimMoments(new Date(), 1, 20),
      commit: async ({ store }) =>
        store.commit({
          changes: [{ soort: "signaal", signaal: await store.readSignaal("s9" as never) }],
          doneMoments: [{ soort: "herzien", objectId: "s20" }],
        }),
    };
    it.each(Object.keys(reads))("%s reads no large table whole", async (name) => {
      const queries = await recording(db, () => (reads[name] as (db: OpenStore) => Promise<unknown>)(upgraded));
      expect(queries.length).toBeGreaterThan(0);
      const plans: string[] = [];
      for (const { text, values } of queries) {
        const { rows } = await db.pool.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
        const large = seqScans(rows[0]["QUERY PLAN"][0].Plan).filter((table) => growing.includes(table));
        expect(large, text).toEqual([]);
        plans.push(JSON.stringify(rows));
      }
      expect(plans.join()).toContain(expectedIndex[name] ?? "");
    });
    queueSuite(open);
  });
