/** Words about messages that do not arrive. */
export const nlBezorging = {
  "knop.bezorging.tonen": "Niet bezorgd",
  "knop.bezorging.opnieuw": "Stuur opnieuw",
  "status.bezorging": "berichten die niet aankomen",
  "bezorging.kop": "Niet bezorgd",
  "bezorging.dicht": "Hier komt nu niets aan ({aantal})",
  "bezorging.gestopt": "De bot probeert deze niet meer ({aantal})",
  "bezorging.kanaal": "Kanaal van {van}",
  "bezorging.kanaal_los": "Kanaal dat niet meer is gekoppeld",
  "bezorging.prive": "Privéberichten van een deelnemer",
  "bezorging.bericht": "Bericht",
  "bezorging.wachten": "Wachten: {aantal}. De bot probeert het opnieuw: {moment}.",
  "bezorging.leeg": "Alle berichten komen aan.",
  "bezorging.opnieuw.klaar": "De bot stuurt deze berichten nu opnieuw.",
  "bericht.bezorging_kanaal.titel": "Berichten komen niet aan",
  "bericht.bezorging_kanaal.tekst":
    "De bot kan in dit kanaal niets plaatsen. Haal het kanaal uit het archief, of nodig de bot opnieuw uit. De berichten die wachten, komen dan vanzelf.",
  "bericht.bezorging_persoon.titel": "Berichten komen niet aan",
  "bericht.bezorging_persoon.tekst":
    "Deze collega kan geen privéberichten van de bot krijgen. Vraag de collega om de bot weer toe te laten. Komt de collega niet terug? Neem dan zelf over wat wacht.",
} as const;
