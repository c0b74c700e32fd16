import { berichtKaart, triageKaart, wegKaart } from "../cards/cards.js";
import type { BehandelaarNaam, BerichtGegevens, Knop, RegioNaam, TriageGegevens } from "../cards/gegevens.js";
import type { PostedCard } from "../domain/card.js";
import { type Casus, gevraagdVoorRegie } from "../domain/casus/casus.js";
import { isBesloten, isBuiten } from "../domain/delen/uitgesloten.js";
import type { PersoonId, Taal } from "../domain/persoon/persoon.js";
import { type Channel, type Regio, readGemeente } from "../domain/regio/regio.js";
import { relatiesVan } from "../domain/signaal/dossier.js";
import type { Signaal, SignaalId, Vraag } from "../domain/signaal/signaal.js";
import { isOpen, neutraleStatus, type Relatie } from "../domain/signaal/signaal.status.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import type { Intent } from "../ports/work.js";
import { rolNu } from "../use-cases/pick-up-signaal.js";
import { reageerVoor, wachtSinds } from "../use-cases/plan-step.js";
import { wachtOpOverleg } from "../use-cases/return-casus.js";
import { readDossier, vragenOpPlek } from "../use-cases/work.js";
import { bezorgingBericht } from "./bezorging.js";
import { gemeenteNaam } from "./context.js";
import { kaartKnoppen, vraagKnoppen } from "./knoppen.js";
import { actiebericht, actievraag, dagbundelKaart } from "./posted-acties.js";
import {
  afwezig,
  agendabericht,
  agendaGemist,
  agendaInChannel,
  concept,
  inbrengLaat,
  overlegherinnering,
  overlegLoopt,
  teWeinig,
  uitnodiging,
  voorstel,
} from "./posted-agenda.js";
import { besluitenlijst, bestand } from "./posted-besluiten.js";
import { exportbericht, exportvraag, inzagebericht, inzageverzoek, noodmelding, noodtoegang } from "./posted-rechten.js";
import { bezettingVraag, kanaalbericht, overlegbericht } from "./posted-tafels.js";

type Maker = (ports: Ports, intent: Intent, taal: Taal) => Promise<PostedCard | undefined>;

const behandelt = (relatie: Relatie): boolean => relatie === "analist" || relatie === "aandachtsfunctionaris";

/** Day by which a first reaction is due, counted from when it came to those whose turn it is. */
export const reactieVoor = async (ports: Ports, regio: Regio, signaal: Signaal): Promise<Dag> =>
  reageerVoor(regio, signaal, wachtSinds(signaal, await ports.store.stappenVan(signaal.id)));

/** The card of a signaal for those with this relatie: neutral, the same for every reader; who handles it only for who works in that gemeente. */
export const triageVan = async (ports: Ports, signaal: Signaal, regio: Regio, taal: Taal, relatie: Relatie): Promise<PostedCard> => {
  const [behandelaar] = signaal.behandelaarId === undefined || !behandelt(relatie) ? [] : await ports.store.readPersonen([signaal.behandelaarId]);
  const vragen = behandelt(relatie) ? (await ports.store.vragenVan(signaal.id)).filter((vraag) => vraag.soort === "afstemming") : [];
  const elders = behandelt(relatie) && rolNu(signaal) !== relatie;
  const gegevens: TriageGegevens = {
    code: signaal.code,
    status: neutraleStatus(signaal),
    gemeente: gemeenteNaam(regio, signaal.gemeenteId),
    ontvangenOp: signaal.ontvangenOp,
    now: ports.clock.now(),
    acuut: signaal.acuut !== undefined,
    intrekkingGevraagd: signaal.intrekkingGevraagdOp !== undefined,
    knoppen: kaartKnoppen(signaal, relatie),
    ...(elders ? { ligtBij: rolNu(signaal) } : {}),
    ...(neutraleStatus(signaal) === "nieuw" && !elders ? { reageerVoor: await reactieVoor(ports, regio, signaal) } : {}),
    ...(behandelaar === undefined ? {} : { behandelaar: behandelaar.naam as BehandelaarNaam }),
    ...(signaal.opgepaktOp === undefined ? {} : { opgepaktOp: signaal.opgepaktOp }),
    ...(vragen.length === 0
      ? {}
      : {
          antwoorden: { binnen: vragen.filter((vraag) => vraag.status === "beantwoord" || vraag.status === "niet_voor_mij").length, gevraagd: vragen.length },
        }),
  };
  return triageKaart(gegevens, taal);
};

/** May nobody read about it here? When it was destroyed; in channels when somebody is kept out of it, in private when that is the reader. */
const verborgen = ({ to }: Intent, over: Signaal | Casus): boolean =>
  over.vernietigdOp !== undefined || ("persoonId" in to ? isBuiten(to.persoonId, over) : isBesloten(over));

/** Has this message still something to do with the person it is for? A right may have ended since it was intended. */
const concerns = async (ports: Ports, intent: Intent, signaal: Signaal): Promise<boolean> => {
  const { to, variant } = intent;
  if (verborgen(intent, signaal)) return false;
  if (!("persoonId" in to)) return true;
  const [persoon] = await ports.store.readPersonen([to.persoonId]);
  if (persoon === undefined) return false;
  const needed: readonly Relatie[] = variant?.startsWith("escalatie")
    ? ["ketenregisseur"]
    : ["analist", "aandachtsfunctionaris", "regiehouder", "gevraagde_partner"];
  return relatiesVan(persoon, await readDossier(ports, signaal)).some((relatie) => needed.includes(relatie));
};

/** It stood in a channel that somebody read along in: only what is not over comes back. */
const komtTerug = ({ variant }: Intent): boolean => variant === "terug";

const relatieVan = (channel: Channel): Relatie => (channel.soort === "meldpunt" ? "analist" : "aandachtsfunctionaris");

const triage: Maker = async (ports, intent, taal) => {
  const [signaal, regio] = await Promise.all([ports.store.readSignaal(intent.objectId as SignaalId), ports.store.readRegio()]);
  const channel = "channelId" in intent.to ? regio.channels.find((one) => "channelId" in intent.to && one.id === intent.to.channelId) : undefined;
  if (channel === undefined || (komtTerug(intent) && (!isOpen(signaal.status) || channel.gemeenteId !== signaal.gemeenteId))) return undefined;
  if (verborgen(intent, signaal)) return wegKaart(taal);
  if (channel.gemeenteId !== signaal.gemeenteId)
    return berichtKaart({ variant: "overgedragen", code: signaal.code, gemeente: gemeenteNaam(regio, signaal.gemeenteId), knoppen: [] }, taal);
  return triageVan(ports, signaal, regio, taal, relatieVan(channel));
};

/** Status only; the date is the one by which more follows. */
const terugkoppeling: Maker = async (ports, intent, taal) => {
  const signaal = await ports.store.readSignaal(intent.objectId as SignaalId);
  const variant = `terugkoppeling.${intent.variant ?? "nog_bezig"}` as Extract<BerichtGegevens, { datum?: unknown }>["variant"];
  const knoppen: readonly Knop[] = [{ verb: "signaal.mijn", data: {}, plek: "eerst" }];
  const more = ["doorgegeven", "nog_bezig", "opnieuw_bekeken"].includes(intent.variant ?? "");
  return berichtKaart({ variant, code: signaal.code, knoppen, ...(more ? { datum: signaal.beloofdVoor } : {}) } as BerichtGegevens, taal);
};

const ontvangst: Maker = async (ports, intent, taal) => {
  const signaal = await ports.store.readSignaal(intent.objectId as SignaalId);
  return berichtKaart(
    { variant: "ontvangst", code: signaal.code, beloofdVoor: signaal.beloofdVoor, knoppen: [{ verb: "signaal.mijn", data: {}, plek: "eerst" }] },
    taal,
  );
};

/** Who was asked left, or works elsewhere now: his question is no business of his any more. */
const nietOpPlek = async (ports: Ports, gesteld: Vraag): Promise<boolean> => (await vragenOpPlek(ports, [gesteld])).length === 0;

const vraag: Maker = async (ports, intent, taal) => {
  const found = await ports.store.findVraag(intent.objectId);
  if (found === undefined) return undefined;
  const [signaal, regio] = await Promise.all([ports.store.readSignaal(found.signaalId), ports.store.readRegio()]);
  if (verborgen(intent, signaal) || (await nietOpPlek(ports, found))) return wegKaart(taal);
  const variant = found.soort === "afstemming" ? "vraag" : found.soort;
  const base = {
    variant,
    code: signaal.code,
    gemeente: gemeenteNaam(regio, signaal.gemeenteId),
    antwoordVoor: found.antwoordVoor,
    status: found.status,
    knoppen: vraagKnoppen(found),
  };
  return berichtKaart(base as BerichtGegevens, taal);
};

const regieKnoppen = (casus: Casus, forId: PersoonId): readonly Knop[] => {
  const gevraagd = gevraagdVoorRegie(casus) === forId;
  if (casus.regiehouderId !== forId && !gevraagd) return [];
  const data = { c: casus.code };
  const bekijk: Knop = { verb: "casus.bekijken", data, plek: "naast" };
  if (gevraagd)
    return [
      { ...bekijk, plek: "eerst" },
      { verb: "regie.aanvaarden", data, plek: "naast" },
      { verb: "regie.weigeren", data, plek: "naast" },
    ];
  return casus.regieStatus === "aanvaard" ? [{ ...bekijk, plek: "eerst" }] : [];
};

const regieStatusVoor = (casus: Casus, persoonId: PersoonId) => {
  if (gevraagdVoorRegie(casus) === persoonId) return "gevraagd";
  if (casus.regiehouderId !== persoonId || casus.regieStatus === "geen") return "vervallen";
  return casus.afgeslotenOp === undefined ? casus.regieStatus : "klaar";
};

const regie: Maker = async (ports, intent, taal) => {
  if (!("persoonId" in intent.to)) return undefined;
  const [casus, regio] = await Promise.all([ports.store.readCasus(intent.objectId as Casus["id"]), ports.store.readRegio()]);
  if (verborgen(intent, casus)) return wegKaart(taal);
  const status = regieStatusVoor(casus, intent.to.persoonId);
  const tafelId = casus.voorstel?.regiehouderId === intent.to.persoonId ? casus.voorstel.tafelId : casus.tafelId;
  const tafel = regio.tafels.find((one) => one.id === tafelId)?.naam as RegioNaam | undefined;
  return berichtKaart(
    {
      variant: "regie",
      code: casus.code,
      gemeente: gemeenteNaam(regio, casus.gemeenteId),
      status,
      knoppen: regieKnoppen(casus, intent.to.persoonId),
      ...(tafel === undefined ? {} : { tafel }),
    },
    taal,
  );
};

const overdracht: Maker = async (ports, intent, taal) => {
  const found = await ports.store.findOverdracht(intent.objectId);
  if (found === undefined || (komtTerug(intent) && found.status !== "open")) return undefined;
  const [signaal, regio] = await Promise.all([ports.store.readSignaal(found.signaalId), ports.store.readRegio()]);
  if (verborgen(intent, signaal)) return wegKaart(taal);
  const data = { o: found.id };
  const knoppen: readonly Knop[] =
    found.status === "open"
      ? [
          { verb: "overdracht.aanvaarden", data, plek: "eerst" },
          { verb: "overdracht.weigeren", data, plek: "naast" },
        ]
      : [];
  return berichtKaart(
    { variant: "overdracht", code: signaal.code, vanGemeente: readGemeente(regio, found.vanGemeenteId).naam as RegioNaam, status: found.status, knoppen },
    taal,
  );
};

/** A casus comes back and no overleg is planned: to who prepares the tafel and who directs the casus; nothing once there is one. */
const casusTerug: Maker = async (ports, intent, taal) => {
  const [casus, regio] = await Promise.all([ports.store.readCasus(intent.objectId as Casus["id"]), ports.store.readRegio()]);
  const punt = await wachtOpOverleg(ports, casus);
  const tafel = regio.tafels.find(({ id }) => id === punt?.tafelId);
  if (punt === undefined || tafel === undefined || !("persoonId" in intent.to)) return undefined;
  const beheert = (await ports.store.inrichtingVan(tafel.id))?.beheerderId === intent.to.persoonId;
  const regie = casus.regiehouderId === intent.to.persoonId;
  if (!beheert && !regie) return undefined;
  const knoppen: readonly Knop[] = [
    ...(beheert ? [{ verb: "overleg.toevoegen", data: { t: tafel.id }, plek: "eerst" as const }] : []),
    ...(regie ? [{ verb: "casus.bekijken", data: { c: casus.code }, plek: "naast" as const }] : []),
  ];
  const code = (punt.besloten || isBesloten(casus)) && !regie ? {} : { code: casus.code };
  const later = casus.terugOp !== undefined && casus.terugOp > dagVan(ports.clock.now()) ? { datum: casus.terugOp } : {};
  return berichtKaart({ variant: "herinnering.casus_terug", ...code, tafel: tafel.naam as RegioNaam, ...later, knoppen }, taal);
};

const regieHerinnering: Maker = async (ports, intent, taal) => {
  const variant = (intent.variant ?? "") as "herinnering.regie_reactie";
  const casus = await ports.store.readCasus(intent.objectId as Casus["id"]);
  const gevraagd = gevraagdVoorRegie(casus);
  if (gevraagd === undefined || verborgen(intent, casus)) return undefined;
  const knoppen = "persoonId" in intent.to && variant.startsWith("herinnering") ? regieKnoppen(casus, gevraagd) : [];
  return berichtKaart({ variant, code: casus.code, knoppen }, taal);
};

/** A reminder about a signaal, a question or a casus: code and date, and where he may, the button to do it. */
const herinnering: Maker = async (ports, intent, taal) => {
  const variant = (intent.variant ?? "") as "herinnering.eerste_reactie";
  if (intent.variant === "herinnering.casus_terug") return casusTerug(ports, intent, taal);
  if ((intent.variant ?? "").endsWith("regie_reactie")) return regieHerinnering(ports, intent, taal);
  const found = await ports.store.findVraag(intent.objectId);
  if (found !== undefined) {
    if (found.status !== "open") return undefined;
    const signaal = await ports.store.readSignaal(found.signaalId);
    if (verborgen(intent, signaal) || ("persoonId" in intent.to && (await nietOpPlek(ports, found)))) return undefined;
    const knoppen = "persoonId" in intent.to ? vraagKnoppen(found) : kaartKnoppen(signaal, "aandachtsfunctionaris");
    return berichtKaart({ variant, code: signaal.code, datum: found.antwoordVoor, knoppen }, taal);
  }
  return signaalHerinnering(ports, intent, taal);
};

/** The day that a reminder about a signaal names; `undefined`: it is no longer true. */
const herinnerDag = async (ports: Ports, intent: Intent, regio: Regio, signaal: Signaal): Promise<Dag | undefined> => {
  if (intent.variant?.endsWith("bericht_melder")) return signaal.beloofdVoor;
  if (intent.variant?.endsWith("eerste_reactie"))
    return signaal.behandelaarId === undefined && isOpen(signaal.status) ? reactieVoor(ports, regio, signaal) : undefined;
  if (intent.variant?.endsWith("volgende_stap")) return signaal.status === "vermoeden" ? reactieVoor(ports, regio, signaal) : undefined;
  const open = (await ports.store.vragenVan(signaal.id)).filter((vraag) => vraag.status === "open");
  return open.map((vraag) => vraag.antwoordVoor).sort()[0];
};

const signaalHerinnering: Maker = async (ports, intent, taal) => {
  const [signaal, regio] = await Promise.all([ports.store.readSignaal(intent.objectId as SignaalId), ports.store.readRegio()]);
  if (!(await concerns(ports, intent, signaal))) return undefined;
  if (intent.variant === "herzien") return berichtKaart({ variant: "herzien", code: signaal.code, knoppen: [] }, taal);
  const datum = await herinnerDag(ports, intent, regio, signaal);
  if (datum === undefined) return undefined;
  const channel = "channelId" in intent.to ? regio.channels.find((one) => "channelId" in intent.to && one.id === intent.to.channelId) : undefined;
  const handler = intent.variant?.startsWith("escalatie") === false;
  const relatie: Relatie = channel === undefined ? (signaal.bijAandachtsfunctionaris ? "aandachtsfunctionaris" : "analist") : relatieVan(channel);
  return berichtKaart(
    { variant: (intent.variant ?? "") as "herinnering.eerste_reactie", code: signaal.code, datum, knoppen: handler ? kaartKnoppen(signaal, relatie) : [] },
    taal,
  );
};

const bericht: Maker = async (ports, intent, taal) => {
  if (intent.variant === "acuut_nagaan") return berichtKaart({ variant: "acuut_nagaan", knoppen: [{ verb: "signaal.melden", data: {}, plek: "eerst" }] }, taal);
  if (intent.variant === "regie_over") {
    const casus = await ports.store.readCasus(intent.objectId as Casus["id"]);
    const regie = "persoonId" in intent.to && casus.regiehouderId === intent.to.persoonId;
    return regie || verborgen(intent, casus) ? undefined : berichtKaart({ variant: "regie_over", code: casus.code, knoppen: [] }, taal);
  }
  if (intent.variant === "overdracht_geweigerd") {
    const found = await ports.store.findOverdracht(intent.objectId);
    if (found === undefined) return undefined;
    const [signaal, regio] = await Promise.all([ports.store.readSignaal(found.signaalId), ports.store.readRegio()]);
    if (verborgen(intent, signaal)) return undefined;
    return berichtKaart(
      {
        variant: "overdracht_geweigerd",
        code: signaal.code,
        naarGemeente: gemeenteNaam(regio, found.naarGemeenteId),
        knoppen: kaartKnoppen(signaal, "aandachtsfunctionaris"),
      },
      taal,
    );
  }
  const signaal = await ports.store.readSignaal(intent.objectId as SignaalId);
  if (!(await concerns(ports, intent, signaal))) return undefined;
  const relatie: Relatie = signaal.status === "bij_meldpunt" || signaal.status === "in_verrijking" ? "analist" : "aandachtsfunctionaris";
  return berichtKaart({ variant: intent.variant as "antwoord_binnen", code: signaal.code, knoppen: kaartKnoppen(signaal, relatie) }, taal);
};

/** How each kind of intent becomes a card, from the state of now. `prive` is made elsewhere: it shows details. */
export const makers: Readonly<Record<Exclude<Intent["kind"], "prive">, Maker>> = {
  triage,
  vraag,
  zorgvraag: vraag,
  comensha: vraag,
  regie,
  overdracht,
  ontvangst,
  terugkoppeling,
  herinnering,
  bericht,
  actiebericht,
  actievraag,
  dagbundel: dagbundelKaart,
  overlegbericht,
  bezetting: bezettingVraag,
  agenda: agendaInChannel,
  concept,
  uitnodiging,
  inbreng_laat: inbrengLaat,
  afwezig,
  te_weinig: teWeinig,
  overlegherinnering,
  agendabericht,
  kanaalbericht,
  agenda_gemist: agendaGemist,
  voorstel,
  overleg_loopt: overlegLoopt,
  besluitenlijst,
  bestand,
  bezorging: bezorgingBericht,
  bewaarbericht: async (_ports, { variant }, taal) =>
    berichtKaart(
      { variant: variant === "bevestigen" ? "bewaren.bevestigen" : "bewaren.verlopen", knoppen: [{ verb: "bewaren.tonen", data: {}, plek: "eerst" }] },
      taal,
    ),
  opruimen: async (_ports, _intent, taal) => wegKaart(taal),
  noodtoegang,
  noodmelding,
  exportvraag,
  exportbericht,
  inzageverzoek,
  inzagebericht,
  publiek: async () => undefined,
  welkom: async (_ports, _intent, taal) => berichtKaart({ variant: "welkom", knoppen: [{ verb: "signaal.melden", data: {}, plek: "eerst" }] }, taal),
};
