import type { nlBeheer } from "../nl/beheer.js";

export const enBeheer = {
  "beheer.sleutels.gebruik": "Usage: npm run sleutels -- nieuw (makes a key) or npm run sleutels -- roteren (wraps everything with the newest key).",
  "beheer.sleutels.nieuw": "Keep this line in a safe place, also outside of this computer, and put it first in SLEUTELS or in your key file:",
  "beheer.sleutels.geroteerd": "Done: {aantal} keys wrapped anew with {sleutel}.",
  "beheer.sleutels.vervallen": "{sleutel} is not needed any more: take it out of SLEUTELS. Destroy it once no backup of keys is wrapped with it.",
  "beheer.kopie.gebruik": "Usage: npm run backup -- <folder>",
  "beheer.kopie.klaar": "Done: {rijen} rows. Content: {inhoud}. Keys: {sleutels}. Keep them in different places.",
  "beheer.kopie.onleesbaar": "{aantal} destroyed keys are in no backup of keys in this folder any more. Remove backups of keys in other places too.",
  "beheer.herstel.gebruik": "Usage: npm run restore -- <folder> [content file]. Without a file the bot takes the newest content.",
  "beheer.herstel.klaar": "Done: the data of {moment} is back, from {bestand}. You can start the bot.",
  "beheer.herstel.onleesbaar": "The key of {aantal} cases was destroyed: their content stays unreadable, as it should.",
  "beheer.kopie.fout.ontbreekt": "{bestand} is not there: choose the folder that npm run backup filled.",
  "beheer.kopie.fout.geschonden": "{bestand} is not whole or was changed: nothing was put back. Use another backup.",
  "beheer.kopie.fout.nieuwer": "{bestand} is from a newer version of Ketentafel: upgrade first. Nothing was put back.",
  "beheer.kopie.fout.sleutels_ouder": "{bestand} is older than the content: use the newest backup of the keys. Nothing was put back.",
  "beheer.kopie.fout.niet_leeg": "This database is not empty: a backup goes only into an empty database or a new DATA_DIR. Nothing was changed.",
  "beheer.kopie.fout.geen_gegevens": "There is no data of this version here yet: start the bot first.",
} as const satisfies Record<keyof typeof nlBeheer, string>;
