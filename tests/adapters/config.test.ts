import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../src/config.js";

const id = "11111111-1111-4111-8111-111111111111";
const sleutel = (n: number, naam = `k${n}`): string => `${naam}:${Buffer.alloc(32, n).toString("base64")}`;
const SLEUTELS = sleutel(1);
const slack = { SLEUTELS, SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "geheim-geheim", SLACK_TEAM_ID: "T123" };
const teams = { SLEUTELS, TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: "geheim-geheim", TEAMS_TENANT_ID: id };

describe("configuration", () => {
  it("is a local try-out on this computer when nothing is set", () => {
    expect(readConfig({})).toMatchObject({ tryOut: true, host: "127.0.0.1", port: 3978, metricsPort: 9464, taal: "nl", dataDir: "./data", logLevel: "info" });
  });

  it("takes an empty value as absent", () => {
    expect(readConfig({ PORT: "", SLACK_BOT_TOKEN: " ", TAAL: "" })).toMatchObject({ tryOut: true, port: 3978, taal: "nl" });
  });

  it("listens to the outside once there are credentials", () => {
    expect(readConfig(slack)).toMatchObject({ tryOut: false, host: "0.0.0.0", slack: { botToken: "xoxb-1", teamId: "T123" } });
    expect(readConfig({ ...teams, HOST: "10.0.0.1" })).toMatchObject({ tryOut: false, host: "10.0.0.1", teams: { appId: id, tenantIds: [id] } });
  });

  it("serves several tenants and both chats", () => {
    const both = readConfig({ ...slack, ...teams, TEAMS_TENANT_ID: `${id}, ${id.replaceAll("1", "2")}`, TEAMS_SERVICE_HOSTS: "a.example,b.example" });
    expect(both.teams?.tenantIds).toHaveLength(2);
    expect(both.teams?.serviceHosts).toEqual(["a.example", "b.example"]);
    expect(both.slack).toBeDefined();
  });

  it("reads keys from a file", () => {
    const file = join(mkdtempSync(join(tmpdir(), "sleutels-")), "sleutels");
    writeFileSync(file, `${sleutel(2, "nieuw")}\n${sleutel(1, "oud")}\n`);
    expect(readConfig({ SLEUTELS_FILE: file }).sleutels?.map(({ id: naam, waarde }) => [naam, waarde[0]])).toEqual([
      ["nieuw", 2],
      ["oud", 1],
    ]);
  });

  it.each([
    ["PORT", { PORT: "abc" }],
    ["PORT", { PORT: "70000" }],
    ["HOST", { HOST: "a b" }],
    ["METRICS_PORT", { METRICS_PORT: "-1" }],
    ["METRICS_HOST", { METRICS_HOST: "a b" }],
    ["TAAL", { TAAL: "de" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
    ["DATABASE_URL", { ...slack, DATABASE_URL: "mysql://x" }],
    ["PUBLIC_URL", { ...slack, PUBLIC_URL: "http://bot.example" }],
    ["SLACK_BOT_TOKEN", { ...slack, SLACK_BOT_TOKEN: "xoxp-1" }],
    ["SLACK_SIGNING_SECRET", { ...slack, SLACK_SIGNING_SECRET: "x" }],
    ["SLACK_TEAM_ID", { ...slack, SLACK_TEAM_ID: "W1" }],
    ["SLACK_TEAM_ID", { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "geheim-geheim" }],
    ["SLACK_BOT_TOKEN", { SLACK_APP_TOKEN: "xapp-1" }],
    ["SLACK_APP_TOKEN", { ...slack, SLACK_APP_TOKEN: "xoxb-1" }],
    ["SLACK_API_URL", { ...slack, SLACK_API_URL: "http://evil.example" }],
    ["TEAMS_APP_ID", { ...teams, TEAMS_APP_ID: "bot" }],
    ["TEAMS_APP_PASSWORD", { TEAMS_APP_ID: id, TEAMS_TENANT_ID: id }],
    ["TEAMS_TENANT_ID", { ...teams, TEAMS_TENANT_ID: "common" }],
    ["TEAMS_SERVICE_HOSTS", { ...teams, TEAMS_SERVICE_HOSTS: "https://a.example" }],
    ["TEAMS_OPENID_METADATA_URL", { ...teams, TEAMS_OPENID_METADATA_URL: "http://evil.example" }],
    ["SLEUTELS_FILE", { SLEUTELS_FILE: "/does/not/exist" }],
    ["SLEUTELS", { SLEUTELS: "a", SLEUTELS_FILE: "b" }],
    ["SLEUTELS", { SLEUTELS: "geheim" }],
    ["SLEUTELS", { SLEUTELS: `k1:${Buffer.from("geheim").toString("base64")}` }],
    ["SLEUTELS", { SLEUTELS: `${sleutel(1)} ${sleutel(2, "k1")}` }],
    ["SLEUTELS", { SLEUTELS: `${sleutel(1)} ${sleutel(1, "k2")}` }],
    ["SLEUTELS", { ...slack, SLEUTELS: "" }],
    ["SLEUTELS", { ...teams, SLEUTELS: "" }],
    ["HOST", { HOST: "0.0.0.0" }],
    ["DATABASE_URL", { DATABASE_URL: "postgresql://localhost/x" }],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", { OTEL_EXPORTER_OTLP_ENDPOINT: "nowhere" }],
  ])("stops on a wrong %s with one sentence that names it", (name, env) => {
    for (const TAAL of ["nl", "en"] as const) {
      const read = () => readConfig({ TAAL, ...env });
      expect(read).toThrow(ConfigError);
      expect(read).toThrow(name);
      expect(read).not.toThrow(/geheim|\n/);
    }
  });
});
