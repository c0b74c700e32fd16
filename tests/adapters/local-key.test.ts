import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { localKey } from "../../src/adapters/tryout/local-key.js";

describe("the key of the local try-out", () => {
  const now = new Date("2026-11-26T10:00:00Z");
  const dir = join(mkdtempSync(join(tmpdir(), "sleutel-")), "data");

  it("is made once, for its owner alone, and stays the same", () => {
    const made = localKey(dir, now);
    expect(made.sleutels).toHaveLength(1);
    expect(made.sleutels?.[0]?.id).toMatch(/^k20261126-[0-9a-f]{6}$/);
    expect(statSync(made.bestand).mode & 0o777).toBe(0o600);
    const again = localKey(dir, now);
    expect(again.sleutels).toEqual(made.sleutels);
    again.undo();
    expect(localKey(dir, now).sleutels).toEqual(made.sleutels);
  });

  it("goes again when the data turns out to have another key, and is never written over", () => {
    const { bestand } = localKey(dir, now);
    rmSync(bestand);
    localKey(dir, now).undo();
    expect(() => statSync(bestand)).toThrow("ENOENT");
    writeFileSync(bestand, "kapot");
    expect(localKey(dir, now).sleutels).toBeUndefined();
    expect(readFileSync(bestand, "utf8")).toBe("kapot");
  });
});
