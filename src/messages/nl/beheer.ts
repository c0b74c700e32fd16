/** What the operator reads who keeps keys and backups. */
export const nlBeheer = {
  "beheer.sleutels.gebruik": "Gebruik: npm run sleutels -- nieuw (maakt een sleutel) of npm run sleutels -- roteren (pakt alles in met de nieuwste sleutel).",
  "beheer.sleutels.nieuw": "Bewaar deze regel op een veilige plek, ook buiten deze computer, en zet hem vooraan in SLEUTELS of in uw sleutelbestand:",
  "beheer.sleutels.geroteerd": "Klaar: {aantal} sleutels opnieuw ingepakt met {sleutel}.",
  "beheer.sleutels.vervallen":
    "{sleutel} is niet meer nodig: haal deze uit SLEUTELS. Vernietig hem pas als er geen kopie van de sleutels meer mee is ingepakt.",
} as const;
