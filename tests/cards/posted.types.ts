/** Not run: compiled by posted.test.ts. Free text cannot be assigned to what a chat keeps. */
import type { BerichtGegevens, RegioNaam, Rij, TriageGegevens } from "../../src/cards/gegevens.js";
import type { Card, PostedCard } from "../../src/domain/card.js";
import type { ActiepuntCode, SignaalCode } from "../../src/domain/code.js";
import type { Dag } from "../../src/domain/tijd/dag.js";

declare const text: string;
declare const card: Card;
declare const code: SignaalCode;
declare const actie: ActiepuntCode;
declare const dag: Dag;
declare const gemeente: RegioNaam;
declare const triage: TriageGegevens;

export const allowed: TriageGegevens = { ...triage, code, gemeente, reageerVoor: dag };
export const allowedBericht: BerichtGegevens = { variant: "ontvangst", code, beloofdVoor: dag, knoppen: [] };

// @ts-expect-error a code is not just any string
export const a: TriageGegevens = { ...triage, code: text };
// @ts-expect-error a gemeente comes out of the region file
export const b: TriageGegevens = { ...triage, gemeente: text };
// @ts-expect-error a handler's name is not just any string
export const c: TriageGegevens = { ...triage, behandelaar: text };
// @ts-expect-error a day is not just any string
export const d: TriageGegevens = { ...triage, reageerVoor: text };
// @ts-expect-error a status is one of five
export const e: TriageGegevens = { ...triage, status: text };
// @ts-expect-error there is no place for free text
export const f: TriageGegevens = { ...triage, toelichting: text };
// @ts-expect-error a message is one of the variants
export const g: BerichtGegevens = { variant: text, code, knoppen: [] };
// @ts-expect-error a message takes no text of its own
export const h: BerichtGegevens = { variant: "herzien", code, tekst: text, knoppen: [] };
// @ts-expect-error what waits is one of a list
export const i: Rij = { code, soort: text, teLaat: false, knoppen: [] };
// @ts-expect-error a title comes from an actiepunt without casus alone
export const k: Rij = { code, soort: "actie_open", titel: text, teLaat: false, knoppen: [] };
// @ts-expect-error a message about an actiepunt has no title
export const l: BerichtGegevens = { variant: "actie.nieuw", code: actie, tafel: gemeente, datum: dag, titel: text, knoppen: [] };
// @ts-expect-error any card is not a card that may be posted
export const j: PostedCard = card;
