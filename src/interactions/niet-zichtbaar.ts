import { type Veldgroep, type VerborgenReden, veldgroepen, type Zicht } from "../domain/delen/beleid.js";
import { say } from "../messages/messages.js";
import { type Look, word } from "./bekijk-woorden.js";

/** Is this group withheld and may he know so? That there is care content gives away the route. */
const redenOmTeNoemen = (zicht: Zicht, heeft: (groep: Veldgroep) => boolean, groep: Veldgroep): VerborgenReden | undefined => {
  const een = zicht[groep];
  if (een.zichtbaar || (!heeft(groep) && groep !== "melder")) return undefined;
  return groep === "zorg" && !zicht.oordeel.zichtbaar ? undefined : een.reden;
};

/** One sentence for each reason, with all that is withheld for it. @param heeft does the signaal hold something of this group? Who the melder is always is something. */
export const nietZichtbareZinnen = (ctx: Look, zicht: Zicht, heeft: (groep: Veldgroep) => boolean): readonly string[] => {
  const perReden = new Map<VerborgenReden, string[]>();
  for (const groep of veldgroepen) {
    const reden = redenOmTeNoemen(zicht, heeft, groep);
    if (reden !== undefined) perReden.set(reden, [...(perReden.get(reden) ?? []), word(ctx, `bekijk.verborgen.${groep}`)]);
  }
  return [...perReden].map(([reden, groepen]) =>
    say(ctx.taal, "bekijk.niet_zichtbaar", { wat: groepen.join("; "), reden: word(ctx, `bekijk.reden.${reden}`) }),
  );
};
