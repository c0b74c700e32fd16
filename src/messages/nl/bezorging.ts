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
  "publiek.gedeeld": "Het kanaal wordt gedeeld met een andere organisatie.",
  "bericht.publiek_gedeeld.titel": "Het kanaal wordt gedeeld",
  "bericht.publiek_gedeeld.tekst":
    "Dit kanaal wordt gedeeld met een andere organisatie. De bot plaatst hier niets meer en haalt zijn kaarten weg. Stop met delen, of koppel een ander kanaal. Daarna komt alles vanzelf terug.",
  "publiek.openbaar": "Het kanaal is openbaar.",
  "bericht.publiek_openbaar.titel": "Het kanaal is openbaar",
  "bericht.publiek_openbaar.tekst":
    "Iedereen in uw organisatie kan dit kanaal lezen. De bot plaatst hier niets meer en haalt zijn kaarten weg. Maak het kanaal privé. Daarna komt alles vanzelf terug.",
  "publiek.onbekend": "Onbekende lezers in het kanaal: {aantal}.",
  "bericht.publiek_onbekend.titel": "Iemand leest mee in het kanaal",
  "bericht.publiek_onbekend.tekst":
    "In dit kanaal kan iemand meelezen die de bot niet kent, zoals een gast of een andere app. Aantal: {aantal}. De bot plaatst hier niets meer en haalt zijn kaarten weg. Haal die persoon of app uit het kanaal. Hoort het wel zo? Vraag dan uw ketenregisseur om die persoon in het regiobestand te zetten. Daarna komt alles vanzelf terug.",
  "publiek.buiten_tafel": "Lezers die niet bij de tafel horen: {aantal}.",
  "bericht.publiek_buiten_tafel.titel": "Iemand leest mee in het kanaal",
  "bericht.publiek_buiten_tafel.tekst":
    "In dit kanaal kan iemand meelezen die niet bij de tafel hoort. Aantal: {aantal}. De bot plaatst hier niets meer en haalt zijn kaarten weg. Haal die persoon uit het kanaal, of maak die persoon deelnemer van de tafel. Daarna komt alles vanzelf terug.",
  "publiek.buiten_gemeente": "Lezers die hier niet werken: {aantal}.",
  "bericht.publiek_buiten_gemeente.titel": "Iemand leest mee in het kanaal",
  "bericht.publiek_buiten_gemeente.tekst":
    "In dit kanaal kan iemand meelezen die niet bij de gemeente hoort en er geen taak heeft. Aantal: {aantal}. De bot plaatst hier niets meer en haalt zijn kaarten weg. Haal die persoon uit het kanaal. Daarna komt alles vanzelf terug.",
} as const;
