import { type ActieDossier, actieRelatiesVan, mogelijkeDaden } from "../domain/actiepunt/actie-policy.js";
import type { Actiepunt } from "../domain/actiepunt/actiepunt.js";
import { type ActieRelatie, actiepuntStatussen, isOnafgedaan, lopendeStatussen } from "../domain/actiepunt/actiepunt.status.js";
import type { CasusCode } from "../domain/code.js";
import { magLezen } from "../domain/delen/lezen.js";
import { binnen, namensBinnen } from "../domain/delen/uitgesloten.js";
import { heeftRol, type PersoonId } from "../domain/persoon/persoon.js";
import type { TafelId } from "../domain/regio/regio.js";
import { ok, refuse } from "../domain/result.js";
import { tafelRollenVan } from "../domain/tafel/tafel.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { ActieZoek } from "../ports/actie-store.js";
import { handeltVoor, readActieDossiers } from "./open-actiepunt.js";
import { deny, type Outcome, type Work } from "./work.js";

/** One row of a list: an actiepunt, and who the reader is to it. */
export type ActieRegel = ActieDossier & { readonly relaties: readonly ActieRelatie[] };
/** @property totaal how many there are, these included. */
export type ActieLijst = { readonly regels: readonly ActieRegel[]; readonly totaal: number };

type Kijkt = Pick<Work, "ports" | "actor" | "now">;
/** More than this many that wait for one person are not looked through. */
const OPHALEN = 200;
const onafgedaan = actiepuntStatussen.filter(isOnafgedaan);
const leeg: ActieLijst = { regels: [], totaal: 0 };

const alsRegels = async ({ ports, actor }: Kijkt, namens: readonly PersoonId[], actiepunten: readonly Actiepunt[]): Promise<readonly ActieRegel[]> =>
  (await readActieDossiers(ports, actiepunten)).map((dossier) => ({ ...dossier, relaties: actieRelatiesVan(actor.persoon, namens, dossier) }));

/** The tafels at which somebody, or whose deputy he is, has one of these roles. */
const tafelsMet = async ({ ports }: Kijkt, namens: readonly PersoonId[], rollen: readonly ActieRelatie[]): Promise<readonly TafelId[]> =>
  (await ports.store.inrichtingen()).filter((tafel) => tafelRollenVan(tafel, namens).some((rol) => rollen.includes(rol))).map(({ tafelId }) => tafelId);

const pagina = async (kijkt: Kijkt, namens: readonly PersoonId[], zoek: ActieZoek, aantal: number, vanaf: number): Promise<ActieLijst> => {
  const { store } = kijkt.ports;
  const mag: ActieZoek = { ...zoek, binnen: [kijkt.actor.persoon.id] };
  const [actiepunten, totaal] = await Promise.all([store.actiepunten(mag, aantal, vanaf), store.telActiepunten(mag)]);
  return { regels: await alsRegels(kijkt, namens, actiepunten), totaal };
};

/** What each of them has to do, where he is not kept out: nobody acts there for him. */
const vanElk = (namens: readonly PersoonId[]): readonly Omit<ActieZoek, "statussen" | "of">[] => namens.map((id) => ({ van: [id], binnen: [id] }));

/** Those that this person, or whose deputy he is, has to do. */
export const mijnActies = async (kijkt: Kijkt, aantal: number, vanaf = 0): Promise<ActieLijst & { readonly teLaat: number }> => {
  const namens = await handeltVoor(kijkt.ports, kijkt.actor.persoon);
  const zoek: ActieZoek = { statussen: lopendeStatussen, of: vanElk(namens) };
  const [lijst, teLaat] = await Promise.all([
    pagina(kijkt, namens, zoek, aantal, vanaf),
    kijkt.ports.store.telActiepunten({ ...zoek, binnen: [kijkt.actor.persoon.id], voor: dagVan(kijkt.now) }),
  ]);
  return { ...lijst, teLaat };
};

const antwoorden = ["overdracht_aanvaarden", "geef_tijd", "afronden"] as const;

/** Those on which somebody else waits for his yes or no. */
export const vragenAanMij = async (kijkt: Kijkt): Promise<ActieLijst> => {
  const { store } = kijkt.ports;
  const namens = await handeltVoor(kijkt.ports, kijkt.actor.persoon);
  const tafels = await tafelsMet(kijkt, namens, ["voorzitter", "secretaris"]);
  const lopend: ActieZoek = { statussen: lopendeStatussen };
  const found = await Promise.all([
    store.actiepunten({ ...lopend, overdrachtAan: namens }, OPHALEN),
    ...(tafels.length === 0
      ? []
      : [
          store.actiepunten({ statussen: ["gereedgemeld"], tafels }, OPHALEN),
          store.actiepunten({ ...lopend, tafels, of: [{ tijdGevraagd: true }, { overdrachtGevraagd: true }] }, OPHALEN),
        ]),
  ]);
  const uniek = [...new Map(found.flat().map((one) => [one.id, one])).values()];
  const regels = (await alsRegels(kijkt, namens, uniek)).filter(({ relaties, actiepunt }) =>
    mogelijkeDaden(relaties, actiepunt).some((daad) => (antwoorden as readonly string[]).includes(daad)),
  );
  return { regels, totaal: regels.length };
};

/** Those of people whom no chat reaches, at the tafels where he records what they did. */
export const namensAnderen = async (kijkt: Kijkt): Promise<ActieLijst> => {
  const namens = await handeltVoor(kijkt.ports, kijkt.actor.persoon);
  const tafels = await tafelsMet(kijkt, namens, ["voorzitter", "secretaris"]);
  if (tafels.length === 0) return leeg;
  const regels = await alsRegels(kijkt, namens, await kijkt.ports.store.actiepunten({ statussen: lopendeStatussen, tafels }, OPHALEN));
  const alleen = regels.filter(({ relaties }) => relaties.includes("namens") && !relaties.includes("actiehouder"));
  return { regels: alleen, totaal: alleen.length };
};

/** Those of everybody in his organisatie. */
export const organisatieActies = async (kijkt: Kijkt, aantal: number, vanaf: number): Promise<ActieLijst> => {
  const { persoon } = kijkt.actor;
  if (!persoon.inRegio) return leeg;
  const collegas = (await kijkt.ports.store.personenVan([persoon.organisatieId])).map(({ id }) => id);
  return pagina(kijkt, await handeltVoor(kijkt.ports, persoon), { statussen: onafgedaan, van: collegas }, aantal, vanaf);
};

/** Everything that a tafel has not settled, for who leads it. */
export const tafelActies = async (kijkt: Kijkt, tafelId: string, aantal: number, vanaf: number): Promise<ActieLijst> => {
  const namens = await handeltVoor(kijkt.ports, kijkt.actor.persoon);
  const tafels = (await tafelsMet(kijkt, namens, ["voorzitter", "secretaris"])).filter((id) => id === tafelId);
  return tafels.length === 0 ? leeg : pagina(kijkt, namens, { statussen: onafgedaan, tafels }, aantal, vanaf);
};

/** What is late: his own, those of his organisatie, and those of the tafels that he prepares or leads. */
export const teLateActies = async (kijkt: Kijkt, aantal: number, vanaf: number): Promise<ActieLijst> => {
  const { persoon } = kijkt.actor;
  const namens = await handeltVoor(kijkt.ports, persoon);
  const [tafels, collegas] = await Promise.all([
    tafelsMet(kijkt, namens, ["voorzitter", "secretaris", "tafelbeheerder"]),
    persoon.inRegio ? kijkt.ports.store.personenVan([persoon.organisatieId]) : [],
  ]);
  const van = collegas.map(({ id }) => id);
  const zoek: ActieZoek = {
    statussen: lopendeStatussen,
    voor: dagVan(kijkt.now),
    of: [...vanElk(namens), { van }, ...(tafels.length === 0 ? [] : [{ tafels }])],
  };
  return pagina(kijkt, namens, zoek, aantal, vanaf);
};

/** All of a casus to who handles it or leads its tafel; else only those that he works on. Nothing at all is told as no such casus. */
export const casusActies = async (kijkt: Kijkt, code: CasusCode): Outcome<ActieLijst> => {
  const { ports, actor } = kijkt;
  const casus = await ports.store.findCasus(code);
  if (casus === undefined) return refuse({ code: "niet_gevonden" });
  const persoon = binnen(actor.persoon, casus);
  const namens = namensBinnen(persoon.id, await handeltVoor(ports, actor.persoon), casus);
  const tafels = await tafelsMet(kijkt, namens, ["voorzitter", "secretaris"]);
  const behandelt =
    heeftRol(persoon, "aandachtsfunctionaris", casus.gemeenteId) ||
    (casus.regieStatus === "aanvaard" && casus.regiehouderId !== undefined && namens.includes(casus.regiehouderId)) ||
    (casus.tafelId !== undefined && tafels.includes(casus.tafelId));
  const alle = await alsRegels(kijkt, namens, await ports.store.actiepunten({ statussen: actiepuntStatussen, casusId: casus.id }, OPHALEN));
  const regels = alle.filter(
    (regel) => behandelt || mogelijkeDaden(regel.relaties, regel.actiepunt).length > 0 || magLezen(actor.persoon, regel.relaties, regel),
  );
  if (!behandelt && regels.length === 0) {
    await deny({ ports, actor }, "acties.casus", casus.code);
    return refuse({ code: "niet_gevonden" });
  }
  return ok({ regels, totaal: regels.length });
};
