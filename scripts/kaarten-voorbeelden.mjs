import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const suffix = ".voorbeeld.json";
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The order in which people meet the cards; others come last. */
const volgorde = ["triage", "bericht", "signaal-melden", "formulier", "bekijk", "home", "mijn-signalen", "wijzer"];
const rank = (kaart) => (volgorde.indexOf(kaart) + 1 || volgorde.length + 1) - 1;
const functieNaam = (kaart) => `${kaart.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Kaart`;

/** Every sample of adaptive-cards/, its dates revived: `[{ kaart, naam, data }]`. */
export const readVoorbeelden = (folder) => {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
  return found
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((kaart) => {
      const samples = JSON.parse(readFileSync(join(folder, kaart + suffix), "utf8"), (_, value) =>
        typeof value === "string" && moment.test(value) ? new Date(value) : value,
      );
      return Object.entries(samples).map(([naam, data]) => ({ kaart, naam, data }));
    });
};

/** The card of a sample; `cards` is the module with the card functions. A name as `tafels:leeg` is of another card on this template. */
export const maakKaart = (cards, { kaart, naam, data }, taal) => cards[functieNaam(naam.includes(":") ? naam.split(":")[0] : kaart)](data, taal);
