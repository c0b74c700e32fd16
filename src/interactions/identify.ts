import type { FoutCode } from "../domain/fouten.js";
import type { AccountRef, Actor, OrganisatieId, Persoon, PersoonId, Taal } from "../domain/persoon/persoon.js";
import type { Organisatie } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Inbound, Profiel } from "../ports/chat.js";
import type { Ports } from "../ports/ports.js";
import type { Account, Change } from "../ports/store.js";

/** A link is checked again with the platform after this long, so that a guest or a leaver does not keep it. */
const HERCONTROLE_MS = 24 * 3_600_000;
/** The chat a person used last is noted at most this often. */
const GEBRUIK_MS = 10 * 60_000;

type Found = Result<Persoon, FoutCode>;

const organisatieVan = (organisaties: readonly Organisatie[], email: string): Organisatie | undefined => {
  const domein = email.split("@")[1]?.toLowerCase() ?? "";
  return organisaties.find((organisatie) => organisatie.domeinen.includes(domein));
};

/** Somebody with a vouched address of a gemeente or partner, who stands in no file: may submit, and sees his own signalen. */
const newMelder = (ports: Ports, profiel: Profiel, email: string, organisatie: Organisatie): Persoon => ({
  id: ports.ids.id() as PersoonId,
  naam: profiel.naam,
  functie: "",
  organisatieId: organisatie.id as OrganisatieId,
  organisatieSoort: organisatie.soort,
  organisatieNaam: organisatie.naam,
  email,
  actief: true,
  inRegio: false,
  rollen: [],
  ...(profiel.taal === undefined ? {} : { taal: profiel.taal as Taal }),
});

const byProfiel = async (
  ports: Ports,
  ref: AccountRef,
  profiel: Profiel | undefined,
): Promise<Result<{ persoon: Persoon; gast: boolean; isNew: boolean }, FoutCode>> => {
  if (profiel === undefined) return refuse("onbekende_gebruiker");
  if (profiel.soort !== "lid") {
    const named = await ports.store.isNamedGast(ref);
    if (named !== undefined) return ok({ persoon: await ports.store.readPersoon(named.persoonId), gast: true, isNew: false });
    return refuse(profiel.soort === "gast" ? "gast_geweigerd" : "onbekende_gebruiker");
  }
  const email = profiel.email?.trim().toLowerCase();
  if (email === undefined || email === "") return refuse("onbekende_gebruiker");
  const [only, ...others] = await ports.store.personenMetEmail(email);
  if (others.length > 0) return refuse("dubbel_account");
  if (only !== undefined) return ok({ persoon: only, gast: false, isNew: false });
  const organisatie = organisatieVan((await ports.store.readRegio()).organisaties, email);
  return organisatie === undefined ? refuse("onbekende_gebruiker") : ok({ persoon: newMelder(ports, profiel, email, organisatie), gast: false, isNew: true });
};

const firstContact = async (ports: Ports, inbound: Inbound): Promise<Found> => {
  const now = ports.clock.now();
  const found = await byProfiel(ports, inbound.account, await inbound.profiel());
  if (!found.ok) return found;
  const { persoon, gast, isNew } = found.value;
  const account: Account = { ref: inbound.account, persoonId: persoon.id, linkedOp: now, gast, laatstGebruiktOp: now };
  const changes: readonly Change[] = [...(isNew ? [{ soort: "persoon_nieuw" as const, persoon }] : []), { soort: "account", account }];
  const stored = await ports.store.commit({
    // Two first messages side by side must not become two people.
    ...(isNew ? { delivery: { key: `melder:${inbound.account.platform}:${inbound.account.tenant}:${inbound.account.userId}` } } : {}),
    changes,
    audit: [{ wie: persoon.id, actie: "account_koppelen", object: persoon.id, resultaat: "gedaan", herkomst: inbound.account.platform }],
  });
  if (stored.ok) return ok(persoon);
  const other = await ports.store.findLinked(inbound.account);
  return other === undefined ? refuse("onbekende_gebruiker") : ok(other.persoon);
};

/** Known accounts are looked at again now and then; a person who left, became a guest or has another address is out. */
const known = async (ports: Ports, inbound: Inbound, { account, persoon }: { readonly account: Account; readonly persoon: Persoon }): Promise<Found> => {
  const now = ports.clock.now();
  if (!persoon.actief) return refuse("onbekende_gebruiker");
  const stale = now.getTime() - account.linkedOp.getTime() > HERCONTROLE_MS;
  if (stale && !account.gast) {
    const profiel = await inbound.profiel();
    if (profiel === undefined || profiel.soort !== "lid") return refuse(profiel?.soort === "gast" ? "gast_geweigerd" : "onbekende_gebruiker");
    if (profiel.email?.trim().toLowerCase() !== persoon.email.toLowerCase()) return refuse("onbekende_gebruiker");
  }
  if (stale || now.getTime() - account.laatstGebruiktOp.getTime() > GEBRUIK_MS)
    await ports.store.commit({ changes: [{ soort: "account", account: { ...account, linkedOp: stale ? now : account.linkedOp, laatstGebruiktOp: now } }] });
  return ok(persoon);
};

/** Who acts: always from the verified payload and what the platform vouches for [domein 2, Who may submit]. */
export const identify = async (ports: Ports, inbound: Inbound): Promise<Result<Actor, FoutCode>> => {
  const linked = await ports.store.findLinked(inbound.account);
  const persoon = linked === undefined ? await firstContact(ports, inbound) : await known(ports, inbound, linked);
  if (!persoon.ok) return persoon;
  return persoon.value.actief ? ok({ persoon: persoon.value, account: inbound.account }) : refuse("onbekende_gebruiker");
};
