import type { PostedCard } from "../domain/card.js";
import type { AgendaRegel } from "../domain/overleg/agenda.js";
import { totaalMinuten } from "../domain/overleg/agenda.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { zegDag, zegDagVoluit, zegDatumVoluit, zegTijd } from "./datum.js";
import { escapeText } from "./escape.js";
import type { AgendaBerichtGegevens, AgendaFeiten, AgendaGegevens } from "./gegevens-agenda.js";
import { geplaatsteKaart, knoppen, punten, zeg } from "./woorden.js";

/** Slack holds fifty blocks in a message. */
const MEESTE_REGELS = 18;

type Moment = { readonly begin: Date; readonly eind: Date };
const wanneer = ({ begin, eind }: Moment, taal: Taal, now: Date): string =>
  `${zegDagVoluit(dagVan(begin), taal, now)}, ${zegTijd(begin, taal)}–${zegTijd(eind, taal)}`;
const plek = (tekst: string | undefined): string | undefined => tekst && escapeText(tekst);

const vastTitel = (vast: Extract<AgendaRegel, { soort: "vast" }>["vast"], { vorige }: AgendaFeiten, taal: Taal): string =>
  vast === "vorige" && vorige !== undefined
    ? zeg(taal, "agenda_punt.vorige_van", { datum: zegDagVoluit(dagVan(vorige), taal).split(" ").slice(1).join(" ") })
    : zeg(taal, `agenda_punt.${vast}`);

const titelVan = (regel: AgendaRegel, feiten: AgendaFeiten, taal: Taal): string => {
  if (regel.soort === "vast") return vastTitel(regel.vast, feiten, taal);
  if (regel.soort === "besloten") return zeg(taal, "agenda_punt.besloten");
  if (regel.soort === "vernietigd") return zeg(taal, "agenda_punt.vernietigd", { datum: zegDatumVoluit(dagVan(regel.op), taal) });
  const doel = zeg(taal, `keuze.puntDoel.${regel.doel}`).toLowerCase();
  if (regel.soort === "vrij") return punten(escapeText(regel.titel), doel);
  const code = zeg(taal, `agenda_punt.${regel.soort}`, { code: regel.code });
  return regel.soort === "actie" ? punten(code, regel.titel === undefined ? undefined : escapeText(regel.titel), doel) : punten(code, doel);
};

const feitVan = (regel: AgendaRegel, { acties, teLaat, nieuw, terugkoppeling, volgende }: AgendaFeiten, taal: Taal, now: Date): string => {
  if (regel.soort === "casus" || regel.soort === "signaal") return zeg(taal, `agenda_feit.${regel.soort}`);
  if (regel.soort === "actie") return regel.casus === undefined ? "" : zeg(taal, "agenda_feit.actie_casus", { code: regel.casus });
  if (regel.soort !== "vast") return "";
  if (regel.vast === "vorige") return zeg(taal, "agenda_feit.acties", { aantal: acties, teLaat });
  if (regel.vast === "cijfers") return zeg(taal, "agenda_feit.cijfers");
  if (regel.vast === "nieuwe_signalen") return zeg(taal, "agenda_feit.nieuw", { aantal: nieuw });
  if (regel.vast !== "afsluiting") return "";
  return punten(
    terugkoppeling > 0 ? zeg(taal, "agenda_feit.terugkoppeling", { aantal: terugkoppeling }) : undefined,
    volgende === undefined ? undefined : zeg(taal, "agenda_feit.volgende", { datum: zegDag(dagVan(volgende), taal, now) }),
  );
};

/** What a point is called, without what its fixed points count. */
export const regelTitel = (regel: AgendaRegel, taal: Taal): string => titelVan(regel, { acties: 0, teLaat: 0, nieuw: 0, terugkoppeling: 0 }, taal);

/** "punt 4 en 5", "point 4, 5 and 6". */
export const nummers = (lijst: readonly number[], taal: Taal): string => {
  const laatste = lijst.at(-1);
  return lijst.length < 2 ? String(laatste ?? "") : `${lijst.slice(0, -1).join(", ")}${zeg(taal, "rooster.en")}${laatste}`;
};

const voorU = (lijst: readonly number[] | undefined, taal: Taal): string =>
  lijst === undefined || lijst.length === 0 ? "" : zeg(taal, lijst.length === 1 ? "agenda.voor_u_een" : "agenda.voor_u", { punten: nummers(lijst, taal) });

/** The agenda of an overleg. */
export const agendaKaart = (g: AgendaGegevens, taal: Taal): PostedCard => {
  const kop = punten(escapeText(g.tafel), wanneer(g, taal, g.now));
  const status = zeg(taal, `agenda_stand.${g.stand}`);
  const duur = Math.round((g.eind.getTime() - g.begin.getTime()) / 60_000);
  const som = totaalMinuten(g.regels);
  const regels = g.regels.slice(0, MEESTE_REGELS).map((regel) => ({
    tekst: punten(
      `${regel.nr} ${titelVan(regel, g.feiten, taal)}`,
      zeg(taal, "agenda.minuten", { aantal: regel.minuten }),
      regel.gewijzigd ? zeg(taal, "agenda.gewijzigd") : undefined,
    ),
    feit: feitVan(regel, g.feiten, taal, g.now),
  }));
  const over = g.regels.length - regels.length;
  const data = {
    kop,
    status,
    feiten: punten(plek(g.plaats), plek(g.link), zeg(taal, "agenda.komen", { aantal: g.komen, totaal: g.totaal })),
    voorU: voorU(g.voorU, taal),
    punten: regels,
    meer: over > 0 ? zeg(taal, "agenda.meer_punten", { aantal: over }) : "",
    totaal: punten(zeg(taal, "agenda.totaal", { som, duur }), som > duur ? zeg(taal, "agenda.te_vol") : undefined),
    knoppen: knoppen(g.knoppen, taal),
  };
  return geplaatsteKaart("agenda", { titel: zeg(taal, "agenda.venster"), tekst: punten(kop, status), taal }, data);
};

const berichtTekst = (g: AgendaBerichtGegevens, taal: Taal): string => {
  if (g.variant === "uitnodiging") return voorU(g.punten, taal) || zeg(taal, `agendabericht.uitnodiging.${g.doetMee ? "tekst" : "geen"}`);
  if (g.variant === "te_weinig")
    return zeg(taal, `agendabericht.te_weinig.${g.status === "open" ? "tekst" : "genoeg"}`, { over: g.over, minimaal: g.minimaal });
  if (g.variant === "inbreng_laat" && g.status !== "open") return zeg(taal, `agendabericht.inbreng_laat.${g.status}`);
  if (g.variant === "afwezig" && g.afwezigen.length === 0) return zeg(taal, "agendabericht.afwezig.niemand");
  if (g.variant === "voorstel" && g.status !== "open") return zeg(taal, `agendabericht.voorstel.${g.status}`);
  if (g.variant === "herinnering") return zeg(taal, "agendabericht.herinnering.tekst", { tijd: zegTijd(g.begin, taal) });
  return zeg(taal, `agendabericht.${g.variant}.tekst`);
};

const afwezigen = (g: AgendaBerichtGegevens, taal: Taal): readonly string[] =>
  g.variant !== "afwezig"
    ? []
    : g.afwezigen.map((een) =>
        punten(
          zeg(taal, "agendabericht.afwezig.wie", { organisatie: escapeText(een.organisatie) }),
          escapeText(een.functie),
          een.punten.length === 0 ? undefined : zeg(taal, "agendabericht.afwezig.punten", { punten: nummers(een.punten, taal) }),
        ),
      );

/** A private word about an agenda. */
export const agendaBerichtKaart = (g: AgendaBerichtGegevens, taal: Taal): PostedCard => {
  const titel = zeg(taal, `agendabericht.${g.variant}.titel`);
  const regels = [escapeText(g.tafel), wanneer(g, taal, g.now), punten(plek(g.plaats), plek(g.link)), ...afwezigen(g, taal)];
  const data = {
    kop: titel,
    status: "",
    regels: regels.filter((regel) => regel !== "").map((tekst) => ({ tekst })),
    tekst: berichtTekst(g, taal),
    knoppen: knoppen(g.knoppen, taal),
  };
  return geplaatsteKaart("bericht", { titel: zeg(taal, "bericht.venster"), tekst: punten(titel, escapeText(g.tafel)), taal }, data);
};
