import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Regio } from "../domain/regio/regio.js";
import type { Signaal, Vraag } from "../domain/signaal/signaal.js";
import { dagVan, plusWerkdagen } from "../domain/tijd/tijd.js";
import type { Plan } from "../ports/store.js";
import { newVraag, planVraag } from "./ask-partners.js";
import type { Work } from "./work.js";

/** Working days in which a regiehouder or zorgcoördinator answers. */
export const REGIE_WERKDAGEN = 2;

/** Asks the zorgcoördinator something without content: to look after a possible victim, or whether CoMensha knows [T7, T7c, T11]. */
export const askZorg = async (work: Work, regio: Regio, signaal: Signaal, soort: "comensha" | "zorgvraag"): Promise<Plan> => {
  const [coordinator] = (await work.ports.store.personenMetRol("zorgcoordinator")).filter(({ id }) => !isBuiten(id, signaal));
  if (coordinator === undefined) return {};
  const before = plusWerkdagen(dagVan(work.now), REGIE_WERKDAGEN, regio.vrijeDagen);
  return planVraag(work, regio, signaal, newVraag(work, signaal, coordinator, soort, before, { vraag: "", doel: soort, grondslag: "" }));
};

/** Was this asked, and not taken back? */
export const isGevraagd = (vragen: readonly Vraag[], soort: Vraag["soort"]): boolean =>
  vragen.some((vraag) => vraag.soort === soort && vraag.status !== "ingetrokken");

/** Whether CoMensha knows, once for a casus; of a minor the form asks about Veilig Thuis too [T11]. */
export const askComensha = async (work: Work, regio: Regio, signalen: readonly Signaal[]): Promise<Plan> => {
  const vragen = (await Promise.all(signalen.map(({ id }) => work.ports.store.vragenVan(id)))).flat();
  const over = signalen.find(({ inhoud }) => inhoud.leeftijd === "minderjarig") ?? signalen[0];
  return over === undefined || isGevraagd(vragen, "comensha") ? {} : askZorg(work, regio, over, "comensha");
};
