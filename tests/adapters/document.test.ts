import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documents } from "../../src/adapters/document/documents.js";
import { documentDoor } from "../../src/adapters/http/document.js";
import type { DocumentTekst } from "../../src/domain/document.js";
import { ontzip } from "../support/besluiten.js";

const token = "abcdefghijklmnopqrstuv";
const bestand = { naam: "besluitenlijst-2026-12-03.md", mime: "text/markdown; charset=utf-8", inhoud: new TextEncoder().encode("# Lijst") };
let asked: string[] = [];
const app = express();
app.set("trust proxy", 1);
documentDoor(app, {
  taal: "nl",
  limit: 6,
  fetchDocument: async (given) => {
    asked.push(given);
    return given === token && asked.filter((one) => one === token).length === 1 ? bestand : undefined;
  },
});
const server = createServer(app);
beforeAll(() => new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready)));
afterAll(() => new Promise((done) => server.close(done)));
let adres = 0;
beforeEach(() => {
  asked = [];
  adres += 1;
});
const ask = (path: string, method = "GET"): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    method,
    headers: { connection: "close", "x-forwarded-for": `10.0.0.${adres}` },
  });

describe("GET /document/<token>", () => {
  it("shows the same page with one button for any token, and asks for nothing", async () => {
    const pages = await Promise.all(
      [token, "zzzzzzzzzzzzzzzzzzzzzz", "kort", "<script>"].map(async (one) => (await ask(`/document/${encodeURIComponent(one)}`)).text()),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('<form method="post"><button type="submit">Haal het bestand op</button></form>');
    expect((await ask(`/document/${token}`, "HEAD")).status).toBe(200);
    expect(asked).toEqual([]);
  });

  it("is kept by nobody and runs nothing", async () => {
    const { headers } = await ask(`/document/${token}`);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});

describe("POST /document/<token>", () => {
  it("gives the file once, as a download that nobody keeps", async () => {
    const found = await ask(`/document/${token}`, "POST");
    expect([found.status, found.headers.get("cache-control"), found.headers.get("content-type")]).toEqual([200, "no-store", "text/markdown; charset=utf-8"]);
    expect(found.headers.get("content-disposition")).toBe("attachment; filename=besluitenlijst-2026-12-03.md");
    expect(await found.text()).toBe("# Lijst");
    expect((await ask(`/document/${token}`, "POST")).status).toBe(404);
  });

  it("says the same of whatever is wrong, in words, and leaks nothing", async () => {
    const answers = await Promise.all(
      ["zzzzzzzzzzzzzzzzzzzzzz", "kort", "%3Cscript%3E"].map(async (one) => {
        const answer = await ask(`/document/${one}`, "POST");
        return [answer.status, answer.headers.get("cache-control"), await answer.text()] as const;
      }),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.[2]).toContain("Hier is niets meer.");
    expect(asked).toEqual(["zzzzzzzzzzzzzzzzzzzzzz"]);
  });

  it("stops who guesses, in words", async () => {
    const all = [];
    for (let i = 0; i < 8; i += 1) all.push(await ask(`/document/gok${"x".repeat(16)}${i}`, "POST"));
    expect(all.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 429, 429]);
    expect(await all.at(-1)?.text()).toContain("Wacht een minuut");
    expect(asked).toHaveLength(6);
  });
});

const tekst: DocumentTekst = {
  taal: "nl",
  naam: "besluitenlijst-2026-12-03",
  titel: "Besluitenlijst <Combi> & meer",
  onder: ["donderdag 3 december"],
  delen: [
    { kop: "1. Opening", regels: [] },
    { kop: "2. # Geen kop", regels: [{ naam: "Besluit", waarde: "1. eerst\n- dan\n\n[klik](http://x) `code` \u0000\ud800" }] },
  ],
};

describe("a file", () => {
  it("in Markdown reads as it was typed: no mark of it means anything", async () => {
    const { inhoud } = await documents.make(tekst, "md");
    expect(new TextDecoder().decode(inhoud)).toBe(
      [
        "# Besluitenlijst \\<Combi\\> \\& meer",
        "",
        "donderdag 3 december",
        "",
        "## 1. Opening",
        "",
        "## 2. \\# Geen kop",
        "",
        "- **Besluit:** 1. eerst  ",
        "  \\- dan  ",
        "  \\[klik\\](http://x) \\`code\\` ",
        "",
      ].join("\n"),
    );
  });

  it("in Word has real headings, a language, well-formed XML and no person in its properties", async () => {
    const { naam, mime, inhoud } = await documents.make(tekst, "docx");
    expect([naam, mime]).toEqual(["besluitenlijst-2026-12-03.docx", expect.stringContaining("wordprocessingml")]);
    const parts = ontzip(Buffer.from(inhoud));
    const xml = parts["word/document.xml"] ?? "";
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(2);
    expect(xml).toContain("Besluitenlijst &lt;Combi&gt; &amp; meer");
    expect(xml).toContain(">[klik](http://x) `code` <");
    expect(parts["word/styles.xml"]).toContain('w:val="nl-NL"');
    expect(parts["docProps/core.xml"]).toMatch(/<dc:creator>Ketentafel<[\s\S]*<cp:lastModifiedBy>Ketentafel</);
    expect(Object.keys(parts)).toContain("[Content_Types].xml");
  });
});
