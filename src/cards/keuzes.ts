import { fases, sluitRedenen, toestemmingen } from "../domain/casus/casus.js";
import { openActieKeuzes } from "../domain/casus/sluiten.js";
import { documentVormen } from "../domain/document.js";
import { doelen, vrijeSoorten } from "../domain/overleg/agendapunt.js";
import { aanwezigheidAntwoorden } from "../domain/overleg/overleg.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { exportDoelen } from "../domain/rechten/casusexport.js";
import { tafelNiveaus, tafelSoorten } from "../domain/regio/regio.js";
import { contexten, genders, herkomsten, leeftijden, meldcodeAntwoorden, opgemerktBij, vraagAntwoorden } from "../domain/signaal/signaal.js";
import { routes } from "../domain/signaal/signaal.status.js";
import { ritmes, weekdagen } from "../domain/tafel/ritme.js";
import { feestdagRegels } from "../domain/tafel/tafel.js";
import { zeg } from "./woorden.js";

const jaNee = ["ja", "nee"] as const;

/** Choices that are the same in every region; words under `keuze.${veld}.${waarde}`. The others come with the form. */
export const vasteKeuzes: Readonly<Record<string, readonly string[]>> = {
  opgemerkt: opgemerktBij,
  meldcode: meldcodeAntwoorden,
  leeftijd: leeftijden,
  gender: genders,
  herkomst: herkomsten,
  context: contexten,
  belde112: ["ik", "ander", "niemand", "onbekend"],
  antwoord: vraagAntwoorden,
  versterkt: jaNee,
  vermoeden: jaNee,
  door: ["reguliere_hulp", "zvh"],
  route: routes,
  slachtoffer: ["ja", "nee", "weet_niet"],
  soort: ["dubbel", "vergissing", "ingetrokken_melder"],
  geinformeerd: jaNee,
  veiligThuis: jaNee,
  taal: ["nl", "en"],
  tafelSoort: tafelSoorten,
  niveau: tafelNiveaus,
  ritme: ritmes,
  weekdag: weekdagen,
  feestdag: feestdagRegels,
  overlegSoort: ["extra", "spoed"],
  puntDoel: doelen,
  puntSoort: vrijeSoorten,
  richting: ["omhoog", "omlaag"],
  komst: aanwezigheidAntwoorden,
  fase: fases,
  toestemming: toestemmingen,
  sluitReden: sluitRedenen,
  openActies: openActieKeuzes,
  bestandVorm: documentVormen,
  exportDoel: exportDoelen,
  bestandWeg: ["chat", "link"],
  vernietigen: jaNee,
  kaartDaad: ["opnieuw", "is_weg"],
};

/** The fixed choices of a field in words; none when the region decides. */
export const vasteKeuzesVan = (veld: string, taal: Taal): readonly { readonly titel: string; readonly waarde: string }[] =>
  (vasteKeuzes[veld] ?? []).map((waarde) => ({ titel: zeg(taal, `keuze.${veld}.${waarde}`), waarde }));
