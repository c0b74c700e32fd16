/** One page with every card × language × sample, Teams beside Slack. Usage: node scripts/kaarten.mjs [out.html] */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { escapeHtml, slackHtml } from "./kaarten-slack.mjs";
import { maakKaart, readVoorbeelden } from "./kaarten-voorbeelden.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = resolve(process.argv[2] ?? join(root, "data/kaarten/index.html"));
const cards = await import(join(root, "dist/cards/cards.js"));
const converterFile = join(root, "dist/adapters/slack/block-kit.js");
const converter = existsSync(converterFile) ? await import(converterFile) : undefined;
const adaptivecards = readFileSync(join(dirname(createRequire(import.meta.url).resolve("adaptivecards/package.json")), "dist/adaptivecards.min.js"), "utf8");
const asset = (name) => readFileSync(join(root, "scripts/kaarten", name), "utf8");
/** JSON inside a script element: no `<` may end it. */
const inline = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

const talen = ["nl", "en"];
const shown = readVoorbeelden(join(root, "adaptive-cards")).flatMap((voorbeeld) =>
  talen.map((taal) => {
    const card = maakKaart(cards, voorbeeld, taal);
    return { ...voorbeeld, taal, card, bytes: Buffer.byteLength(JSON.stringify(card.body)) };
  }),
);

const section = ({ kaart, naam, taal, card, bytes }, index) => `
<section class="voorbeeld" id="${kaart}.${naam}.${taal}" lang="${taal}" data-taal="${taal}" data-kaart="${kaart}">
  <h3>${escapeHtml(`${kaart} · ${naam.replaceAll("_", " ")}`)} <span class="taal">${taal}</span></h3>
  <p class="feiten">${card.vertrouwelijk ? "alleen in een venster" : "mag in een bericht"} · ${(bytes / 1000).toFixed(1)} kB · melding: ${escapeHtml(card.tekst)}</p>
  <div class="naast">
    <div class="chat"><h4>Teams</h4><div class="teams" data-index="${index}"></div></div>
    <div class="chat"><h4>Slack <span class="benadering">benadering</span></h4>${slackHtml(converter, card, taal)}</div>
  </div>
</section>`;

const kaarten = [...new Set(shown.map((item) => item.kaart))];
const page = `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kaarten van Ketentafel</title>
<style>${asset("kaarten.css")}</style></head>
<body data-taal="nl">
<header><h1>Kaarten van Ketentafel</h1><p>Elke kaart met elk voorbeeld. Links Teams, rechts Slack. Alles hier is verzonnen.</p>
<nav aria-label="Kaarten">${kaarten.map((kaart) => `<a href="#kaart.${kaart}">${kaart}</a>`).join("")}</nav>
<fieldset><legend>Taal</legend>${["nl", "en", "beide"].map((taal) => `<label><input type="radio" name="taal" value="${taal}"${taal === "nl" ? " checked" : ""}> ${taal}</label>`).join("")}</fieldset></header>
<main>${kaarten.map((kaart) => `<h2 id="kaart.${kaart}">${kaart}</h2>${shown.map((item, index) => (item.kaart === kaart ? section(item, index) : "")).join("")}`).join("")}</main>
<script>${adaptivecards.replaceAll("</script", "<\\/script")}</script>
<script>const bodies = ${inline(shown.map((item) => item.card.body))};${asset("kaarten.client.js")}</script>
</body></html>`;

mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, page);
console.log(`${shown.length} kaarten: ${out}`);
