/** Every card: data in, an expanded Adaptive Card with its words out. */
export { agendaBerichtKaart, agendaKaart } from "./agenda.js";
export { bekijkKaart } from "./bekijk.js";
export { berichtKaart, meldingKaart, wegKaart } from "./bericht.js";
export { besluitenKaart, besluitenlijstKaart, bestandKaart, documentLinkKaart } from "./besluiten.js";
export { formulierKaart } from "./formulier.js";
export { homeKaart } from "./home.js";
export { meerKaart } from "./meer.js";
export { mijnSignalenKaart } from "./mijn-signalen.js";
export { overlegLooptKaart } from "./overleg-loopt.js";
export { rechtenKaart } from "./rechten.js";
export { signaalMeldenKaart } from "./signaal-melden.js";
export { agendaLinkKaart, kanaalBerichtKaart, overleggenKaart, overlegKaart, roosterProefKaart, tafelsKaart } from "./tafels.js";
export { triageKaart } from "./triage.js";
export { wijzerKaart } from "./wijzer.js";
