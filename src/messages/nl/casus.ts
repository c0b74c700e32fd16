/** Words about a casus after the tafel: that it runs, moves on and ends. */
export const nlCasus = {
  "status.casus_actief": "Casus loopt",
  "status.afgesloten": "Afgesloten",
  "melder_status.casus_actief": "Er wordt iets gedaan",
  "melder_status.afgesloten": "Klaar",
  "stap.activeren": "Casus loopt",
  "stap.sluiten_aan_tafel": "Afgesloten aan tafel",
  "stap.andere_route_zorg": "Naar een andere route",
  "stap.andere_route_zorg_straf": "Naar een andere route",
  "stap.andere_route_ondermijning": "Naar een andere route",
  "stap.afsluiten": "Afgesloten",
  "stap.koppelen_actief": "Gekoppeld aan casus",
  "bericht.terugkoppeling.actie_ondernomen.titel": "Uw signaal",
  "bericht.terugkoppeling.actie_ondernomen.tekst":
    "Naar aanleiding van uw signaal wordt er iets gedaan. We kunnen niet alles vertellen. Ziet u iets nieuws? Vul uw signaal aan.",
  "bericht.terugkoppeling.afgesloten.titel": "Uw signaal is klaar",
  "bericht.terugkoppeling.afgesloten.tekst": "Wij zijn klaar met uw signaal. Dank u wel voor uw hulp. Ziet u iets nieuws? Meld het dan opnieuw.",
  "knop.signaal.tafel_besluit": "Noteer wat de tafel besloot",
  "knop.casus.andere_route": "Naar een andere route",
  "knop.casus.afsluiten": "Sluit de casus",
} as const;
