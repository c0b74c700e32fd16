import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { interactions } from "../../../src/app.js";

type Command = { readonly title: string; readonly description: string };
type Manifest = {
  readonly bots: readonly { readonly scopes: readonly string[]; readonly commandLists: readonly { readonly commands: readonly Command[] }[] }[];
  readonly composeExtensions: readonly {
    readonly commands: readonly { readonly id: string; readonly context: readonly string[]; readonly fetchTask: boolean }[];
  }[];
};
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, ["scripts/teams-manifest.mjs", ...args], { encoding: "utf8", env: { ...process.env, ...env } });
const read = <T>(name: string): T => JSON.parse(readFileSync(join("manifest/teams", name), "utf8")) as T;

const commandos = interactions.flatMap((one) => (one.commando === undefined ? [] : [one.commando]));

describe("the Teams app package", () => {
  it("is valid and equal to what the source makes", () => {
    expect(run(["--check"])).toMatchObject({ status: 0, stdout: expect.stringContaining("valid and up to date") });
  });

  it("offers the commands that the code knows", () => {
    const { bots, composeExtensions } = read<Manifest>("manifest.json");
    expect(bots[0]?.commandLists[0]?.commands.map((command) => command.title).toSorted()).toEqual(commandos.toSorted());
    expect(composeExtensions[0]?.commands).toMatchObject([{ id: "signaal", context: ["message", "compose", "commandBox"], fetchTask: true }]);
    expect(bots[0]?.scopes).toEqual(["personal", "team"]);
  });

  it("says everything in both languages, and nowhere what it is about", () => {
    const [nl, en] = [read<Record<string, string>>("nl.json"), read<Record<string, string>>("en.json")];
    expect(Object.keys(nl)).toEqual(Object.keys(en));
    expect(JSON.stringify([nl, en, read("manifest.json")])).not.toMatch(/mensenhandel|trafficking|uitbuiting|exploitation/i);
  });

  it("is packed for one app id, and refuses another kind of id", () => {
    const target = join(mkdtempSync(join(tmpdir(), "ketentafel-")), "app.zip");
    expect(run(["--zip", target], { TEAMS_APP_ID: "11111111-2222-4333-8444-555555555555" }).status).toBe(0);
    const packed = readFileSync(target).toString("latin1");
    for (const name of ["manifest.json", "nl.json", "en.json", "color.png", "outline.png"]) expect(packed).toContain(name);
    expect(run(["--zip", target], { TEAMS_APP_ID: "geen-id" })).toMatchObject({ status: 1, stderr: expect.stringContaining("must match pattern") });
    expect(run(["--zip", target], { TEAMS_APP_ID: "" }).status).toBe(1);
  });
});
