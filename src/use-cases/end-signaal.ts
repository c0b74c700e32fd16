import { parseCode } from "../domain/code.js";
import { refuse } from "../domain/result.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import { takeStep } from "./take-step.js";
import type { Opened, Outcome, Work } from "./work.js";

export type Vervallen = { readonly soort: "dubbel" | "vergissing" | "ingetrokken_melder"; readonly dubbelVan?: string; readonly reden: string };

/** T14: a duplicate with its link, or a mistake. It can be undone. */
export const lapseSignaal = async (work: Work, opened: Opened, input: Vervallen): Outcome<Signaal> => {
  const inhoud = { soort: input.soort, reden: input.reden };
  if (input.soort !== "dubbel") return takeStep(work, opened, "laten_vervallen", { inhoud });
  const code = input.dubbelVan === undefined ? undefined : parseCode("SG", input.dubbelVan);
  if (code === undefined) return refuse({ code: "dubbel_code_nodig", veld: "dubbelVan" });
  if (code === opened.signaal.code) return refuse({ code: "dubbel_van_zichzelf", veld: "dubbelVan" });
  const other = await work.ports.store.findSignaal(code);
  if (other === undefined || other.gemeenteId !== opened.signaal.gemeenteId) return refuse({ code: "niet_gevonden", veld: "dubbelVan" });
  return takeStep(work, opened, "laten_vervallen", { patch: { dubbelVanId: other.id }, inhoud: { ...inhoud, dubbelVan: other.code } });
};
