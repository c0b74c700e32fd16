import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { manifest, manifestJson } from "../../../manifest/slack/manifest.js";
import { interactions } from "../../../src/app.js";

it("is committed as its source emits it", async () => {
  expect(await readFile(new URL("../../../manifest/slack/manifest.json", import.meta.url), "utf8")).toBe(manifestJson);
});

it("offers the commands that the code knows", () => {
  const commandos = interactions.flatMap((one) => (one.commando === undefined ? [] : [`/${one.commando}`]));
  expect(manifest.features.slash_commands.map((c) => c.command).toSorted()).toEqual(commandos.toSorted());
});

it("reads no message, history or file, and asks for no wider scope", () => {
  expect(manifest.oauth_config.scopes.bot).toEqual(["chat:write", "files:write", "commands", "users:read", "users:read.email", "channels:read", "groups:read"]);
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([
    "app_home_opened",
    "channel_shared",
    "channel_unshared",
    "member_joined_channel",
    "member_left_channel",
  ]);
});

it("stays within what Slack takes", () => {
  expect(manifest.features.slash_commands.every((c) => c.command.length <= 32 && c.description.length <= 2000)).toBe(true);
  expect(manifest.features.shortcuts.every((s) => s.name.length <= 24 && s.description.length <= 150)).toBe(true);
  expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
});
