import type { nlAudit } from "../nl/audit.js";

export const enAudit = {
  "keuring.goed": "The audit trail is whole: {regels} lines, {punten} checkpoints, last number {nr} with hash {hash}.",
  "keuring.leeg": "The audit trail has no sealed lines yet.",
  "keuring.fout": "The audit trail is not whole. Found: {aantal}. Keep this database as it is and warn the privacy officer.",
  "keuring.breuk.gewijzigd": "nr {nr} (id {id}, {op}) was changed, or the line before it was changed along with its hash",
  "keuring.breuk.verwijderd": "nr {nr} up to and including {tot} were removed (after {op})",
  "keuring.breuk.ingevoegd": "nr {nr} (id {id}, {op}) was inserted: the bot did not give this line this number",
  "keuring.breuk.punt": "the checkpoint at nr {nr} ({op}) does not fit the lines or was not signed with our key",
  "keuring.meer": "There are more; the first {aantal} stand here.",
  "keuring.onverzegeld": "{aantal} lines still wait for a number. Is the bot running?",
  "keuring.zonder_sleutel": "{aantal} signatures were not checked. Give SLEUTELS or SLEUTELS_FILE to check them.",
  "keuring.tijd": "Checked in {seconden} s.",
  "keuring.gebruik": "Usage: npm run audit:verify, or npm run audit:verify -- <nr>:<hash> with a number and hash from the log of the bot.",
  "keuring.begin": "the start",
} as const satisfies Record<keyof typeof nlAudit, string>;
