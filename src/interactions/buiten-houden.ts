import { uitgeslotenVan } from "../domain/delen/uitgesloten.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { ok } from "../domain/result.js";
import { keepOut } from "../use-cases/keep-out.js";
import { mensenVanRegio } from "../use-cases/set-up-tafel.js";
import { opened, persoonKeuzes, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { interaction } from "./interaction.js";

/** Who may know nothing of a signaal: the form holds who that is now, so it is a look that is put on record. */
const buitenHouden = interaction<FormInput<"buiten_houden">>({
  id: "signaal.buiten_houden",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.buiten_houden");
    if (!found.ok) return found;
    const { signaal, casus, regio } = found.value;
    const buiten = uitgeslotenVan(signaal, casus);
    // Who left stays in the list as long as he is kept out, or he could not be kept.
    const weg = await ctx.ports.store.readPersonen(buiten);
    const mensen = [...new Map([...weg, ...(await mensenVanRegio(ctx, regio))].map((persoon) => [persoon.id, persoon])).values()];
    return ok(
      form(ctx, "buiten_houden", "signaal.buiten_houden", typed, {
        code: signaal.code,
        keuzes: { buitenGehouden: persoonKeuzes(mensen) },
        vooraf: { buitenGehouden: buiten.join(",") },
        vertrouwelijk: true,
      }),
    );
  },
  Input: formInput("buiten_houden"),
  run: async (ctx, { buitenGehouden, reden }) => {
    const found = await opened(ctx, "signaal.buiten_houden");
    if (!found.ok) return found;
    const gekozen = [...new Set((buitenGehouden ?? "").split(",").filter((id) => id !== ""))] as PersoonId[];
    const done = await keepOut(ctx, found.value, gekozen, reden);
    return receiptOf(ctx, done, gekozen.length === 0 ? "buiten.opgeheven" : "buiten.klaar", { code: found.value.signaal.code });
  },
});

export const buitenHoudenInteractions = [buitenHouden];
