import { magNoteren } from "../domain/actiepunt/actie-policy.js";
import type { Actiepunt, ActiepuntId } from "../domain/actiepunt/actiepunt.js";
import type { Casus } from "../domain/casus/casus.js";
import { type CasusCode, parseCode } from "../domain/code.js";
import { checkOpenTekst } from "../domain/delen/open-tekst.js";
import type { Fout } from "../domain/fouten.js";
import { heeftRol, type Persoon, type PersoonId } from "../domain/persoon/persoon.js";
import { type Regio, type TafelId, werkendeTafels } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import { metCasussen } from "../domain/tafel/sjabloon.js";
import type { TafelInrichting } from "../domain/tafel/tafel.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Plan } from "../ports/store.js";
import { readKring } from "./casus-kring.js";
import { handeltVoor } from "./open-actiepunt.js";
import { planActiepunt } from "./plan-actiepunt.js";
import { pastAls } from "./step-actiepunt.js";
import { auditLine, commit, doneBy, merge, type Outcome, type Work } from "./work.js";

export type NieuwActiepunt = {
  readonly wat: string;
  readonly tafel: string;
  readonly casus?: string;
  readonly actiehouder?: string;
  readonly email?: string;
  readonly termijn: Dag;
  /** The point of a running overleg that agrees it. */
  readonly aanTafel?: Pick<Actiepunt, "overlegId" | "puntId">;
  /** He looked whether everybody at the tafel may read it. */
  readonly gevoeligOk?: boolean;
};

/** The tafels at which somebody may note an actiepunt; who handles casussen may do so at each, with a casus. */
export const noteerTafels = async (ports: Ports, persoon: Persoon): Promise<readonly TafelInrichting[]> => {
  const [namens, regio, inrichtingen] = await Promise.all([handeltVoor(ports, persoon), ports.store.readRegio(), ports.store.inrichtingen()]);
  const tafels = inrichtingen.filter(({ tafelId }) => werkendeTafels(regio).some(({ id }) => id === tafelId));
  const regie = (await ports.store.casussenMetRegie(namens)).some((casus) => casus.regieStatus === "aanvaard");
  if (regie || heeftRol(persoon, "aandachtsfunctionaris")) return tafels;
  return tafels.filter((tafel) => magNoteren(persoon, namens, tafel));
};

const vindActiehouder = async ({ store }: Ports, { actiehouder, email }: NieuwActiepunt): Promise<Result<Persoon | undefined, Fout>> => {
  if (email !== undefined) {
    const [persoon, ...others] = await store.personenMetEmail(email);
    return persoon === undefined || others.length > 0 ? refuse({ code: "actiehouder_onbekend", veld: "email" }) : ok(persoon);
  }
  if (actiehouder === undefined) return refuse({ code: "kies_actiehouder", veld: "actiehouder" });
  const [persoon] = await store.readPersonen([actiehouder as PersoonId]);
  return ok(persoon);
};

const vindCasus = async ({ store }: Ports, typed: string | undefined): Promise<Result<Casus | undefined, Fout>> => {
  if (typed === undefined) return ok(undefined);
  const code = parseCode("C", typed);
  const casus = code === undefined ? undefined : await store.findCasus(code as CasusCode);
  return casus === undefined ? refuse({ code: "niet_gevonden", veld: "casus" }) : ok(casus);
};

/** A casus that he may not touch is told as one that does not exist; the refusal is on record. */
const geweigerd = async ({ ports, actor }: Work, casus: Casus | undefined): Promise<Fout> => {
  await ports.store.commit({ audit: [auditLine(actor.persoon.id, "actie.noteren", casus?.code ?? "acties", "geweigerd", actor.account.platform)] });
  return casus === undefined ? { code: "actie_geen_plek", veld: "tafel" } : { code: "niet_gevonden", veld: "casus" };
};

type Plek = { readonly inrichting: TafelInrichting; readonly casus?: Casus | undefined; readonly regio: Regio };

/** What is noted and all that follows from it, once it is clear that this person may note it there. */
export const planNieuwActiepunt = async (
  work: Work,
  { inrichting, casus, regio }: Plek,
  input: NieuwActiepunt,
): Outcome<{ actiepunt: Actiepunt; plan: Plan }> => {
  const { ports, actor, now } = work;
  const houder = await vindActiehouder(ports, input);
  if (!houder.ok) return houder;
  const kring = casus && (await readKring(ports, casus, inrichting.tafelId));
  const past = pastAls(houder.value, kring, input.email === undefined ? "actiehouder" : "email");
  if (past !== undefined) return refuse(past);
  if (input.termijn <= dagVan(now)) return refuse({ code: "datum_verleden", veld: "termijn" });
  // Without casus the text stands in lists; at a running overleg those who read it sit there.
  const opties = { regio, bekeken: input.gevoeligOk !== false };
  const tekst = casus === undefined ? checkOpenTekst("wat", input.wat, opties) : undefined;
  if (tekst !== undefined) return refuse(tekst);
  const actiehouder = houder.value as Persoon;
  const actiepunt: Actiepunt = {
    id: ports.ids.id() as ActiepuntId,
    code: ports.ids.actiepuntCode(),
    version: 0,
    tafelId: inrichting.tafelId,
    ...(casus === undefined ? {} : { casusId: casus.id }),
    ...input.aanTafel,
    doorgezet: 0,
    actiehouderId: actiehouder.id,
    termijn: input.termijn,
    status: "open",
    gemaaktOp: now,
    gemaaktDoorId: actor.persoon.id,
    inhoud: { wat: input.wat, stappen: [{ stap: "noteren", op: now.toISOString(), doorId: actor.persoon.id }] },
  };
  const bereikbaar = await ports.store.bereikbaar([...new Set([actiehouder.id, inrichting.voorzitterId, inrichting.secretarisId])]);
  const follows = planActiepunt({ daad: "noteren", na: actiepunt, doorId: actor.persoon.id, now }, { inrichting, bereikbaar }, regio);
  const plan = merge({ changes: [{ soort: "actiepunt_nieuw", actiepunt }], audit: [doneBy(work, "actie.noteren", actiepunt.code)] }, follows);
  return ok({ actiepunt, plan });
};

/** A tafel that speaks of casussen; at the others nothing of a casus is kept [domein 3]. */
const tafelMetCasussen = (regio: Regio, { tafelId }: TafelInrichting): boolean => regio.tafels.some(({ id, soort }) => id === tafelId && metCasussen(soort));

/** Notes what was agreed: who does what before when. */
export const noteActiepunt = async (work: Work, input: NieuwActiepunt): Outcome<Actiepunt> => {
  const { ports, actor } = work;
  const [regio, namens, inrichting] = await Promise.all([
    ports.store.readRegio(),
    handeltVoor(ports, actor.persoon),
    ports.store.inrichtingVan(input.tafel as TafelId),
  ]);
  if (inrichting === undefined || !werkendeTafels(regio).some(({ id }) => id === inrichting.tafelId)) return refuse({ code: "ongeldige_keuze", veld: "tafel" });
  const casus = await vindCasus(ports, input.casus);
  if (!casus.ok) return casus;
  if (!magNoteren(actor.persoon, namens, inrichting, casus.value)) return refuse(await geweigerd(work, casus.value));
  if (casus.value !== undefined && !tafelMetCasussen(regio, inrichting)) return refuse({ code: "tafel_zonder_casussen", veld: "casus" });
  if (casus.value?.afgeslotenOp !== undefined) return refuse({ code: "casus_afgesloten", veld: "casus" });
  const made = await planNieuwActiepunt(work, { inrichting, casus: casus.value, regio }, input);
  if (!made.ok) return made;
  const committed = await commit(work, made.value.plan, made.value.actiepunt.code);
  return committed.ok ? ok(made.value.actiepunt) : committed;
};
