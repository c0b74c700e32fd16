import { beforeEach, describe, expect, it } from "vitest";
import type { ChannelId } from "../../src/domain/regio/regio.js";
import type { ClaimedIntent, DueMoment, Intent, PostedMessage } from "../../src/ports/work.js";
import type { TestStore } from "../support/database.js";
import { at, regioFile, toChannel, toPerson } from "./sample.js";

const LEASE = 60_000;
const now = new Date(Date.now() + 1_000);
const later = (ms: number): Date => new Date(now.getTime() + ms);
const posted = (messageId: string): PostedMessage => ({ platform: "slack", tenant: "T1", conversationId: "C1", messageId });
const names = (intents: readonly Intent[]): string[] => intents.map((i) => `${i.kind}:${i.objectId}`);

/** What `WorkStore` and `Conversations` promise. */
export const workSuite = (open: () => TestStore) =>
  describe("work that waits", () => {
    let db: TestStore;
    const put = async (...intents: Intent[]): Promise<void> => void (await db.store.commit({ intents }));
    const claim = (when = now, limit = 100): Promise<readonly ClaimedIntent[]> => db.work.claimIntents(when, LEASE, limit);
    const one = async (when = now): Promise<ClaimedIntent> => {
      const [intent, ...rest] = await claim(when);
      if (intent === undefined || rest.length > 0) throw new Error(`expected one intent, not ${rest.length}`);
      return intent;
    };
    const status = async (): Promise<string[]> => (await db.pool.query("SELECT status FROM outgoing ORDER BY id")).rows.map((row) => row.status);
    beforeEach(async () => {
      db = open();
      await db.truncate();
      await db.importRegio(regioFile());
    });

    it("gives each recipient its messages one by one, in order", async () => {
      await put(toChannel("bericht", "1", "c-slack", "v"), toPerson("bericht", "2"), toChannel("bericht", "3"), toPerson("bericht", "4"));
      const first = await claim();
      expect(first.map(({ kind, objectId, to, variant, attempts }) => ({ kind, objectId, to, variant, attempts }))).toEqual([
        { kind: "bericht", objectId: "1", to: { channelId: "c-slack" }, variant: "v", attempts: 0 },
        { kind: "bericht", objectId: "2", to: { persoonId: "anna" }, variant: undefined, attempts: 0 },
      ]);
      expect(await claim()).toEqual([]);
      await db.work.intentSent(first[0] as ClaimedIntent, posted("m1"));
      expect(names(await claim())).toEqual(["bericht:3"]);
      expect(await db.work.findPosted(toChannel("bericht", "1"))).toEqual(posted("m1"));
      expect(await db.work.findPosted(toChannel("bericht", "3"))).toBeUndefined();
    });

    it("gives a recipient nothing before its next turn, whichever instance asks", async () => {
      await put(toChannel("bericht", "1"), toChannel("bericht", "2"));
      await db.work.intentSent(await one(), posted("m1"), later(1_000));
      const other = await db.another();
      expect(await other.work.claimIntents(later(999), LEASE, 10)).toEqual([]);
      expect(names(await other.work.claimIntents(later(1_001), LEASE, 10))).toEqual(["bericht:2"]);
    });

    it("hands out turns of a shared queue so far apart", async () => {
      const other = await db.another();
      const waits = [await db.work.takeTurn("tenant:x", 1_000), await other.work.takeTurn("tenant:x", 1_000), await db.work.takeTurn("tenant:x", 1_000)];
      expect(waits[0]).toBe(0);
      expect(waits[1]).toBeGreaterThan(0);
      expect(waits[2]).toBeGreaterThan(1_000);
      expect(await db.work.takeTurn("tenant:y", 1_000)).toBe(0);
    });

    it("says once what waited to be said again and again", async () => {
      const zelfde = toPerson("herinnering", "1", "anna", "herinnering.eerste_reactie");
      await put(zelfde, zelfde, toPerson("herinnering", "1", "anna", "escalatie.eerste_reactie"), toPerson("bericht", "1"), toPerson("bericht", "1"));
      await claim();
      expect(await status()).toEqual(["vervangen", "wacht", "wacht", "wacht", "wacht"]);
    });

    it("goes on when the clock jumped back an hour", async () => {
      await put(toChannel("bericht", "1"), toChannel("bericht", "2"), toPerson("bericht", "3"));
      const [first] = await claim(later(3_600_000));
      await db.work.intentSent(first as ClaimedIntent, posted("m1"), later(3_601_000));
      expect(names(await claim())).toEqual(["bericht:2", "bericht:3"]);
    });

    it("gives what is acuut to somebody first", async () => {
      await db.pool.query(`INSERT INTO persoon (id, naam, functie, organisatie_id, organisatie_soort, organisatie_naam, email, email_key, actief, in_regio)
        SELECT 'melder', naam, functie, organisatie_id, organisatie_soort, organisatie_naam, '', '', actief, false FROM persoon LIMIT 1 ON CONFLICT DO NOTHING`);
      await db.pool.query(`INSERT INTO signaal (id, code, version, status, open, gemeente_id, melder_id, platform, ontvangen_op, acuut_op, beloofd_voor, bij_meldpunt, bij_aandachtsfunctionaris, inhoud)
        SELECT 'acuut', 'SG-ACUUT-X', 1, 'bij_meldpunt', true, (SELECT id FROM gemeente LIMIT 1), 'melder', 'slack', now(), now(), '2026-11-30', true, false, ''`);
      await put(toChannel("bericht", "1", "a"), toChannel("bericht", "2", "b"), toChannel("bericht", "acuut", "c"));
      expect(names(await claim(now, 1))).toEqual(["bericht:acuut"]);
    });

    it("lets a conversation that took nothing wait as a whole, and shows it, until the bot is met there again", async () => {
      await put(toChannel("bericht", "1"), toChannel("bericht", "2"));
      await db.work.conversationClosed(await one(), "is_archived", later(300_000));
      expect(await claim(later(60_000))).toEqual([]);
      expect(await db.store.dichteGesprekken()).toEqual([{ to: toChannel("bericht", "1").to, opnieuwOp: later(300_000), wachten: 2 }]);
      await db.conversations.rememberChannel({ platform: "slack", tenant: "T1", conversationId: "C1" });
      expect(names(await claim(later(60_000)))).toEqual(["bericht:1"]);
    });

    it("keeps which cards stand in a channel, takes them away one by one, and lets the living ones wait to come back", async () => {
      for (const [nr, kind] of (["triage", "herinnering", "triage", "agenda"] as const).entries()) {
        await put(toChannel(kind, String(nr)));
        await db.work.intentSent(await one(), posted(`m${nr}`));
      }
      const { to } = toChannel("triage", "0");
      const oud = (await db.store.kaartenOver(["3"]))[0];
      await db.store.commit({ changes: [{ soort: "kaarten_weg", ids: [oud?.id ?? ""] }], intents: [{ kind: "opruimen", objectId: oud?.id ?? "", to }] });
      await put(toChannel("triage", "2"));
      expect((await db.work.standingCards(to, 2)).map(({ messageId }) => messageId)).toEqual(["m3", "m2"]);
      const staan = await db.work.standingCards(to, 10);
      expect(staan.map(({ id: _, ...message }) => message)).toEqual(["m3", "m2", "m1", "m0"].map(posted));
      expect(await db.work.standingCards(toChannel("triage", "0", "c-anders").to, 10)).toEqual([]);
      for (const card of staan) await db.work.cardTakenAway(card, card.messageId !== "m1");
      expect(await db.work.standingCards(to, 10)).toEqual([]);
      expect(await db.work.findPosted(toChannel("triage", "0"))).toBeUndefined();
      const wachten = await db.pool.query("SELECT kind, object_id, variant FROM outgoing WHERE status = 'wacht' ORDER BY id");
      expect(wachten.rows.map((row) => Object.values(row))).toEqual([
        ["triage", "2", null],
        ["agenda", "3", "terug"],
        ["triage", "0", "terug"],
      ]);
      const blijft = await db.pool.query("SELECT message_id FROM posted_message WHERE weg_gevraagd_op IS NOT NULL AND weg_op IS NULL");
      expect(blijft.rows).toEqual([{ message_id: "m1" }]);
    });

    it("looks at a channel that changed once, at once, and counts that as no message", async () => {
      await put(toChannel("bericht", "1"));
      await db.work.conversationClosed(await one(), "gedeeld", later(300_000));
      const hier = { platform: "slack" as const, tenant: "T1", conversationId: "C1" };
      await db.conversations.channelChanged(hier);
      await db.conversations.channelChanged(hier);
      await db.conversations.channelChanged({ ...hier, conversationId: "CELDERS" });
      expect(names(await claim(later(1)))).toEqual(["bericht:1"]);
      expect(await status()).toEqual(["wacht", "vervangen", "wacht"]);
      const [bericht] = await claim(later(LEASE + 2));
      await db.work.conversationClosed(bericht as ClaimedIntent, "gedeeld", later(900_000));
      expect(await db.store.dichteGesprekken()).toMatchObject([{ wachten: 1 }]);
    });

    it("keeps for each channel why nothing is posted there, until it may be", async () => {
      const kanaal = { channelId: "c-slack" as ChannelId, reden: "onbekend" as const, aantal: 1, sinds: now };
      await db.store.commit({ changes: [{ soort: "publiek_mis", kanaal }] });
      await db.store.commit({ changes: [{ soort: "publiek_mis", kanaal: { ...kanaal, aantal: 2 } }] });
      expect(await db.store.ongeschikteKanalen()).toEqual([{ ...kanaal, aantal: 2 }]);
      await db.store.commit({ changes: [{ soort: "publiek_goed", channelId: kanaal.channelId }] });
      expect(await db.store.ongeschikteKanalen()).toEqual([]);
    });

    it("shows what was given up, and sends it again before what came later", async () => {
      await put(toChannel("bericht", "1"), toChannel("bericht", "2"));
      await db.work.intentFailed(await one(), "render", undefined);
      const [gestopt] = await db.store.gestopteBerichten(10);
      expect(gestopt).toMatchObject({ to: toChannel("bericht", "1").to, op: expect.any(Date) });
      await db.store.commit({ changes: [{ soort: "opnieuw_sturen", ids: [gestopt?.id ?? 0n], naar: [] }] });
      expect(await db.store.gestopteBerichten(10)).toEqual([]);
      expect(names(await claim())).toEqual(["bericht:1"]);
    });

    it("waits with what is sent again until the message that is under way there is done", async () => {
      await put(toChannel("bericht", "1"), toChannel("bericht", "2"));
      await db.work.intentFailed(await one(), "render", undefined);
      const underWay = await one();
      const [gestopt] = await db.store.gestopteBerichten(10);
      await db.store.commit({ changes: [{ soort: "opnieuw_sturen", ids: [gestopt?.id ?? 0n], naar: [] }] });
      expect(await claim()).toEqual([]);
      await db.work.intentSent(underWay, posted("m2"));
      expect(names(await claim())).toEqual(["bericht:1"]);
    });

    it("keeps the order with many claimers at once and hands out nothing twice", async () => {
      const recipients = Array.from({ length: 12 }, (_, i) => `kanaal-${i}`);
      await put(...recipients.flatMap((c) => Array.from({ length: 6 }, (_, i) => toChannel("bericht", String(i), c))));
      const instances = [db, await db.another(), await db.another()];
      const sent: string[] = [];
      const busy = new Set<string>();
      const drain = async (instance: (typeof instances)[number]): Promise<void> => {
        for (let empty = 0; empty < 8; ) {
          const claimed = await instance.work.claimIntents(now, LEASE, 5);
          empty = claimed.length === 0 ? empty + 1 : 0;
          for (const intent of claimed) {
            const to = (intent.to as { channelId: ChannelId }).channelId;
            expect(busy.has(to), `two at once for ${to}`).toBe(false);
            busy.add(to);
          }
          for (const intent of claimed) {
            const to = (intent.to as { channelId: ChannelId }).channelId;
            sent.push(`${to} ${intent.objectId}`);
            busy.delete(to);
            await instance.work.intentSent(intent, posted(`${to}-${intent.objectId}`));
          }
        }
      };
      await Promise.all(instances.map(drain));
      for (const c of recipients) expect(sent.filter((s) => s.startsWith(`${c} `))).toEqual(Array.from({ length: 6 }, (_, i) => `${c} ${i}`));
      await Promise.all(instances.slice(1).map((i) => i.close()));
    });

    it("skips a living card for a later one of the same card, and only that", async () => {
      await put(
        toChannel("triage", "s1"),
        toChannel("triage", "s2"),
        toChannel("bericht", "s1"),
        toChannel("triage", "s1"),
        toChannel("bericht", "s1"),
        toPerson("vraag", "s1"),
      );
      expect(names(await claim())).toEqual(["triage:s2", "vraag:s1"]);
      expect(await status()).toEqual(["vervangen", "wacht", "wacht", "wacht", "wacht", "wacht"]);
    });

    it("leaves a living card that is being sent alone", async () => {
      await put(toChannel("triage", "s1"));
      const sending = await one();
      await put(toChannel("triage", "s1"));
      expect(await claim()).toEqual([]);
      await db.work.intentSent(sending, posted("m1"));
      await db.work.intentSent(await one(), posted("m1"));
      expect(await status()).toEqual(["verstuurd", "verstuurd"]);
      expect((await db.pool.query("SELECT 1 FROM posted_message")).rowCount).toBe(1);
    });

    it("holds back the whole recipient after a failure, also when the card was superseded", async () => {
      await put(toChannel("triage", "s1"), toChannel("bericht", "b"), toPerson("bericht", "p"));
      const [failing] = await claim();
      await db.work.intentFailed(failing as ClaimedIntent, "429", later(5_000));
      await put(toChannel("triage", "s1"));
      expect(await claim(later(4_000))).toEqual([]);
      expect((await db.work.nextIntentAt())?.getTime()).toBe(later(5_000).getTime());
      expect(names(await claim(later(5_000)))).toEqual(["bericht:b"]);
    });

    it("counts attempts and goes on after giving up", async () => {
      await put(toChannel("bericht", "1"), toChannel("bericht", "2"));
      await db.work.intentFailed(await one(), "500", later(1));
      const again = await one(later(10));
      expect(again).toMatchObject({ objectId: "1", attempts: 1 });
      await db.work.intentFailed(again, "gone", undefined);
      expect(names([await one(later(10))])).toEqual(["bericht:2"]);
      expect(await status()).toEqual(["gestopt", "wacht"]);
    });

    it("gives what somebody took and never finished to the next, and then ignores the first", async () => {
      await put(toChannel("bericht", "1"));
      const lost = await one();
      expect(await claim(later(LEASE - 1))).toEqual([]);
      const taken = await one(later(LEASE));
      await db.work.intentFailed(lost, "too late", undefined);
      expect(await status()).toEqual(["wacht"]);
      await db.work.intentSent(taken, undefined);
      expect(await status()).toEqual(["verstuurd"]);
      expect(await db.work.nextIntentAt()).toBeUndefined();
    });

    it("waits for an address and goes at once when it is known", async () => {
      await put(toPerson("bericht", "1"), toChannel("bericht", "2", "c-teams"), toPerson("bericht", "3"));
      for (const intent of await claim()) await db.work.intentWaits(intent, later(3_600_000));
      expect(await claim(later(1_000))).toEqual([]);
      await db.conversations.rememberPrivate({ platform: "slack", tenant: "T1", userId: "U-anna" }, { platform: "slack", tenant: "T1", conversationId: "D1" });
      expect(names(await claim(later(1_000)))).toEqual(["bericht:1"]);
      await db.conversations.rememberChannel({ platform: "teams", tenant: "tenant", conversationId: "19:a@thread.tacv2", serviceUrl: "https://smba.example/" });
      expect(await claim(later(1_000))).toMatchObject([{ objectId: "2", attempts: 0 }]);
      expect(await db.store.channelAddress("c-teams" as ChannelId)).toEqual({
        platform: "teams",
        tenant: "tenant",
        conversationId: "19:a@thread.tacv2",
        serviceUrl: "https://smba.example/",
      });
    });

    it("does every moment once with two claimers, and does not finish the one that took its place", async () => {
      const moment = (objectId: string, op: Date, stap = 0): DueMoment => ({ soort: "herzien", objectId, op, stap });
      await db.store.commit({
        moments: [...Array.from({ length: 30 }, (_, i) => moment(String(i), at("2026-01-01T00:00:00Z"))), moment("future", later(10_000))],
      });
      const other = await db.another();
      const rounds = await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 ? db : other).work.claimMoments(now, LEASE, 10)));
      const claimed = rounds.flat();
      expect(new Set(claimed.map((m) => m.objectId)).size).toBe(30);
      expect(claimed).toHaveLength(30);
      const first = claimed.find((m) => m.objectId === "0");
      await db.store.commit({ moments: [moment("0", now, 1)], doneMoments: [{ soort: "herzien", objectId: "1" }] });
      await db.work.momentDone(first?.id as bigint);
      expect(await db.work.claimMoments(now, LEASE, 10)).toMatchObject([{ objectId: "0", stap: 1, op: now }]);
      expect(await db.work.claimMoments(later(LEASE), LEASE, 100)).toHaveLength(30);
      await other.close();
    });
  });
