/** Refusals and apologies: what is wrong and what to do. `error.${code}` is the key of an error, so a new error without words does not compile. */
export const nlFouten = {
  "error.geen_toegang": "Dit mag u niet zien of doen. Vraag de aandachtsfunctionaris van de gemeente.",
  "error.onbekende_gebruiker": "Wij kennen uw account niet. Vraag uw gemeente of organisatie om u aan te melden bij Ketentafel.",
  "error.bug": "Er ging iets mis. Onze excuses. Noem dit nummer als u belt: {referentie}.",
} as const;
