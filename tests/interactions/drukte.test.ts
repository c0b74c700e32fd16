import { describe, expect, it } from "vitest";
import { makeDrukte } from "../../src/interactions/drukte.js";
import type { Inbound } from "../../src/ports/chat.js";

const now = new Date("2026-11-23T09:00:00Z");
const act = (userId: string, conversationId = "C1", soort: Inbound["place"]["soort"] = "channel"): Inbound => ({
  delivery: "d",
  account: { platform: "slack", tenant: "T1", userId },
  place: { soort, conversationId },
  event: { soort: "home" },
  canShow: true,
  profiel: async () => undefined,
});

describe("a client that runs wild", () => {
  it("waits until the next minute, and others do not", () => {
    const { isTeDruk } = makeDrukte(3, 100);
    expect([1, 2, 3, 4].map(() => isTeDruk(act("U1"), now))).toEqual([false, false, false, true]);
    expect(isTeDruk(act("U2"), now)).toBe(false);
    expect(isTeDruk(act("U1"), new Date(now.getTime() + 60_000))).toBe(false);
  });

  it("cannot fill a channel under many names; private places are not counted together", () => {
    const { isTeDruk } = makeDrukte(100, 2);
    expect(["U1", "U2", "U3"].map((id) => isTeDruk(act(id), now))).toEqual([false, false, true]);
    expect(isTeDruk(act("U4", "C2"), now)).toBe(false);
    expect(["U5", "U6", "U7"].map((id) => isTeDruk(act(id, "C1", "prive"), now))).toEqual([false, false, false]);
  });
});
