import { verrijkGrond } from "../domain/regio/grondslag.js";
import { readGemeente } from "../domain/regio/regio.js";
import { ok } from "../domain/result.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, plusDagen } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import { enrichSignaal, startVerrijking } from "../use-cases/enrich-signaal.js";
import { opened, overlegWaarschuwing, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { interaction } from "./interaction.js";
import { present } from "./melder.js";

const start = interaction<FormInput<"start_verrijking">>({
  id: "signaal.start_verrijking",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.start_verrijking");
    if (!found.ok) return found;
    return ok(
      form(ctx, "start_verrijking", "signaal.start_verrijking", typed, {
        code: found.value.signaal.code,
        vooraf: { grondslag: verrijkGrond(found.value.regio, dagVan(ctx.now)) },
      }),
    );
  },
  Input: formInput("start_verrijking"),
  run: async (ctx, { grondslag }) => {
    const found = await opened(ctx, "signaal.start_verrijking");
    return found.ok ? receiptOf(ctx, await startVerrijking(ctx, found.value, grondslag), "verrijken.begonnen", { code: found.value.signaal.code }) : found;
  },
});

/** Prefilled with what is known, so it shows details: never in a message. */
const verrijken = interaction<FormInput<"verrijken">>({
  id: "signaal.verrijken",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.verrijken");
    if (!found.ok) return found;
    const { signaal, regio } = found.value;
    const { verrijking, adres, bedrijf, personen } = signaal.inhoud;
    const herzienOp = plusDagen(dagVan(ctx.now), readGemeente(regio, signaal.gemeenteId).termijnen.herzienNaDagen);
    return ok(
      form(ctx, "verrijken", "signaal.verrijken", typed, {
        code: signaal.code,
        vertrouwelijk: true,
        waarschuwing: overlegWaarschuwing(ctx, found.value),
        regels: signaal.inhoud.leeftijd === "minderjarig" ? [say(ctx.taal, "verrijken.minderjarig")] : [],
        vooraf: {
          adres,
          bedrijf,
          personen,
          herzienOp,
          adresGecontroleerd: String(verrijking?.adresGecontroleerd ?? false),
          eerdereInterventies: verrijking?.eerdereInterventies,
          overig: verrijking?.overig,
        },
      }),
    );
  },
  Input: formInput("verrijken"),
  run: async (ctx, input) => {
    const found = await opened(ctx, "signaal.verrijken");
    if (!found.ok) return found;
    const { eerdereInterventies, overig, reden, adres, bedrijf, personen } = input;
    const enriched = await enrichSignaal(ctx, found.value, {
      adresGecontroleerd: input.adresGecontroleerd === "true",
      versterkt: input.versterkt === "ja" ? "ja" : "nee",
      beschermd: present({ adres, bedrijf, personen }),
      ...present({ eerdereInterventies, overig, reden, herzienOp: input.herzienOp as Dag | undefined }),
    });
    return receiptOf(ctx, enriched, "verrijken.klaar", { code: found.value.signaal.code });
  },
});

export const verrijkInteractions = [start, verrijken];
