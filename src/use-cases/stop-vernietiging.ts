import { bewaarRollen, type Dossiersoort, type Geheel, magStoppen, type Vernietiging, type Vernietigingsstop } from "../domain/bewaren/vernietiging.js";
import { type CasusCode, parseCode, type SignaalCode } from "../domain/code.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import { readGemeente } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import type { Change } from "../ports/store.js";
import { bewaarGemeenten, findVerlopen, geheelVanCasus, objectIdsVan } from "./find-verlopen.js";
import { commit, conceal, deny, doneBy, type Outcome, vernietigd, type Work } from "./work.js";

type Gevonden = {
  readonly soort: Dossiersoort;
  readonly geheel: Geheel;
  readonly id: string;
  readonly code: string;
  readonly gemeenteId: Vernietiging["gemeenteId"];
};

const zoek = async ({ ports }: Work, typed: string): Outcome<Gevonden> => {
  const { store } = ports;
  const casusCode = parseCode("C", typed);
  const signaalCode = parseCode("SG", typed);
  if (casusCode === undefined && signaalCode === undefined) return refuse({ code: "ongeldige_code", veld: "code" });
  const casus = casusCode === undefined ? undefined : await store.findCasus(casusCode as CasusCode);
  if (casus !== undefined) {
    const { id, code, gemeenteId } = casus;
    return ok({ soort: "casus", geheel: await geheelVanCasus(ports, casus), id, code, gemeenteId });
  }
  const signaal = signaalCode === undefined ? undefined : await store.findSignaal(signaalCode as SignaalCode);
  if (signaal === undefined) return refuse({ code: "niet_gevonden", veld: "code" });
  const { id, code, gemeenteId } = signaal;
  return ok({ soort: "signaal", geheel: { signalen: [signaal] }, id, code, gemeenteId });
};

/** Written again as it is: who destroys it in the same moment, or stops it, is too late. */
const alsSlot = ({ geheel: { casus, signalen } }: Gevonden): readonly Change[] =>
  casus !== undefined ? [{ soort: "casus", casus }] : signalen.map((signaal) => ({ soort: "signaal", signaal }));

/** Somebody who has a say holds it, with a reason; what was proposed is off. */
export const stopVernietiging = async (work: Work, typed: string, reden: string): Outcome<string> => {
  const { ports, actor, now } = work;
  const regio = await ports.store.readRegio();
  if (bewaarGemeenten(actor.persoon, regio).length === 0) return deny(work, "bewaren.stop", "bewaren");
  const gevonden = await zoek(work, typed);
  if (!gevonden.ok) return gevonden;
  const { geheel, soort, id: objectId, code, gemeenteId } = gevonden.value;
  const gemeente = readGemeente(regio, gemeenteId);
  if (isBuiten(actor.persoon.id, geheel.casus, ...geheel.signalen)) return conceal(work, "bewaren.stop", code, "code");
  if (!magStoppen(bewaarRollen(actor.persoon, gemeente, geheel))) return deny(work, "bewaren.stop", code);
  const weg = [geheel.casus, ...geheel.signalen].find((deel) => deel?.vernietigdOp !== undefined)?.vernietigdOp;
  if (weg !== undefined) return refuse({ ...vernietigd(weg), veld: "code" });
  const objectIds = objectIdsVan(geheel);
  const stoppen = await ports.store.openStoppen([gemeenteId], [objectId]);
  if (stoppen.length > 0) return refuse({ code: "stop_staat_al", veld: "code" });
  const open = (await ports.store.vernietigingen("voorgesteld", [gemeenteId], 1000)).filter((een) => objectIds.includes(een.objectId));
  const stop: Vernietigingsstop = { id: ports.ids.id(), version: 0, soort, objectId, code, gemeenteId, doorId: actor.persoon.id, op: now, inhoud: { reden } };
  const ingetrokken = open.map(
    (een): Change => ({ soort: "vernietiging", vernietiging: { ...een, status: "ingetrokken", beslistDoorId: actor.persoon.id, beslistOp: now } }),
  );
  const plan = { changes: [...alsSlot(gevonden.value), { soort: "stop_nieuw" as const, stop }, ...ingetrokken], audit: [doneBy(work, "bewaren.stop", code)] };
  const committed = await commit(work, plan, code);
  return committed.ok ? ok(code) : committed;
};

/** The hold goes off; whether it is due then shows the list. */
export const liftStop = async (work: Work, id: string): Outcome<string> => {
  const { gestopt } = await findVerlopen(work);
  if (gestopt.length === 0) return deny(work, "bewaren.stop_opheffen", "bewaren");
  const gekozen = gestopt.find(({ stop }) => stop.id === id);
  if (gekozen === undefined || !magStoppen(gekozen.rollen)) return refuse({ code: "ongeldige_keuze", veld: "stop" });
  const stop: Vernietigingsstop = { ...gekozen.stop, opgehevenDoorId: work.actor.persoon.id, opgehevenOp: work.now };
  const committed = await commit(work, { changes: [{ soort: "stop", stop }], audit: [doneBy(work, "bewaren.stop_opheffen", stop.code)] }, stop.code);
  return committed.ok ? ok(stop.code) : committed;
};
