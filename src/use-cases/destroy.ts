import { zonderInPunt, zonderInVerloop } from "../domain/bewaren/resten.js";
import { type Geheel, magBevestigen, type Vernietiging, verlopenOp } from "../domain/bewaren/vernietiging.js";
import { zonderRegie } from "../domain/casus/casus.js";
import type { Fout } from "../domain/fouten.js";
import { termijnGrond } from "../domain/regio/grondslag.js";
import { ok, type Result, refuse } from "../domain/result.js";
import { legeInhoud } from "../domain/signaal/signaal.js";
import { step } from "../domain/signaal/step.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Aanhang } from "../ports/bewaar-store.js";
import type { Change, Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { findVerlopen, leesGeheel, objectIdsVan } from "./find-verlopen.js";
import { commit, deny, doneBy, merge, noteStap, type Outcome, type Work } from "./work.js";

/** T12 of the signalen and their casus: code, gemeente and days are left. */
const planStatus = (work: Work, { casus, signalen }: Geheel, bron: string): Result<Plan, Fout> => {
  const plannen: Plan[] = [];
  for (const signaal of signalen) {
    const taken = step(signaal, "vernietigen", ["systeem"]);
    if (!taken.ok) return taken;
    const weg = { ...taken.value.signaal, inhoud: legeInhoud(dagVan(signaal.ontvangenOp)) };
    const stap = { ...noteStap(work, signaal, "vernietigen"), to: weg.status };
    plannen.push({
      changes: [
        { soort: "signaal", signaal: weg },
        { soort: "stap", stap },
      ],
      audit: [doneBy(work, "vernietigen", signaal.code, bron === "" ? undefined : termijnGrond)],
    });
  }
  if (casus === undefined) return ok(merge(...plannen));
  const leeg = { ...zonderRegie(casus), ...(casus.afgeslotenOp === undefined ? {} : { afgeslotenOp: casus.afgeslotenOp }) };
  return ok(
    merge(...plannen, { changes: [{ soort: "casus", casus: leeg }], audit: [doneBy(work, "vernietigen", casus.code, bron === "" ? undefined : termijnGrond)] }),
  );
};

/** What was said about it at its overleggen and stands under another key. */
const planResten = async ({ ports, now }: Work, geheel: Geheel, { acties, agendapuntIds, overlegIds }: Aanhang): Promise<Plan> => {
  const { store } = ports;
  const codes = [...(geheel.casus === undefined ? [] : [geheel.casus.code]), ...geheel.signalen.map(({ code }) => code), ...acties.map(({ code }) => code)];
  const weg = { codes, op: now.toISOString() };
  const overleggen = await Promise.all(overlegIds.map((id) => store.findOverleg(id)));
  const tafels = [...new Set(overleggen.flatMap((overleg) => overleg?.tafelId ?? []))];
  const [verlopen, punten] = await Promise.all([store.verlopenVan(tafels), store.puntenVan(overlegIds)]);
  const eigen = new Set<string>([...objectIdsVan(geheel), ...agendapuntIds]);
  const anders = punten.filter(
    ({ id, casusId, signaalId, vernietigdOp }) => vernietigdOp === undefined && !eigen.has(casusId ?? signaalId ?? id) && !eigen.has(id),
  );
  return {
    changes: [
      ...verlopen.flatMap((een): Change[] => {
        const verloop = zonderInVerloop(een, weg, overlegIds.includes(een.overlegId));
        return verloop === undefined ? [] : [{ soort: "verloop", verloop }];
      }),
      ...anders.flatMap((een): Change[] => {
        const agendapunt = zonderInPunt(een, weg);
        return agendapunt === undefined ? [] : [{ soort: "agendapunt", agendapunt }];
      }),
    ],
  };
};

/** Keys and content, and the cards that stand in chats. */
const planWeg = async ({ store }: Work["ports"], geheel: Geheel, aanhang: Aanhang): Promise<Plan> => {
  const owners = [...new Set([...objectIdsVan(geheel), ...aanhang.acties.map(({ id }) => id), ...aanhang.agendapuntIds])];
  const kaarten = await store.kaartenOver([...owners, ...aanhang.overlegIds]);
  return {
    changes: [
      ...owners.map((owner) => ({ soort: "sleutel_weg" as const, owner })),
      { soort: "inhoud_weg", owners },
      ...(kaarten.length === 0 ? [] : [{ soort: "kaarten_weg" as const, ids: kaarten.map(({ id }) => id) }]),
    ],
    intents: kaarten.map(({ id, to }): Intent => ({ kind: "opruimen", objectId: id, to })),
  };
};

/** Everything that goes when this is destroyed, in one transaction. */
const planVernietiging = async (work: Work, geheel: Geheel, vernietiging: Vernietiging): Outcome<Plan> => {
  const status = planStatus(work, geheel, vernietiging.bron);
  if (!status.ok) return status;
  const aanhang = await work.ports.store.aanhangVan(
    geheel.signalen.map(({ id }) => id),
    geheel.casus?.id,
  );
  const [resten, weg] = await Promise.all([planResten(work, geheel, aanhang), planWeg(work.ports, geheel, aanhang)]);
  const beslist = beslissing(work, vernietiging, "vernietigd");
  return ok(merge(status.value, resten, weg, { changes: [{ soort: "vernietiging", vernietiging: beslist }] }));
};

const beslissing = ({ actor, now }: Work, vernietiging: Vernietiging, status: "vernietigd" | "ingetrokken"): Vernietiging => ({
  ...vernietiging,
  status,
  beslistDoorId: actor.persoon.id,
  beslistOp: now,
});

/** The proposal as it stands now: its term has passed, nothing holds it. */
const planBesluit = async (work: Work, vernietiging: Vernietiging, besluit: "ja" | "nee"): Outcome<Plan> => {
  if (besluit === "nee")
    return ok({
      changes: [{ soort: "vernietiging", vernietiging: beslissing(work, vernietiging, "ingetrokken") }],
      audit: [doneBy(work, "vernietigen.afgewezen", vernietiging.code)],
    });
  const geheel = await leesGeheel(work.ports, vernietiging);
  if (verlopenOp(geheel, dagVan(work.now)) === undefined) return refuse({ code: "vernietigen_niet_meer", params: { code: vernietiging.code } });
  const stoppen = await work.ports.store.openStoppen([vernietiging.gemeenteId], objectIdsVan(geheel));
  if (stoppen.length > 0) return refuse({ code: "vernietigen_gestopt", params: { code: vernietiging.code } });
  return planVernietiging(work, geheel, vernietiging);
};

/**
 * A second person says yes or no to what somebody else proposed. Each is a transaction of its own: what went before one that is refused is gone.
 * @param codes of what he chose.
 */
export const decideVernietiging = async (work: Work, codes: readonly string[], besluit: "ja" | "nee"): Outcome<number> => {
  const { wacht } = await findVerlopen(work);
  const mijn = wacht.filter(({ vernietiging, rollen }) => magBevestigen(rollen, work.actor.persoon.id, vernietiging));
  if (mijn.length === 0) return wacht.length === 0 ? deny(work, "vernietigen", "bewaren") : refuse({ code: "tweede_persoon" });
  const gekozen = mijn.filter(({ vernietiging }) => codes.includes(vernietiging.code));
  if (gekozen.length === 0 || gekozen.length < codes.length) return refuse({ code: "ongeldige_keuze", veld: "dossiers" });
  for (const [nr, { vernietiging }] of gekozen.entries()) {
    const plan = await planBesluit(work, vernietiging, besluit);
    if (!plan.ok) return plan;
    const committed = await commit(nr === 0 ? work : { ...work, delivery: `${work.delivery}:${nr}` }, plan.value);
    if (!committed.ok) return committed;
  }
  return ok(gekozen.length);
};
