import type { nlFouten } from "../nl/fouten.js";

export const enFouten = {
  "error.geen_toegang": "You may not see or do this. Ask the aandachtsfunctionaris of the municipality.",
  "error.onbekende_gebruiker": "We do not know your account. Ask your municipality or organisation to register you with Ketentafel.",
  "error.bug": "Something went wrong. We are sorry. Mention this number when you call: {referentie}.",
} as const satisfies Record<keyof typeof nlFouten, string>;
