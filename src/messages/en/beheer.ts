import type { nlBeheer } from "../nl/beheer.js";

export const enBeheer = {
  "beheer.sleutels.gebruik": "Usage: npm run sleutels -- nieuw (makes a key) or npm run sleutels -- roteren (wraps everything with the newest key).",
  "beheer.sleutels.nieuw": "Keep this line in a safe place, also outside of this computer, and put it first in SLEUTELS or in your key file:",
  "beheer.sleutels.geroteerd": "Done: {aantal} keys wrapped anew with {sleutel}.",
  "beheer.sleutels.vervallen": "{sleutel} is not needed any more: take it out of SLEUTELS. Destroy it once no backup of keys is wrapped with it.",
} as const satisfies Record<keyof typeof nlBeheer, string>;
