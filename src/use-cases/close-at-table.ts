import type { SluitVelden } from "../domain/casus/sluiten.js";
import { missenBij } from "../domain/overleg/verloop.js";
import { refuse } from "../domain/result.js";
import { planSluiting } from "./close-casus.js";
import { metConclusie } from "./conclude-punt.js";
import { leidtOverleg, type OpenedVerloop, openPunt } from "./open-verloop.js";
import { looptKaarten } from "./plan-agenda.js";
import { checkTafelTekst, naarVolgende, voegBesluitToe } from "./run-overleg.js";
import { commit, doneBy, merge, type Outcome, type Work } from "./work.js";

/**
 * The tafel ends a casus [T9n, T11]: its point closes with it. What is written is the besluit, when none was noted, the conclusie
 * and, for who was invited and missing, the reason to decide without him.
 */
export const sluitCasusAanTafel = async (work: Work, opened: OpenedVerloop, sleutel: string, velden: SluitVelden): Outcome<void> => {
  const found = openPunt(work, opened, sleutel);
  if (!found.ok) return found;
  const een = found.value;
  if (een?.casus === undefined || een.punt.soort !== "casus") return refuse({ code: "niet_meer_mogelijk" });
  if (een.punt.status === "behandeld") return refuse({ code: "punt_voorbij" });
  const fout = checkTafelTekst(opened, "toelichting", velden.toelichting);
  if (fout !== undefined) return refuse(fout);
  const { casus, signalen } = een;
  const te = { casus, signalen, regio: opened.regio, aanPunt: een.punt.id };
  const sluiting = await planSluiting(work, te, velden, leidtOverleg(opened) ? "tafelvoorzitter" : "regiehouder");
  if (!sluiting.ok) return sluiting;
  const besloten = (een.punt.inhoud.besluiten ?? []).length > 0 ? een.punt : (voegBesluitToe(work, opened, een.punt.id, velden.toelichting).punt ?? een.punt);
  const mist = missenBij(een.punt, opened.antwoorden).length > 0;
  const klaar = metConclusie(work, besloten, { conclusie: velden.toelichting, ...(mist ? { zonder: velden.toelichting } : {}) });
  const plan = merge(sluiting.value, {
    changes: [
      { soort: "agendapunt", agendapunt: klaar },
      { soort: "verloop", verloop: naarVolgende(work, opened, een.punt.id) },
    ],
    audit: [doneBy(work, "overleg.casus_sluiten", casus.code)],
    intents: looptKaarten(opened),
  });
  return commit(work, plan, opened.overleg.id);
};
