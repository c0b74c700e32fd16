/** The audit trail: who looked (for FG and privacy officer), and what the check of the chain says. */
export const nlAudit = {
  "keuring.goed": "Het auditspoor klopt: {regels} regels, {punten} ijkpunten, laatste nummer {nr} met hash {hash}.",
  "keuring.leeg": "Het auditspoor heeft nog geen verzegelde regels.",
  "keuring.fout": "Het auditspoor klopt niet. Gevonden: {aantal}. Bewaar deze database zoals zij is en waarschuw de privacy officer.",
  "keuring.breuk.gewijzigd": "nr {nr} (id {id}, {op}) is gewijzigd, of de regel ervoor is met zijn hash gewijzigd",
  "keuring.breuk.verwijderd": "nr {nr} tot en met {tot} zijn verwijderd (na {op})",
  "keuring.breuk.ingevoegd": "nr {nr} (id {id}, {op}) is ingevoegd: de bot gaf dit nummer niet aan deze regel",
  "keuring.breuk.punt": "het ijkpunt bij nr {nr} ({op}) klopt niet met de regels of is niet met onze sleutel getekend",
  "keuring.meer": "Er zijn er meer; de eerste {aantal} staan hier.",
  "keuring.onverzegeld": "{aantal} regels wachten nog op een nummer. Draait de bot?",
  "keuring.zonder_sleutel": "{aantal} handtekeningen zijn niet gecontroleerd. Geef SLEUTELS of SLEUTELS_FILE mee om ze te controleren.",
  "keuring.tijd": "Gecontroleerd in {seconden} s.",
  "keuring.gebruik": "Gebruik: npm run audit:verify, of npm run audit:verify -- <nr>:<hash> met een nummer en hash uit het logboek van de bot.",
  "keuring.begin": "het begin",
} as const;
