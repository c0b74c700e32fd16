import type { FoutCode } from "../domain/fouten.js";
import type { AccountRef, Actor, OrganisatieId, Persoon, PersoonId, Taal } from "../domain/persoon/persoon.js";
import type { Organisatie } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import type { Inbound, Profiel } from "../ports/chat.js";
import type { Ports } from "../ports/ports.js";
import type { Account, Change, Gelinkt } from "../ports/store.js";
import { type Herkend, herken, isVerouderd } from "../use-cases/herken.js";

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

const byProfiel = async (ports: Ports, ref: AccountRef, profiel: Profiel | undefined): Promise<Result<Herkend & { isNew: boolean }, FoutCode>> => {
  const found = await herken(ports, ref, profiel);
  if (!found.ok) return found;
  if (found.value.persoon !== undefined) return ok({ ...found.value, isNew: false });
  const { email } = found.value;
  const organisatie = organisatieVan((await ports.store.readRegio()).organisaties, email);
  if (profiel === undefined || organisatie === undefined) return refuse("onbekende_gebruiker");
  return ok({ persoon: newMelder(ports, profiel, email, organisatie), gast: false, isNew: true });
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
  const [other] = await ports.store.findGelinkten(inbound.account, [inbound.account.userId]);
  return other === undefined ? refuse("onbekende_gebruiker") : ok(other.persoon);
};

/** Known accounts are looked at again now and then; a person who left, became a guest or has another address is out. */
const known = async (ports: Ports, inbound: Inbound, { account, persoon }: Gelinkt): Promise<Found> => {
  const now = ports.clock.now();
  if (!persoon.actief) return refuse("onbekende_gebruiker");
  const stale = isVerouderd(account, now);
  if (stale) {
    const found = await herken(ports, inbound.account, await inbound.profiel(), persoon);
    if (!found.ok) return found;
  }
  if (stale || now.getTime() - account.laatstGebruiktOp.getTime() > GEBRUIK_MS)
    await ports.store.commit({ changes: [{ soort: "account", account: { ...account, linkedOp: stale ? now : account.linkedOp, laatstGebruiktOp: now } }] });
  return ok(persoon);
};

/** Who acts: always from the verified payload and what the platform vouches for [domein 2, Who may submit]. */
export const identify = async (ports: Ports, inbound: Inbound, gelinkt: Gelinkt | undefined): Promise<Result<Actor, FoutCode>> => {
  const persoon = gelinkt === undefined ? await firstContact(ports, inbound) : await known(ports, inbound, gelinkt);
  if (!persoon.ok) return persoon;
  return persoon.value.actief ? ok({ persoon: persoon.value, account: inbound.account }) : refuse("onbekende_gebruiker");
};
