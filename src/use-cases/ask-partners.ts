import { checkOpenTekst } from "../domain/delen/open-tekst.js";
import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import { heeftRol, type Persoon, type PersoonId } from "../domain/persoon/persoon.js";
import { afstemConvenant, grondSoort } from "../domain/regio/grondslag.js";
import { type ConvenantId, type Regio, readGemeente } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Signaal, Vraag, VraagId } from "../domain/signaal/signaal.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan, momentOp } from "../domain/tijd/tijd.js";
import type { Plan } from "../ports/store.js";
import { OCHTEND } from "./plan-step.js";
import { takeStep } from "./take-step.js";
import { doneBy, type Opened, type Outcome, type Work } from "./work.js";

export type Vraagstelling = {
  readonly partnerIds: readonly PersoonId[];
  readonly vraag: string;
  readonly doel: string;
  readonly grondslag: string;
  readonly antwoordVoor: Dag;
};

/** Somebody who can be asked: a partner or zorgcoördinator of the region. */
export const isPartner = (persoon: Persoon): boolean => persoon.inRegio && (heeftRol(persoon, "partner") || heeftRol(persoon, "zorgcoordinator"));

/** A new question with its message to the partner and the day on which its answer is due. */
export const planVraag = (work: Work, regio: Regio, signaal: Signaal, vraag: Vraag): Plan => ({
  changes: [{ soort: "vraag_nieuw", vraag }],
  audit: [doneBy(work, `vraag_${vraag.soort}`, signaal.code, grondSoort(regio, vraag.inhoud.grondslag))],
  intents: [{ kind: vraag.soort === "afstemming" ? "vraag" : vraag.soort, objectId: vraag.id, to: { persoonId: vraag.aanId } }],
  moments: [{ soort: "antwoord_partner", objectId: vraag.id, op: momentOp(vraag.antwoordVoor, OCHTEND), stap: 0 }],
});

export const newVraag = (work: Work, signaal: Signaal, aan: Persoon, soort: Vraag["soort"], antwoordVoor: Dag, inhoud: Vraag["inhoud"]): Vraag => ({
  id: work.ports.ids.id() as VraagId,
  version: 0,
  soort,
  signaalId: signaal.id,
  aanId: aan.id,
  aanOrganisatieId: aan.organisatieId,
  vanId: work.actor.persoon.id,
  gesteldOp: work.now,
  antwoordVoor,
  status: "open",
  eerstOverleggen: false,
  inhoud,
});

/** The ground for each of them: the convenant to which he and the gemeente are party, else what was typed for him [domein 4]. */
const grondenVoor = (work: Work, { regio, signaal }: Opened, partners: readonly Persoon[], grondslag: string): Result<readonly GrondVraag[], Fout> => {
  const { organisatieId } = readGemeente(regio, signaal.gemeenteId);
  const gronden = partners.map((partner) => ({ partner, convenant: afstemConvenant(regio, [organisatieId, partner.organisatieId], dagVan(work.now)) }));
  const zonder = gronden.filter(({ convenant }) => convenant === undefined).map(({ partner }) => partner.organisatieNaam);
  if (zonder.length > 0 && regio.convenanten.some(({ tekst }) => tekst === grondslag.trim()))
    return refuse({ code: "grondslag_geen_partij", veld: "grondslag", params: { organisaties: [...new Set(zonder)].join(", ") } });
  return ok(gronden.map(({ partner, convenant }) => ({ partner, ...(convenant === undefined ? {} : { convenantId: convenant.id }) })));
};
type GrondVraag = { readonly partner: Persoon; readonly convenantId?: ConvenantId };

const checkPartners = async (work: Work, signaal: Signaal, ids: readonly PersoonId[]): Promise<Result<readonly Persoon[], Fout>> => {
  if (ids.length === 0) return refuse({ code: "geen_partner", veld: "partners" });
  if (ids.some((id) => isBuiten(id, signaal))) return refuse({ code: "persoon_buiten", veld: "partners" });
  const partners = await work.ports.store.readPersonen(ids);
  return partners.length === ids.length && partners.every((persoon) => persoon.actief && isPartner(persoon))
    ? ok(partners)
    : refuse({ code: "ongeldige_keuze", veld: "partners" });
};

/** T4 and T4b: asks several partners at once. Answers with those who cannot be reached on chat, to be called. */
export const askPartners = async (
  work: Work,
  opened: Opened,
  input: Vraagstelling,
): Outcome<{ readonly signaal: Signaal; readonly onbereikbaar: readonly Persoon[] }> => {
  const partners = await checkPartners(work, opened.signaal, input.partnerIds);
  if (!partners.ok) return partners;
  if (input.antwoordVoor <= dagVan(work.now)) return refuse({ code: "datum_verleden", veld: "antwoordVoor" });
  const { vraag, doel, grondslag, antwoordVoor } = input;
  const grond = checkOpenTekst("grondslag", grondslag, { regio: opened.regio });
  if (grond !== undefined) return refuse(grond);
  const gronden = grondenVoor(work, opened, partners.value, grondslag);
  if (!gronden.ok) return gronden;
  const vragen = gronden.value.map(({ partner, ...grondVraag }) =>
    newVraag(work, opened.signaal, partner, "afstemming", antwoordVoor, { vraag, doel, grondslag, ...grondVraag }),
  );
  const plans = vragen.map((one) => planVraag(work, opened.regio, opened.signaal, one));
  const taken = await takeStep(work, opened, opened.signaal.status === "in_afstemming" ? "nog_een_partner" : "afstemmen", {
    patch: opened.signaal.behandelaarId === undefined ? { behandelaarId: work.actor.persoon.id, opgepaktOp: work.now } : {},
    inhoud: { doel, grondslag },
    grondslag: grondSoort(opened.regio, grondslag),
    plan: {
      changes: plans.flatMap((p) => p.changes ?? []),
      audit: plans.flatMap((p) => p.audit ?? []),
      intents: plans.flatMap((p) => p.intents ?? []),
      moments: plans.flatMap((p) => p.moments ?? []),
    },
  });
  if (!taken.ok) return taken;
  return ok({ signaal: taken.value, onbereikbaar: await unreachable(work, partners.value) });
};

/** People without an account on either chat. */
export const unreachable = async (work: Pick<Work, "ports">, personen: readonly Persoon[]): Promise<readonly Persoon[]> => {
  const accounts = await Promise.all(personen.map((persoon) => work.ports.store.accountsVan(persoon.id)));
  return personen.filter((_, i) => accounts[i]?.length === 0);
};
