import { beforeEach, describe, expect, it } from "vitest";
import type { AccountRef, GemeenteId, PersoonId } from "../../src/domain/persoon/persoon.js";
import { type ChannelId, channelId, type TafelId } from "../../src/domain/regio/regio.js";
import type { Profiel } from "../../src/ports/chat.js";
import type { RegioImport } from "../../src/ports/regio-import.js";
import type { TestStore } from "../support/database.js";
import { makeCasus, makeSignaal, makeVraag, melder, regio, regioFile } from "./sample.js";

const anna = "anna" as PersoonId;
const bram = "bram" as PersoonId;
const waterrijk = "waterrijk" as GemeenteId;
const teams = (userId: string): AccountRef => ({ platform: "teams", tenant: "tenant", userId });
const nothing = { nieuw: 0, gewijzigd: 0, gestopt: 0, overgedragen: 0, blijftLiggen: 0 };
const without = (file: RegioImport, id: string): RegioImport => ({
  ...file,
  personen: file.personen.filter((p) => p.id !== id),
  accounts: file.accounts.filter((a) => a.persoonId !== id),
});

/** What an import and what the chats learn do to people and accounts. */
export const regioSuite = (open: () => TestStore) =>
  describe("region, people and accounts", () => {
    let db: TestStore;
    const account = async (ref: AccountRef) => (await db.store.findGelinkten(ref, [ref.userId]))[0]?.account;
    const ids = async (people: Promise<readonly { id: string }[]>): Promise<string[]> => (await people).map((p) => p.id);
    const roster = (account: AccountRef, profiel: Partial<Profiel>) =>
      db.conversations.rememberRoster([{ account, profiel: { naam: "x", soort: "lid", ...profiel } }]);
    beforeEach(async () => {
      db = open();
      await db.truncate();
      expect((await db.importRegio(regioFile())).nieuw).toBeGreaterThan(8);
      await db.store.commit({ changes: [{ soort: "persoon_nieuw", persoon: melder }] });
    });

    it("reads the region as the file says and changes nothing the second time", async () => {
      expect(await db.store.readRegio()).toStrictEqual(regio);
      await db.store.commit({ changes: [{ soort: "taal", persoonId: anna, taal: "en" }] });
      await db.conversations.rememberChannel({ platform: "teams", tenant: "tenant", conversationId: "19:a@thread.tacv2", serviceUrl: "https://smba.example/" });
      expect(await db.importRegio(regioFile())).toEqual(nothing);
      expect((await db.store.readPersoon(anna)).taal).toBe("en");
      expect(await db.store.channelAddress("c-teams" as ChannelId)).toMatchObject({ serviceUrl: "https://smba.example/" });
    });

    it("keeps what was made from chat, says so, and gives a channel to one tafel only", async () => {
      const tafel = { id: "haven" as TafelId, naam: "Haven", soort: "mdo", niveau: "micro", uitChat: true } as const;
      const plek = { platform: "slack", tenant: "T", conversationId: "C9" } as const;
      const channel = { id: channelId("slack", "T", "C9"), soort: "tafel", tafelId: tafel.id, uitChat: true, ...plek } as const;
      const mens = { ...melder, id: "mens" as PersoonId, email: "", inRegio: true, organisatieId: regio.organisaties[0]?.id ?? melder.organisatieId };
      expect(await db.store.findMetChannel("slack", "T", "C9")).toBeUndefined();
      await db.conversations.rememberChannel(plek);
      expect(await db.store.findMetChannel("slack", "T", "C9")).toEqual(plek);
      const other = await db.another();
      await other.store.readRegio();
      expect(
        (
          await db.store.commit({
            changes: [
              { soort: "tafel_nieuw", tafel },
              { soort: "persoon_nieuw", persoon: mens, uitChat: true },
            ],
          })
        ).ok,
      ).toBe(true);
      const both = await Promise.all([db, other].map(({ store }) => store.commit({ changes: [{ soort: "channel_nieuw", channel }] })));
      expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect((await other.store.readRegio()).tafels.at(-1)).toEqual(tafel);
      const kept = { tafels: [{ id: "haven", naam: "Haven" }], kanalen: 1, mensen: 1, overgenomen: 0, gestopt: [] };
      expect(await db.importRegio(regioFile())).toEqual({ ...nothing, uitChat: kept });
      expect((await other.store.readRegio()).channels.at(-1)).toEqual(channel);
      expect(await db.store.personenMetEmail("")).toEqual([]);
      await db.conversations.rememberRoster([{ account: teams("leeg"), profiel: { naam: "x", soort: "lid", email: " " } }]);
      expect(await account(teams("leeg"))).toBeUndefined();

      const einde = (beeindigdOp?: Date) => db.store.commit({ changes: [{ soort: "tafel_einde", tafel: { ...tafel, ...(beeindigdOp && { beeindigdOp }) } }] });
      expect([(await einde()).ok, (await einde(new Date(0))).ok, (await einde(new Date(0))).ok]).toEqual([false, true, false]);
      const named = { ...regio, tafels: [...regio.tafels, { id: tafel.id, naam: "Haven", soort: "mdo", niveau: "micro" } as const] };
      expect((await db.importRegio({ ...regioFile(), regio: named })).uitChat).toEqual({ ...kept, tafels: [], overgenomen: 1, gestopt: ["Haven"] });
      expect((await db.store.readRegio()).tafels.at(-1)).toMatchObject({ id: "haven", beeindigdOp: new Date(0) });
      expect((await db.store.commit({ changes: [{ soort: "channel_weg", channelId: channel.id }] })).ok).toBe(true);
      expect((await db.store.readRegio()).channels.some(({ id }) => id === channel.id)).toBe(false);
      await other.close();
    });

    it("shows a change of another instance at once", async () => {
      const other = await db.another();
      expect((await other.store.readRegio()).naam).toBe("Oeverland");
      await db.importRegio({ ...regioFile(), regio: { ...regio, naam: "Oeverland-Noord", tafels: [] } });
      expect(await other.store.readRegio()).toMatchObject({ naam: "Oeverland-Noord", tafels: [] });
      await other.close();
    });

    it("begins an act with whose account it is, whether the delivery was handled before, and the region of this moment", async () => {
      const other = await db.another();
      const u = teams("u-anna");
      expect(await other.store.readOpening(u, "een")).toStrictEqual({ regio });
      await roster(u, { email: "anna@waterrijk.example" });
      await db.store.commit({ delivery: { key: "een" } });
      await db.store.commit({ delivery: { key: "twee", object: "SG-1" } });
      await db.importRegio({ ...regioFile(), regio: { ...regio, naam: "Oeverland-Noord" } });
      const [gelinkt] = await db.store.findGelinkten(u, ["u-anna"]);
      expect(gelinkt).toMatchObject({ account: { persoonId: "anna" }, persoon: { id: "anna", rollen: [{ rol: "analist" }] } });
      expect(await other.store.readOpening(u, "een")).toMatchObject({ gelinkt, earlier: {}, regio: { naam: "Oeverland-Noord" } });
      expect((await other.store.readOpening(u, "twee")).earlier).toEqual({ object: "SG-1" });
      expect(await other.store.readOpening({ ...u, tenant: "elders" }, "drie")).toEqual({ regio: await db.store.readRegio() });
      await other.close();
    });

    it("two imports at once end as one", async () => {
      await db.truncate();
      const other = await db.another();
      await Promise.all([db.importRegio(regioFile()), other.importRegio(regioFile()), db.importRegio(regioFile())]);
      expect(await db.importRegio(regioFile())).toEqual(nothing);
      expect((await db.store.readPersonen([anna, bram])).map((p) => p.rollen.length)).toEqual([1, 2]);
      await other.close();
    });

    it("keeps a gemeente that signalen name", async () => {
      await db.store.commit({ changes: [{ soort: "signaal_nieuw", signaal: makeSignaal({ gemeenteId: "duinstad" }) }] });
      const file = { ...regioFile(), regio: { ...regio, gemeenten: regio.gemeenten.slice(0, 1) } };
      expect((await db.importRegio(file)).gestopt).toBe(0);
      expect((await db.store.readRegio()).gemeenten).toHaveLength(2);
      expect(await db.importRegio(file)).toEqual(nothing);
    });

    it("gives a deputy the roles of the person he stands in for", async () => {
      expect((await db.store.readPersoon(bram)).rollen).toStrictEqual([{ rol: "partner" }, { rol: "analist", gemeenteId: "waterrijk", namens: "anna" }]);
      expect(await ids(db.store.personenMetRol("analist", waterrijk))).toEqual(["anna"]);
      expect(await ids(db.store.personenMetRol("analist", waterrijk, true))).toEqual(["anna", "bram"]);
      expect(await ids(db.store.personenMetRol("analist", "duinstad" as GemeenteId, true))).toEqual([]);
      expect(await ids(db.store.personenMetRol("partner", waterrijk))).toEqual(["bram"]);
      expect(await ids(db.store.personenMetEmail("ANNA@waterrijk.EXAMPLE"))).toEqual(["anna"]);
      expect(await ids(db.store.personenMetEmail(melder.email))).toEqual([]);
      expect(await ids(db.store.personenVan(regio.organisaties.slice(1).map((o) => o.id)))).toEqual(["cees"]);
    });

    it("hands the open work of somebody who left to the deputy and keeps the rest", async () => {
      const open = makeSignaal({ behandelaarId: "anna" });
      const closed = makeSignaal({ behandelaarId: "anna", status: "vervallen" });
      const stuck = makeSignaal({ behandelaarId: "cees" });
      const [vraag, answered, casus] = [makeVraag(open), makeVraag(open, { status: "beantwoord" }), makeCasus({ regiehouderId: "anna" })];
      await db.store.commit({
        changes: [
          ...[open, closed, stuck].map((signaal) => ({ soort: "signaal_nieuw", signaal }) as const),
          ...[vraag, answered].map((v) => ({ soort: "vraag_nieuw", vraag: v }) as const),
          { soort: "casus_nieuw", casus },
        ],
      });
      const file = without(without(regioFile(), "anna"), "cees");
      expect(await db.importRegio(file)).toEqual({ ...nothing, gestopt: 3, overgedragen: 3, blijftLiggen: 1 });
      expect(await db.store.readSignaal(open.id)).toMatchObject({ behandelaarId: "bram", version: 2 });
      expect((await db.store.readSignaal(closed.id)).behandelaarId).toBe("anna");
      expect((await db.store.readSignaal(stuck.id)).behandelaarId).toBe("cees");
      expect(await db.store.stappenVan(open.id)).toMatchObject([{ name: "oppakken", doorId: "systeem", from: "bij_meldpunt", to: "bij_meldpunt" }]);
      expect((await db.store.vragenVan(open.id)).map((v) => v.aanId).sort()).toEqual(["anna", "bram"]);
      expect(await ids(db.store.casussenMetRegie([bram]))).toEqual([casus.id]);
      expect((await db.pool.query("SELECT actie FROM audit_line ORDER BY id")).rows.map((r) => r.actie)).toEqual([
        "regio.inlezen",
        "signaal.naar_plaatsvervanger",
        "vraag.naar_plaatsvervanger",
        "casus.naar_plaatsvervanger",
        "regio.inlezen",
      ]);
      expect(await db.store.readPersoon(anna)).toMatchObject({ actief: false, rollen: [] });
      expect((await db.store.readPersoon(bram)).rollen).toEqual([{ rol: "partner" }]);
      expect(await db.store.readPersoon(melder.id)).toStrictEqual(melder);
      expect(await db.importRegio(file)).toEqual(nothing);
      await db.importRegio(regioFile());
      expect(await db.store.readPersoon(anna)).toMatchObject({ actief: true, rollen: [{ rol: "analist" }] });
    });

    it("links the accounts of the file, and a guest only as guest", async () => {
      expect(await account({ platform: "slack", tenant: "T1", userId: "U-anna" })).toMatchObject({
        persoonId: "anna",
        address: { platform: "slack", tenant: "T1", conversationId: "U-anna" },
      });
      expect(await account(teams("gast-cees"))).toBeUndefined();
      expect(await db.store.isNamedGast(teams("gast-cees"))).toEqual({ persoonId: "cees" });
      await roster(teams("gast-cees"), { soort: "gast" });
      await roster(teams("gast-vreemd"), { soort: "gast", email: "bram@waterrijk.example" });
      expect(await account(teams("gast-cees"))).toMatchObject({ persoonId: "cees", gast: true });
      expect(await account(teams("gast-vreemd"))).toBeUndefined();
      await db.importRegio({ ...regioFile(), accounts: regioFile().accounts.slice(0, 1) });
      expect(await db.store.isNamedGast(teams("gast-cees"))).toBeUndefined();
      expect(await account(teams("gast-cees"))).toBeUndefined();
    });

    it("links a roster by the one person with that e-mail and never links again", async () => {
      await db.conversations.rememberPrivate(teams("u1"), { platform: "teams", tenant: "tenant", conversationId: "a:1", serviceUrl: "https://smba.example/" });
      expect(await account(teams("u1"))).toBeUndefined();
      await roster(teams("u1"), { email: "Bram@waterrijk.example" });
      const linked = await account(teams("u1"));
      expect(linked).toMatchObject({ persoonId: "bram", gast: false, address: { conversationId: "a:1", serviceUrl: "https://smba.example/" } });
      await roster(teams("u1"), { email: "anna@waterrijk.example" });
      expect(await account(teams("u1"))).toEqual(linked);
      await roster(teams("u2"), { email: melder.email });
      await roster(teams("u3"), {});
      expect([await account(teams("u2")), await account(teams("u3"))]).toEqual([undefined, undefined]);
      const twice = regioFile();
      await db.importRegio({ ...twice, personen: twice.personen.map((p) => ({ ...p, email: "samen@waterrijk.example" })) });
      await roster(teams("u4"), { email: "samen@waterrijk.example" });
      expect(await account(teams("u4"))).toBeUndefined();
      expect(await ids(db.store.accountsVan(bram) as never)).toHaveLength(1);
    });
  });
