/** What the operator reads who keeps keys and backups. */
export const nlBeheer = {
  "beheer.sleutels.gebruik": "Gebruik: npm run sleutels -- nieuw (maakt een sleutel) of npm run sleutels -- roteren (pakt alles in met de nieuwste sleutel).",
  "beheer.sleutels.nieuw": "Bewaar deze regel op een veilige plek, ook buiten deze computer, en zet hem vooraan in SLEUTELS of in uw sleutelbestand:",
  "beheer.sleutels.geroteerd": "Klaar: {aantal} sleutels opnieuw ingepakt met {sleutel}.",
  "beheer.sleutels.vervallen":
    "{sleutel} is niet meer nodig: haal deze uit SLEUTELS. Vernietig hem pas als er geen kopie van de sleutels meer mee is ingepakt.",
  "beheer.kopie.gebruik": "Gebruik: npm run backup -- <map>",
  "beheer.kopie.klaar": "Klaar: {rijen} rijen. Inhoud: {inhoud}. Sleutels: {sleutels}. Bewaar ze op verschillende plekken.",
  "beheer.kopie.onleesbaar":
    "{aantal} vernietigde sleutels staan in geen kopie van de sleutels meer in deze map. Verwijder ook kopieën van sleutels op andere plekken.",
  "beheer.herstel.gebruik": "Gebruik: npm run restore -- <map> [bestand met inhoud]. Zonder bestand neemt de bot de nieuwste inhoud.",
  "beheer.herstel.klaar": "Klaar: de gegevens van {moment} staan er weer, uit {bestand}. U kunt de bot starten.",
  "beheer.herstel.onleesbaar": "Van {aantal} zaken is de sleutel vernietigd: hun inhoud blijft onleesbaar, zoals het hoort.",
  "beheer.kopie.fout.ontbreekt": "{bestand} is er niet: kies de map die npm run backup heeft gevuld.",
  "beheer.kopie.fout.geschonden": "{bestand} is niet heel of is gewijzigd: er is niets teruggezet. Gebruik een andere kopie.",
  "beheer.kopie.fout.nieuwer": "{bestand} komt van een nieuwere versie van Ketentafel: werk eerst bij. Er is niets teruggezet.",
  "beheer.kopie.fout.sleutels_ouder": "{bestand} is ouder dan de inhoud: gebruik de nieuwste kopie van de sleutels. Er is niets teruggezet.",
  "beheer.kopie.fout.niet_leeg": "Deze database is niet leeg: terugzetten kan alleen in een lege database of een nieuwe DATA_DIR. Er is niets gewijzigd.",
  "beheer.kopie.fout.geen_gegevens": "Hier staan nog geen gegevens van deze versie: start eerst de bot.",
} as const;
