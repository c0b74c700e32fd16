/** Words about a casus after the tafel: that it runs, moves on and ends. */
export const enCasus = {
  "status.casus_actief": "Casus is running",
  "status.afgesloten": "Closed",
  "melder_status.casus_actief": "Action is being taken",
  "melder_status.afgesloten": "Done",
  "stap.activeren": "Casus is running",
  "stap.sluiten_aan_tafel": "Closed at the tafel",
  "stap.andere_route_zorg": "To another route",
  "stap.andere_route_zorg_straf": "To another route",
  "stap.andere_route_ondermijning": "To another route",
  "stap.afsluiten": "Closed",
  "stap.koppelen_actief": "Linked to casus",
  "bericht.terugkoppeling.actie_ondernomen.titel": "Your signaal",
  "bericht.terugkoppeling.actie_ondernomen.tekst":
    "Action is being taken because of your signaal. We cannot tell you everything. Do you see something new? Add it to your signaal.",
  "bericht.terugkoppeling.afgesloten.titel": "Your signaal is done",
  "bericht.terugkoppeling.afgesloten.tekst": "We are done with your signaal. Thank you for your help. Do you see something new? Please report it again.",
  "knop.signaal.tafel_besluit": "Record what the tafel decided",
  "knop.casus.andere_route": "To another route",
  "knop.casus.afsluiten": "Close the casus",
} as const;
