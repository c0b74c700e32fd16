import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documents } from "../../src/adapters/document/documents.js";
import type { OpenStore } from "../../src/adapters/prisma/open-store.js";
import { scheduler } from "../../src/adapters/scheduler/scheduler.js";
import { randomIds } from "../../src/adapters/system.js";
import { composeApp } from "../../src/app.js";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import { dagVan } from "../../src/domain/tijd/tijd.js";
import { openTestStore, type TestStore } from "../support/database.js";
import { oeverland } from "../support/oeverland.js";

type Sample = { readonly overleggen: readonly { readonly overleg: string; readonly datum_definitief: string; readonly advies: string }[] };
const sample = JSON.parse(readFileSync("tests/domain/kalender-2027.json", "utf8")) as Sample;
const tafels: Readonly<Record<string, string>> = { sig: "signaleringsoverleg", mdo: "mdo", rt: "regionale_tafel" };

/** Over Easter: the signaleringsoverleg of Easter Monday is on the day after it. */
const slaap = { van: new Date("2027-03-26T12:00:00+01:00"), tot: new Date("2027-03-30T08:00:00+02:00") };
const einde = new Date("2028-01-01T00:00:00+01:00");

type Regel = { readonly tafel: string; readonly begin: Date; readonly actie: string; readonly op: Date };
const klok = { nu: new Date("2026-12-28T09:00:00+01:00") };
let store: TestStore;
let ander: OpenStore;
let regels: readonly Regel[] = [];
let vragen: readonly { readonly dag: string; readonly n: number }[] = [];
const fouten: unknown[] = [];

/** The next moment that falls due; while it stands still nothing does. */
const volgende = async (): Promise<Date> => {
  const { rows } = await store.pool.query<{ at: Date | null }>("SELECT min(op) AS at FROM due_moment WHERE done_op IS NULL AND op > $1", [klok.nu]);
  const at = rows[0]?.at ?? einde;
  return at > slaap.van && at < slaap.tot ? slaap.tot : at;
};

beforeAll(async () => {
  store = await openTestStore({ now: () => klok.nu });
  ander = await store.another();
  const parsed = parseRegioBestand(oeverland());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { regio, inrichtingen, ...rest } = parsed.value;
  const hier = (id: string): boolean => tafels[id] !== undefined;
  await store.importRegio({
    ...rest,
    regio: { ...regio, channels: regio.channels.filter(({ tafelId }) => tafelId === undefined), tafels: regio.tafels.filter(({ id }) => hier(id)) },
    inrichtingen: inrichtingen.filter(({ tafelId }) => hier(tafelId)),
  });
  const twee = [store, ander].map((open) => {
    const ports = { store: open.store, clock: { now: () => klok.nu }, ids: randomIds, documents };
    const app = composeApp({ ports, taal: "nl", onBug: (_, error) => fouten.push(error), kick: () => undefined });
    return scheduler({ work: open.work, clock: ports.clock, handle: app.handleMoment, log: { error: (fields) => void fouten.push(fields) } });
  });
  while (klok.nu < einde) {
    await Promise.all(twee.map((een) => een.tick()));
    klok.nu = await volgende();
  }
  const gelezen = await store.pool.query<Regel>(
    "SELECT o.tafel_id AS tafel, o.begin, a.actie, a.op FROM audit_line a JOIN overleg o ON o.id = a.object WHERE a.wie = 'systeem' AND o.begin < '2028-01-01' ORDER BY o.begin, a.id",
  );
  regels = gelezen.rows;
  const gevraagd = await store.pool.query<{ begin: Date; n: number }>(
    "SELECT o.begin, count(*)::int AS n FROM outgoing g JOIN overleg o ON o.id = g.object_id WHERE g.kind = 'bezetting' AND o.tafel_id = 'mdo' GROUP BY o.id ORDER BY 1",
  );
  vragen = gevraagd.rows.map(({ begin, n }) => ({ dag: dagVan(begin), n }));
}, 300_000);
afterAll(async () => {
  await ander?.close();
  await store?.close();
});

describe("heel 2027, met twee schedulers op één database", () => {
  it("failed nowhere", () => {
    expect(fouten).toEqual([]);
  });

  it.each(Object.entries(tafels))("%s meets on every day of the sample, with each step of its agenda once", (tafel, overleg) => {
    const van = regels.filter((regel) => regel.tafel === tafel && regel.begin.toISOString().startsWith("2027"));
    const perDag = new Map<string, string[]>();
    for (const { begin, actie } of van.filter(({ actie }) => actie.startsWith("agenda.")))
      perDag.set(dagVan(begin), [...(perDag.get(dagVan(begin)) ?? []), actie]);
    const dagen = sample.overleggen.filter((row) => row.overleg === overleg).map((row) => row.datum_definitief);
    expect([...perDag.keys()]).toEqual(dagen);
    for (const [dag, acties] of perDag)
      expect([dag, acties]).toEqual([
        dag,
        dag === "2027-03-30" ? ["agenda.versturen", "agenda.herinneren"] : ["agenda.concept", "agenda.versturen", "agenda.herinneren"],
      ]);
  });

  it("reminds ten minutes before by the clock on the wall, also around the days on which it changes", () => {
    const herinnerd = regels.filter(({ actie }) => actie === "agenda.herinneren");
    expect(herinnerd.length).toBeGreaterThan(30);
    for (const { begin, op } of herinnerd) expect([begin, begin.getTime() - op.getTime()]).toEqual([begin, 600_000]);
  });

  it("asks once about each meeting in a school holiday", () => {
    const rows = sample.overleggen.filter((row) => row.overleg === "mdo" && row.advies === "controleren op minimale bezetting");
    expect(vragen.filter(({ dag }) => dag.startsWith("2027"))).toEqual(rows.map((row) => ({ dag: row.datum_definitief, n: 1 })));
  });
});
