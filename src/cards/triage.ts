import type { PostedCard } from "../domain/card.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { zegDag, zegMoment } from "./datum.js";
import { escapeText } from "./escape.js";
import type { TriageGegevens } from "./gegevens.js";
import { geplaatsteKaart, knoppen, punten, zeg } from "./woorden.js";

const kleur = { nieuw: "Accent", opgepakt: "Default", vraag_uitgezet: "Default", verder_besproken: "Default", klaar: "Good" } as const;

/** How far it is, for every reader the same. */
const voortgang = (g: TriageGegevens, taal: Taal): string => {
  const { behandelaar, antwoorden, opgepaktOp } = g;
  const wie = behandelaar && punten(zeg(taal, "triage.bij", { naam: escapeText(behandelaar) }), opgepaktOp && zegMoment(opgepaktOp, taal, g.now));
  if (g.ligtBij && !wie && (g.status === "nieuw" || g.status === "opgepakt")) return zeg(taal, `triage.ligt_bij.${g.ligtBij}`);
  if (g.status === "nieuw") return zeg(taal, "triage.niemand");
  if (g.status === "vraag_uitgezet" && antwoorden) return [zeg(taal, "triage.antwoorden", antwoorden), wie].filter(Boolean).join("\n\n");
  return wie ?? zeg(taal, `triage.${g.status}`);
};

/** The card of a signaal in a channel. */
export const triageKaart = (g: TriageGegevens, taal: Taal): PostedCard => {
  const kop = zeg(taal, "triage.kop", { code: g.code });
  const status = zeg(taal, `neutraal.${g.status}`);
  const reageerVoor = g.reageerVoor && zeg(taal, "triage.reageer_voor", { datum: zegDag(g.reageerVoor, taal, g.now) });
  const data = {
    kop,
    status,
    kleur: kleur[g.status],
    acuut: g.acuut && g.status !== "klaar" ? zeg(taal, "triage.spoed") : "",
    feiten: punten(escapeText(g.gemeente), zegMoment(g.ontvangenOp, taal, g.now), g.status === "nieuw" ? reageerVoor : undefined),
    voortgang: voortgang(g, taal),
    intrekking: g.intrekkingGevraagd && g.status !== "klaar" ? zeg(taal, "triage.intrekking") : "",
    knoppen: knoppen(g.knoppen, taal),
  };
  return geplaatsteKaart("triage", { titel: zeg(taal, "triage.titel"), tekst: punten(kop, status), taal }, data);
};
