import { describe, expect, it } from "vitest";
import { formulieren, type Veld } from "../../src/cards/formulieren.js";
import { actieBerichtSoorten } from "../../src/cards/gegevens.js";
import { vasteKeuzes } from "../../src/cards/keuzes.js";
import { actiepuntStatussen, actieTransitions } from "../../src/domain/actiepunt/actiepunt.status.js";
import { veldgroepen, verborgenRedenen } from "../../src/domain/delen/beleid.js";
import { signaalActions } from "../../src/domain/delen/permissions.js";
import { neutraleStatussen, signaalStatussen, signaalTransitions } from "../../src/domain/signaal/signaal.status.js";
import { en } from "../../src/messages/en.js";
import { isMessageKey } from "../../src/messages/messages.js";
import { nl } from "../../src/messages/nl.js";
import { actieVragen } from "../../src/use-cases/plan-actiepunt.js";
import { alleKaarten, nodes, woordenVan } from "./voorbeelden.js";

const nlWords: Record<string, string> = nl;
const enWords: Record<string, string> = en;
const placeholders = (text: string | undefined): string[] => [...(text ?? "").matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).sort();
const missing = (keys: readonly string[]): string[] => keys.filter((key) => !isMessageKey(key));
/** What whoever runs the bot or imports a region reads in a terminal is another register. */
const isChat = ([key]: readonly [string, string]): boolean => !/^(start|regio|keuring|beheer)\./.test(key);

describe("messages", () => {
  it("are the same keys with the same placeholders in both languages, none empty", () => {
    expect(Object.keys(enWords).sort()).toEqual(Object.keys(nlWords).sort());
    for (const [key, text] of Object.entries(nlWords)) {
      expect([key, placeholders(enWords[key])]).toEqual([key, placeholders(text)]);
      expect([key, text.trim() === "" || enWords[key]?.trim() === ""]).toEqual([key, false]);
    }
  });

  it("keep Dutch sentences at 25 words or fewer", () => {
    const sentences = Object.entries(nlWords)
      .filter(isChat)
      .flatMap(([key, text]) => text.split(/(?<=[.?!])\s/).map((sentence) => [key, sentence.split(/\s+/).length] as const));
    expect(sentences.filter(([, words]) => words > 25)).toEqual([]);
  });

  it("exist for every form, field and fixed choice", () => {
    for (const [naam, velden] of Object.entries(formulieren) as [string, readonly Veld[]][]) {
      expect(missing([`formulier.${naam}.titel`, `formulier.${naam}.verstuur`, ...velden.map((veld) => `veld.${naam}.${veld.veld}`)])).toEqual([]);
      expect(missing(velden.filter((veld) => veld.soort === "vinkje").map((veld) => `veld.${naam}.${veld.veld}.vink`))).toEqual([]);
      for (const taal of [nlWords, enWords]) {
        expect(taal[`formulier.${naam}.titel`]?.length).toBeLessThanOrEqual(24);
        expect(taal[`formulier.${naam}.verstuur`]?.length).toBeLessThanOrEqual(24);
      }
    }
    expect(missing(Object.entries(vasteKeuzes).flatMap(([veld, waarden]) => waarden.map((waarde) => `keuze.${veld}.${waarde}`)))).toEqual([]);
  });

  it("exist for every button, status, step and group", () => {
    expect(missing(signaalActions.map((row) => `knop.${row.action}`))).toEqual([]);
    expect(missing(signaalStatussen.flatMap((status) => [`status.${status}`, `melder_status.${status}`]))).toEqual([]);
    expect(
      missing(neutraleStatussen.flatMap((status) => [`neutraal.${status}`, `rij.${status}`, `triage.${status === "nieuw" ? "niemand" : status}`])),
    ).toEqual([]);
    expect(missing(signaalTransitions.map((row) => `stap.${row.name}`))).toEqual([]);
    expect(missing(veldgroepen.map((groep) => `bekijk.groep.${groep}`))).toEqual([]);
    expect(missing(veldgroepen.map((groep) => `bekijk.verborgen.${groep}`))).toEqual([]);
    expect(missing(verborgenRedenen.map((reden) => `bekijk.reden.${reden}`))).toEqual([]);
  });

  it("exist for every step, status and message of an actiepunt", () => {
    const daden = actieTransitions.map((row) => row.name);
    expect(missing(daden.flatMap((naam) => [`knop.actie.${naam}`, `actie.klaar.${naam}`, `actie_stap.${naam}`]))).toEqual([]);
    expect(missing(actiepuntStatussen.flatMap((status) => [`rij.actie_${status}`, `status.actie_${status}`]))).toEqual([]);
    expect(missing(actieBerichtSoorten.flatMap((soort) => [`bericht.actie.${soort}.titel`, `bericht.actie.${soort}.tekst`]))).toEqual([]);
    expect(missing(actieVragen.flatMap((vraag) => ["titel", "tekst", "klaar"].map((deel) => `bericht.actievraag.${vraag}.${deel}`)))).toEqual([]);
  });

  it("leave no Markdown of their own on a card", () => {
    const marked = [...Object.entries(nlWords), ...Object.entries(enWords)]
      .filter(isChat)
      .filter(([, text]) => /[*_`[\]]|^[#>-]/.test(text.replace(/\{\w+\}/g, "")));
    expect(marked).toEqual([]);
  });
});

describe("posted cards", () => {
  const forbidden = /vermoeden|mensenhandel|route|uitbuiting|slachtoffer|suspicion|trafficking|exploitation|victim/i;
  const posted = alleKaarten().filter((k) => ["triage", "bericht", "home", "mijn-signalen", "agenda"].includes(k.kaart));

  it.each(posted)("$naam says nothing that may not stand in a chat", ({ card, taal }) => {
    // The name of the step itself is on every card of that status alike, and says nothing of this one.
    const step = taal === "nl" ? nl["knop.signaal.beoordelen"] : en["knop.signaal.beoordelen"];
    expect(woordenVan(card).filter((text) => text !== step && forbidden.test(text))).toEqual([]);
    expect(card.vertrouwelijk).toBe(false);
    expect(nodes(card.body).filter((node) => String(node["type"]).startsWith("Input."))).toEqual([]);
  });

  it("keep every message to whom nothing was promised free of them too", () => {
    const all = Object.entries({ ...nlWords }).filter(
      ([key]) =>
        /^(bericht|triage|neutraal|melder_status|mijn|home|sectie|rij|agenda|agendabericht|agenda_feit|agenda_punt|agenda_stand)\b/.test(key) ||
        key.startsWith("bericht_status"),
    );
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(([, text]) => forbidden.test(text))).toEqual([]);
  });
});
