import { uitgeslotenVan } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Plan } from "../ports/store.js";
import { blijftIemand, type Geheel, namenVan, noteerBuiten } from "./plan-buiten.js";
import type { Work } from "./work.js";

/** Who is kept out from now on: inbreng only adds to it, and not who has a task in it that would fall away. */
export const leesBuiten = async (
  work: Work,
  gekozen: readonly string[],
  mensen: readonly Persoon[],
  geheel: Geheel,
): Promise<Result<readonly PersoonId[], Fout>> => {
  const was = uitgeslotenVan(...geheel.signalen, geheel.casus);
  if (was.some((id) => !gekozen.includes(id))) return refuse({ code: "buiten_blijft", veld: "uitgesloten" });
  const erbij = mensen.map(({ id }) => id).filter((id) => gekozen.includes(id) && !was.includes(id));
  const taak = [work.actor.persoon.id, geheel.casus?.regiehouderId, ...geheel.signalen.map(({ behandelaarId }) => behandelaarId)];
  if (erbij.some((id) => taak.includes(id))) return refuse({ code: "buiten_met_taak", veld: "uitgesloten" });
  const buiten = [...was, ...erbij];
  return (await blijftIemand(work.ports, geheel.signalen, buiten)) ? ok(buiten) : refuse({ code: "niemand_over", veld: "uitgesloten" });
};

/** Who came to it, in the history of each signaal. */
export const noteerErbij = (work: Work, geheel: Geheel, buiten: readonly PersoonId[], mensen: readonly Persoon[]): Plan => {
  const erbij = mensen.filter(({ id }) => buiten.includes(id) && !uitgeslotenVan(...geheel.signalen, geheel.casus).includes(id));
  return erbij.length === 0 ? {} : noteerBuiten(work, geheel, namenVan(erbij));
};
