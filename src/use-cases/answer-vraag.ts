import { checkOpenTekst } from "../domain/delen/open-tekst.js";
import { binnen, isBuiten } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import type { OrganisatieSoort } from "../domain/persoon/persoon.js";
import { grondSoort } from "../domain/regio/grondslag.js";
import { ok, type Result, refuse } from "../domain/result.js";
import { zelfEnNamens } from "../domain/signaal/dossier.js";
import type { Signaal, Vraag, VraagAntwoord } from "../domain/signaal/signaal.js";
import type { Plan } from "../ports/store.js";
import type { Intent } from "../ports/work.js";
import { triageIntents } from "./plan-step.js";
import { commit, conceal, deny, doneBy, noteStap, type Opened, type Outcome, refresh, vragenOpPlek, type Work } from "./work.js";

/** Organisations that may ask, without a reason, to be consulted before any next step [domein 2]. */
export const magEerstOverleggen: readonly OrganisatieSoort[] = ["politie", "om", "nla"];

export type Beantwoording = {
  readonly antwoord?: VraagAntwoord;
  readonly toelichting?: string;
  readonly grondslagPartner?: string;
  readonly eerstOverleggen: boolean;
  readonly veiligThuis?: "ja" | "nee";
};

/** The question behind a button, for the partner himself or his deputy, while it is open. */
export const openVraag = async (work: Pick<Work, "ports" | "actor">, vraagId: string, soort: Vraag["soort"]): Promise<Result<Vraag, Fout>> => {
  const vraag = await work.ports.store.findVraag(vraagId);
  if (vraag === undefined) return refuse({ code: "niet_gevonden" });
  const signaal = await work.ports.store.readSignaal(vraag.signaalId);
  if (isBuiten(work.actor.persoon.id, signaal)) return conceal(work, `vraag_${soort}`, signaal.code);
  if (!(await isGevraagd(work, signaal, vraag))) return deny(work, `vraag_${soort}`, signaal.code);
  if (vraag.soort !== soort) return refuse({ code: "niet_gevonden" });
  if (vraag.status === "open") return ok(vraag);
  await refresh(work, [vraagIntent(vraag)]);
  return refuse({ code: vraag.status === "ingetrokken" ? "niet_meer_mogelijk" : "al_behandeld" });
};

/** Is it his to answer now: asked himself or as deputy, where he who was asked still works? */
export const isGevraagd = async ({ ports, actor }: Pick<Work, "ports" | "actor">, signaal: Signaal, vraag: Vraag): Promise<boolean> =>
  zelfEnNamens(binnen(actor.persoon, signaal)).includes(vraag.aanId) &&
  !isBuiten(vraag.aanId, signaal) &&
  !isBuiten(actor.persoon.id, signaal) &&
  (await vragenOpPlek(ports, [vraag])).length > 0;

export const vraagIntent = (vraag: Vraag): Intent => ({
  kind: vraag.soort === "afstemming" ? "vraag" : vraag.soort,
  objectId: vraag.id,
  to: { persoonId: vraag.aanId },
});

const planAnswer = (work: Work, { signaal, regio }: Pick<Opened, "signaal" | "regio">, vraag: Vraag, actie: string): Plan => ({
  changes: [
    { soort: "vraag", vraag },
    { soort: "stap", stap: noteStap(work, signaal, "antwoord", { vraagId: vraag.id }) },
  ],
  audit: [doneBy(work, actie, signaal.code, grondSoort(regio, vraag.inhoud.grondslagPartner))],
  intents: [
    vraagIntent(vraag),
    ...triageIntents(regio, signaal),
    ...(signaal.behandelaarId === undefined || signaal.behandelaarId === work.actor.persoon.id
      ? []
      : [{ kind: "bericht" as const, objectId: signaal.id, to: { persoonId: signaal.behandelaarId }, variant: "antwoord_binnen" }]),
  ],
  doneMoments: [{ soort: "antwoord_partner", objectId: vraag.id }],
});

const answered = (work: Work, vraag: Vraag, { antwoord, toelichting, grondslagPartner, veiligThuis, eerstOverleggen }: Beantwoording): Vraag => ({
  ...vraag,
  status: "beantwoord",
  beantwoordOp: work.now,
  eerstOverleggen,
  inhoud: {
    ...vraag.inhoud,
    ...(antwoord === undefined ? {} : { antwoord }),
    ...(toelichting === undefined ? {} : { toelichting }),
    ...(grondslagPartner === undefined ? {} : { grondslagPartner }),
    ...(veiligThuis === undefined ? {} : { veiligThuisBetrokken: veiligThuis }),
  },
});

const readOpened = async (work: Work, vraag: Vraag): Promise<Pick<Opened, "signaal" | "regio">> => {
  const [signaal, regio] = await Promise.all([work.ports.store.readSignaal(vraag.signaalId), work.ports.store.readRegio()]);
  return { signaal, regio };
};

/** The partner's own answer. Only politie, OM and NLA can ask to be consulted first. */
export const answerVraag = async (work: Work, vraag: Vraag, input: Beantwoording): Outcome<Vraag> => {
  const opened = await readOpened(work, vraag);
  const grond = checkOpenTekst("grondslag", input.grondslagPartner ?? "", { veld: "grondslagPartner", regio: opened.regio });
  if (grond !== undefined) return refuse(grond);
  const mag = magEerstOverleggen.includes(work.actor.persoon.organisatieSoort);
  const next = answered(work, vraag, { ...input, eerstOverleggen: mag && input.eerstOverleggen });
  const committed = await commit(work, planAnswer(work, opened, next, "vraag_beantwoorden"));
  return committed.ok ? ok(next) : committed;
};

/** "Niet voor mij": the question goes back, and the handler hears it. */
export const declineVraag = async (work: Work, vraag: Vraag, toelichting: string | undefined): Outcome<Vraag> => {
  const next: Vraag = {
    ...vraag,
    status: "niet_voor_mij",
    beantwoordOp: work.now,
    inhoud: toelichting === undefined ? vraag.inhoud : { ...vraag.inhoud, toelichting },
  };
  const committed = await commit(work, planAnswer(work, await readOpened(work, vraag), next, "vraag_niet_voor_mij"));
  return committed.ok ? ok(next) : committed;
};

/** Records what a partner said by phone: shown as "namens". */
export const recordAnswer = async (work: Work, opened: Opened, vraagId: string, input: Beantwoording): Outcome<Vraag> => {
  const vraag = opened.vragen.find((one) => one.id === vraagId && one.status === "open" && one.soort === "afstemming");
  if (vraag === undefined) return refuse({ code: "ongeldige_keuze", veld: "vraagId" });
  const [partner] = await work.ports.store.readPersonen([vraag.aanId]);
  const mag = partner !== undefined && magEerstOverleggen.includes(partner.organisatieSoort);
  const next: Vraag = { ...answered(work, vraag, { ...input, eerstOverleggen: mag && input.eerstOverleggen }), vastgelegdDoorId: work.actor.persoon.id };
  const committed = await commit(work, planAnswer(work, opened, next, "vraag_vastleggen"), opened.signaal.code);
  return committed.ok ? ok(next) : committed;
};
