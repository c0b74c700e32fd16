import { interactions } from "../../src/app.js";
import type { SignaalStatus } from "../../src/domain/signaal/signaal.status.js";
import { say } from "../../src/messages/messages.js";
import type { Answer } from "../../src/ports/chat.js";
import { type Dossier, geheim, geldigeVelden, type Los } from "./los.js";

/** What anybody may do who is let in: it opens nothing of somebody else. */
export const vrij = [
  "signaal.melden",
  "signaal.acuut",
  "signaal.verplaatsen",
  "signaal.mijn",
  "home.tonen",
  "wijzer.tonen",
  "taal.kiezen",
  "tafel.tonen",
  "acties.tonen",
  "besluiten.tonen",
  "inzage.vragen",
] as const;

/** What the melder may do with his own signaal, in some status. */
const vanDeMelder = ["signaal.bekijken", "signaal.aanvullen", "signaal.acuut_markeren", "signaal.intrekken", "casus.tonen"];

/** May note an actiepunt of their own tafels and casussen: of those of others is tried in scenarios/acties. */
const mogenNoteren: readonly string[] = ["aandachtsfunctionaris van een andere gemeente", "ketenregisseur", "accenthouder"];

/** May ask for noodtoegang to a casus that he does not know: tried in scenarios/noodtoegang. */
const inNood: readonly string[] = ["aandachtsfunctionaris van een andere gemeente"];

/** Who organises the tafels of the region: what he may do with them is tried in scenarios/tafel-beheer. */
const mogenOrganiseren: Readonly<Record<string, readonly string[]>> = {
  ketenregisseur: ["bezorging.tonen", "bezorging.opnieuw", "tafel.nieuw", "tafel.kanaal", "tafel.kanaal_los", "tafel.stoppen"],
  /** Secretaris of the werkgroep. */
  accenthouder: ["tafel.kanaal", "tafel.kanaal_los"],
};

/** Has a say in what is kept of his own gemeente: of that of others is tried in scenarios/bewaren. */
const bewaart = (wie: string, id: string): boolean => wie === "aandachtsfunctionaris van een andere gemeente" && id.startsWith("bewaren.");

/** Nobody here may do anything with a signaal of Rivierstede, but the melder with his own. */
export const verboden = {
  melder: "p15@rivierstede.example",
  "partner die niets gevraagd is": "p10@nla.example",
  "aandachtsfunctionaris van een andere gemeente": "p17@wilgenwaard.example",
  ketenregisseur: "p12@regio-oeverland.example",
  accenthouder: "p14@rivierstede.example",
  "melder die in geen bestand staat": "nieuw@rivierstede.example",
} as const;
export type Verboden = keyof typeof verboden;

export const metObject = interactions.map(({ id }) => id).filter((id) => !(vrij as readonly string[]).includes(id));
const magZelf = (wie: Verboden, id: string): boolean =>
  (wie === "melder" && vanDeMelder.includes(id)) ||
  (id === "actie.noteren" && mogenNoteren.includes(wie)) ||
  bewaart(wie, id) ||
  mogenOrganiseren[wie]?.includes(id) === true ||
  (id === "noodtoegang.openen" && inNood.includes(wie));
export const idsVoor = (wie: Verboden): readonly string[] => metObject.filter((id) => !magZelf(wie, id));

const weigeringen: readonly string[] = [say("nl", "error.geen_toegang"), say("nl", "error.niet_gevonden"), say("nl", "error.onbekende_gebruiker")];

/** Every button of this signaal as a liar sends it: pressed, and its form sent. */
export const acties = (id: string, { signaal, vraag, overdracht, casus, actiepunt }: Dossier) => {
  const code = signaal.code as string;
  const data = {
    s: code,
    v: vraag.id as string,
    o: overdracht.id,
    c: (casus?.code ?? "C-00000-0") as string,
    a: actiepunt.code as string,
    t: "mdo",
    m: "geen-overleg",
    rest: code,
  };
  const velden = geldigeVelden(casus?.code);
  return [
    { verb: id, data, velden },
    { verb: `${id}/verstuur`, data, velden },
  ];
};

/** No casus in this status: a casus button has nothing to lie about. */
export const zonderCasus = (id: string, dossier: Dossier): boolean =>
  dossier.casus === undefined &&
  ["casus.bekijken", "casus.fase", "casus.toestemming", "casus.voorstel_intrekken", "export.vragen", "regie.aanvaarden", "regie.weigeren"].includes(id);

const isWeigering = (answer: Answer): boolean => answer.soort === "melding" && weigeringen.includes(answer.tekst);

/** Sends everything that is forbidden for one person and one signaal; what went wrong, in words. */
export const lekken = async (
  los: Los,
  wie: string,
  email: string,
  ids: readonly string[],
  dossier: Dossier,
  status: SignaalStatus,
): Promise<readonly string[]> => {
  const found: string[] = [];
  const before = await los.stand();
  const lines = (await los.audit()).length;
  const sent = ids.filter((one) => !zonderCasus(one, dossier)).flatMap((id) => acties(id, dossier));
  for (const actie of sent) {
    const answer = await los.actie(email, actie);
    const label = `${wie}, ${status}, ${actie.verb}`;
    if (!isWeigering(answer)) found.push(`${label}: ${JSON.stringify(answer).slice(0, 160)}`);
    if (JSON.stringify(answer).includes(geheim)) found.push(`${label}: shows content`);
  }
  const audit = await los.audit(lines);
  if (audit.length !== sent.length || audit.some((line) => line.resultaat !== "geweigerd"))
    found.push(`${wie}, ${status}: ${sent.length} refusals, audit ${JSON.stringify(audit)}`);
  if ((await los.stand()) !== before) found.push(`${wie}, ${status}: something was stored`);
  return found;
};
