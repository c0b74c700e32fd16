import type { FoutCode } from "../domain/fouten.js";
import type { AccountRef, Persoon } from "../domain/persoon/persoon.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Profiel } from "../ports/chat.js";
import type { Ports } from "../ports/ports.js";
import type { Account } from "../ports/store.js";

/** A link is checked again with the platform after this long, so that a guest or a leaver does not keep it. */
const HERCONTROLE_MS = 24 * 3_600_000;

/** Whether the platform has to be asked again who this is. */
export const isVerouderd = ({ linkedOp }: Account, now: Date): boolean => now.getTime() - linkedOp.getTime() > HERCONTROLE_MS;

export type Herkend = { readonly persoon: Persoon; readonly gast: boolean };
/** A colleague with an address that the platform vouches for, whom nobody here knows. */
export type Nieuw = { readonly persoon: undefined; readonly email: string };

type Gevonden = Result<Herkend | Nieuw, FoutCode>;
type Gelinkt = Persoon | undefined;

const bijBestand = async ({ store }: Ports, ref: AccountRef, soort: Profiel["soort"], gelinkt: Gelinkt): Promise<Gevonden> => {
  const named = await store.isNamedGast(ref);
  if (named === undefined) return refuse(soort === "gast" ? "gast_geweigerd" : "onbekende_gebruiker");
  const persoon = await store.readPersoon(named.persoonId);
  return gelinkt === undefined || gelinkt.id === persoon.id ? ok({ persoon, gast: true }) : refuse("onbekende_gebruiker");
};

const bijAdres = async ({ store }: Ports, email: string, gelinkt: Gelinkt): Promise<Gevonden> => {
  if (email === "") return refuse("onbekende_gebruiker");
  if (gelinkt !== undefined) return gelinkt.email.toLowerCase() === email ? ok({ persoon: gelinkt, gast: false }) : refuse("onbekende_gebruiker");
  const [only, ...others] = await store.personenMetEmail(email);
  if (others.length > 0) return refuse("dubbel_account");
  return ok(only === undefined ? { persoon: only, email } : { persoon: only, gast: false });
};

/** Who an account is, by what the platform vouches for now. One that is linked already stays the same person or is nobody [domein 2, Who may submit]. */
export const herken = async (ports: Ports, ref: AccountRef, profiel: Profiel | undefined, gelinkt?: Persoon): Promise<Gevonden> => {
  if (profiel === undefined) return refuse("onbekende_gebruiker");
  if (profiel.soort !== "lid") return bijBestand(ports, ref, profiel.soort, gelinkt);
  return bijAdres(ports, profiel.email?.trim().toLowerCase() ?? "", gelinkt);
};
