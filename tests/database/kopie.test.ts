import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makeBackup } from "../../src/adapters/prisma/backup/backup.js";
import { readKopie } from "../../src/adapters/prisma/backup/bestand.js";
import { restoreBackup } from "../../src/adapters/prisma/backup/restore.js";
import { openPool } from "../../src/adapters/prisma/database.js";
import { regiosleutels } from "../../src/adapters/prisma/sleutels/regiosleutels.js";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import { openPostgres, openRealStore, type TestServer, type TestStore, testSLEUTELS, testSleutels } from "../support/database.js";
import { alles, legeDatabase } from "../support/kopie.js";
import { oeverland } from "../support/oeverland.js";
import { at, makeActiepunt, makeCasus, makeOverdracht, makeSignaal, makeStap, makeVraag, melder, toChannel } from "./sample.js";

const keys = regiosleutels(testSleutels);
type Where = Parameters<typeof openRealStore>[0];

describe("backup and restore", () => {
  let server: TestServer;
  const root = mkdtempSync(join(tmpdir(), "ketentafel-kopie-"));
  let nr = 0;
  const map = (): string => join(root, `m${++nr}`);
  beforeAll(async () => {
    server = await openPostgres();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  });

  const casussen = [makeCasus({ gemeenteId: "rivierstede" }), makeCasus({ gemeenteId: "rivierstede" })] as const;
  const punten = casussen.map(({ id }) => makeActiepunt({ casusId: id, tafelId: "mdo", actiehouderId: "P03" }));
  const signaal = makeSignaal({ gemeenteId: "rivierstede", casusId: casussen[1].id });
  const fill = async (db: TestStore): Promise<void> => {
    const parsed = parseRegioBestand(oeverland());
    if (!parsed.ok) throw new Error("the fictional region is not valid");
    await db.importRegio(parsed.value);
    const stored = await db.store.commit({
      delivery: { key: "d1", object: signaal.id },
      changes: [
        { soort: "persoon_nieuw", persoon: melder },
        ...casussen.map((casus) => ({ soort: "casus_nieuw" as const, casus })),
        { soort: "signaal_nieuw", signaal },
        { soort: "stap", stap: makeStap(signaal) },
        { soort: "vraag_nieuw", vraag: makeVraag(signaal, { aanId: "P03" }) },
        { soort: "overdracht_nieuw", overdracht: makeOverdracht(signaal) },
        ...punten.map((actiepunt) => ({ soort: "actiepunt_nieuw" as const, actiepunt })),
      ],
      intents: [toChannel("triage", signaal.id, "ch-1"), toChannel("triage", signaal.id, "ch-2")],
      moments: [{ soort: "herzien", objectId: signaal.id, op: at("2027-01-01T00:00:00.123Z"), stap: 0 }],
      audit: [1, 2, 3].map((n) => ({ wie: "systeem", actie: `a${n}`, object: signaal.id, resultaat: "gedaan", herkomst: "test" })),
    });
    if (!stored.ok) throw new Error(stored.error);
    await db.conversations.rememberPrivate(
      { platform: "teams", tenant: "t", userId: "u" } as never,
      { platform: "teams", tenant: "t", conversationId: "19:ä" } as never,
    );
    await db.audit.seal();
    // Many rows in one table, so that they come in more than one batch.
    await db.pool.query("INSERT INTO delivery (key, op) SELECT 'k' || i, now() FROM generate_series(1, 1234) i");
  };

  const places: readonly (readonly [string, () => Promise<Where>, () => Promise<Where>])[] = [
    ["embedded to PostgreSQL", async () => ({ dataDir: map() }), async () => ({ databaseUrl: await legeDatabase(server) })],
    ["PostgreSQL to embedded", async () => ({ databaseUrl: await legeDatabase(server) }), async () => ({ dataDir: map() })],
  ];
  it.each(places)("%s: every row of every table, readable, and the bot goes on", { timeout: 60_000 }, async (_name, from, to) => {
    const [source, target, dir] = [await from(), await to(), map()];
    const db = await openRealStore(source);
    await fill(db);
    const before = await alles(db.pool);
    await makeBackup(db.pool, dir, new Date());
    expect(await alles(db.pool)).toEqual(before);
    await db.close();

    const empty = await openPool(target);
    await restoreBackup(empty.pool, dir, keys);
    expect(await alles(empty.pool)).toEqual(before);
    await empty.close();
    expect(Object.values(before).filter((rows) => rows.length > 0).length).toBeGreaterThan(20);

    const restored = await openRealStore(target);
    expect(await alles(restored.pool)).toEqual(before);
    expect((await restored.store.readSignaal(signaal.id)).inhoud).toEqual(signaal.inhoud);
    const more = makeSignaal({ gemeenteId: "rivierstede" });
    expect(
      (
        await restored.store.commit({
          changes: [{ soort: "signaal_nieuw", signaal: more }],
          audit: [{ wie: "systeem", actie: "na", object: "x", resultaat: "gedaan", herkomst: "test" }],
        })
      ).ok,
    ).toBe(true);
    expect((await restored.audit.seal()).sealed).toBe(1);
    await expect(restored.pool.query("DELETE FROM audit_line")).rejects.toThrow();
    await expect(restored.pool.query("UPDATE signaal SET melder_id = 'niemand'")).rejects.toThrow("foreign key");
    await restored.close();
  });

  it("an older content backup with the newest backup of keys: a destroyed casus cannot be read, the others can", { timeout: 60_000 }, async () => {
    const [weg, blijft] = casussen;
    const dir = map();
    const db = await openRealStore({ databaseUrl: await legeDatabase(server) });
    await fill(db);
    const eerste = await makeBackup(db.pool, dir, at("2026-11-01T00:00:00Z"));
    const oudeSleutels = join(root, "oude-sleutels");
    copyFileSync(eerste.sleutels, oudeSleutels);
    writeFileSync(join(dir, "sleutels", "vergeten-kopie.jsonl.gz"), "x");
    await db.store.commit({ changes: [{ soort: "sleutel_weg", owner: weg.id }] });
    expect(await db.store.findSleutelBewijs(weg.id)).not.toHaveProperty("kopieOp");
    expect(await makeBackup(db.pool, dir, at("2026-11-02T00:00:00Z"))).toMatchObject({ onleesbaar: 1 });
    expect(readdirSync(join(dir, "sleutels"))).toEqual(["sleutels.jsonl.gz"]);
    expect(await db.store.findSleutelBewijs(weg.id)).toMatchObject({ kopieOp: at("2026-11-02T00:00:00Z") });
    await db.close();

    const oudeInhoud = readdirSync(join(dir, "inhoud")).sort()[0] as string;
    const target = { databaseUrl: await legeDatabase(server) };
    const empty = await openPool(target);
    expect(await restoreBackup(empty.pool, dir, keys, oudeInhoud)).toMatchObject({ onleesbaar: 1, gemaaktOp: "2026-11-01T00:00:00.000Z" });
    await empty.close();
    const restored = await openRealStore(target);
    expect(await restored.store.readActiepunt(punten[0]?.id as never)).toMatchObject({ inhoud: { wat: "" }, vernietigdOp: expect.any(Date) });
    // What the backup brought back beside its key goes again.
    expect(await restored.store.halfVernietigd(10)).toEqual([weg.id]);
    expect(await restored.store.commit({ changes: [{ soort: "inhoud_weg", owners: [weg.id] }] })).toMatchObject({ ok: true });
    expect(await restored.store.halfVernietigd(10)).toEqual([]);
    expect((await restored.store.readActiepunt(punten[1]?.id as never)).casusId).toBe(blijft.id);
    expect((await restored.store.readSignaal(signaal.id)).inhoud).toEqual(signaal.inhoud);
    expect(await restored.store.findSleutelBewijs(weg.id)).toMatchObject({ kopieOp: at("2026-11-02T00:00:00Z") });
    await restored.close();

    // With the keys of then it could still be read: that is why only the newest are kept.
    copyFileSync(oudeSleutels, join(dir, "sleutels", "sleutels.jsonl.gz"));
    const proof = { databaseUrl: await legeDatabase(server) };
    const other = await openPool(proof);
    await restoreBackup(other.pool, dir, keys, oudeInhoud);
    await other.close();
    const readable = await openRealStore(proof);
    expect((await readable.store.readActiepunt(punten[0]?.id as never)).inhoud).toEqual(punten[0]?.inhoud);
    await readable.close();
  });

  it("refuses what is not whole, too old, locked or not empty, and then has written nothing", { timeout: 60_000 }, async () => {
    const dir = map();
    const db = await openRealStore({ databaseUrl: await legeDatabase(server) });
    await fill(db);
    const { inhoud, sleutels } = await makeBackup(db.pool, dir, new Date());
    for (const file of [inhoud, sleutels]) expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(restoreBackup(db.pool, dir, keys)).rejects.toThrow("niet_leeg");

    const empty = await openPool({ databaseUrl: await legeDatabase(server) });
    const refused = async (reden: string, other = keys): Promise<void> => {
      await expect(restoreBackup(empty.pool, dir, other)).rejects.toThrow(reden);
      expect((await empty.pool.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")).rows, reden).toEqual([]);
    };
    await refused("key test is missing", regiosleutels([{ id: "ander", waarde: Buffer.alloc(32, 7) }]));
    await refused("key test is not the one", regiosleutels([{ id: "test", waarde: Buffer.alloc(32, 8) }]));
    for (const file of [inhoud, sleutels]) {
      const whole = readFileSync(file);
      for (const place of [20, Math.floor(whole.length / 2), whole.length - 12]) {
        const changed = Buffer.from(whole);
        changed[place] = (changed[place] as number) ^ 1;
        writeFileSync(file, changed);
        await refused("geschonden");
      }
      writeFileSync(file, whole.subarray(0, whole.length - 40));
      await refused("geschonden");
      rmSync(file);
      await refused("ontbreekt");
      writeFileSync(file, whole);
    }
    const keysOfThen = readFileSync(sleutels);
    await makeBackup(db.pool, dir, new Date(Date.now() + 1000));
    writeFileSync(sleutels, keysOfThen);
    await refused("sleutels_ouder");
    await Promise.all([empty.close(), db.close()]);
  });

  it("lets go of a file in which it stopped: what is wrong further on ends nothing", async () => {
    const bestand = join(root, "stuk.jsonl.gz");
    const packed = gzipSync(`#geen kop\n${`${randomBytes(64).toString("hex")}\n`.repeat(20_000)}`, { level: 0 });
    writeFileSync(bestand, packed.subarray(0, packed.length - 40));
    const uncaught = vi.fn();
    process.prependOnceListener("uncaughtException", uncaught);
    await expect(readKopie(bestand, "inhoud")).rejects.toThrow("geschonden");
    await new Promise((resolve) => setTimeout(resolve, 300));
    process.off("uncaughtException", uncaught);
    expect(uncaught).not.toHaveBeenCalled();
  });

  it("both commands say what they did or what to do", { timeout: 120_000 }, async () => {
    const [dataDir, dir, target] = [map(), map(), map()];
    const run = (command: string, env: Record<string, string>, ...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/${command}.js`, ...args], {
        encoding: "utf8",
        env: { SLEUTELS: testSLEUTELS, ...env },
      });
      return { status, tekst: `${stdout}${stderr}` };
    };
    expect(run("backup", { DATA_DIR: dataDir })).toMatchObject({ status: 1, tekst: "Gebruik: npm run backup -- <map>\n" });
    expect(run("backup", { DATA_DIR: dataDir }, dir)).toMatchObject({ status: 1, tekst: expect.stringContaining("start eerst de bot") });
    const db = await openRealStore({ dataDir });
    await fill(db);
    expect(run("backup", { DATA_DIR: dataDir }, dir)).toMatchObject({ status: 1, tekst: expect.stringContaining("in gebruik door een andere bot") });
    await db.close();
    expect(run("backup", { DATA_DIR: dataDir }, dir)).toMatchObject({ status: 0, tekst: expect.stringMatching(/^Klaar: \d+ rijen\./) });
    expect(run("restore", { DATA_DIR: target, SLEUTELS: "" }, dir)).toMatchObject({
      status: 1,
      tekst: expect.stringMatching(/sleutels mist sleutel test, .*Er is niets gewijzigd\.\n$/),
    });
    expect(readdirSync(target)).not.toContain("sleutels");
    expect(run("restore", { DATA_DIR: target }, dir)).toMatchObject({ status: 0, tekst: expect.stringMatching(/^Klaar: de gegevens van /) });
    expect(run("restore", { DATA_DIR: target }, dir)).toMatchObject({ status: 1, tekst: expect.stringContaining("niet leeg") });
    expect(run("sleutels", { DATA_DIR: target })).toMatchObject({ status: 1, tekst: expect.stringContaining("Gebruik: npm run sleutels") });
    const nieuw = run("sleutels", {}, "nieuw").tekst.split("\n")[1] as string;
    expect(run("sleutels", { DATA_DIR: target, SLEUTELS: `${nieuw},${testSLEUTELS}` }, "roteren").tekst).toMatch(
      /^Klaar: \d+ sleutels opnieuw ingepakt met k\d{8}-.*\ntest is niet meer nodig/,
    );
    expect(run("main", { DATA_DIR: target })).toMatchObject({
      status: 1,
      tekst: expect.stringMatching(/^SLEUTELS mist sleutel k.*Er is niets gewijzigd\.\n$/),
    });
    expect(run("sleutels", { DATA_DIR: target }, "roteren").tekst).toMatch(/^SLEUTELS mist sleutel k/);
    const restored = await openRealStore({ dataDir: target }, [
      { id: nieuw.split(":")[0] as string, waarde: Buffer.from(nieuw.split(":")[1] as string, "base64") },
    ]);
    expect((await restored.store.readSignaal(signaal.id)).inhoud).toEqual(signaal.inhoud);
    await restored.close();
  });
});
