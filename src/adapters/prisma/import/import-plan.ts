import type { RegioAccount, RegioImport, RegioPersoon } from "../../../ports/regio-import.js";
import type { AccountRow, GastRow, PersoonRow, RolRow } from "../generated/client.js";
import { emailKey } from "../rows/persoon-rows.js";
import { byId, type Diff, diffRows } from "./diff.js";

/** A person as the file wants him; his language is his own once he is there. */
type WantedPersoon = Omit<PersoonRow, "taal">;
type Rollen = { readonly id: string; readonly rollen: readonly string[] };

/** What changes about people. @property weg ids of those who left. @property rollen of whom the roles are replaced. */
export type PersonenPlan = Diff<WantedPersoon> & { readonly rollen: readonly RegioPersoon[] };
export type AccountsPlan = { readonly koppelen: readonly RegioAccount[]; readonly gasten: Diff<GastRow> };

const toRow = (file: RegioImport, p: RegioPersoon): WantedPersoon => {
  const organisatie = file.regio.organisaties.find((o) => o.id === p.organisatieId);
  if (organisatie === undefined) throw new Error(`persoon ${p.id} belongs to an organisatie that is not in the file: ${p.organisatieId}`);
  return {
    id: p.id,
    naam: p.naam,
    functie: p.functie,
    organisatieId: p.organisatieId,
    organisatieSoort: organisatie.soort,
    organisatieNaam: organisatie.naam,
    email: p.email,
    emailKey: emailKey(p.email),
    telefoon: p.telefoon ?? null,
    actief: true,
    inRegio: true,
    uitChat: false,
    plaatsvervangerId: p.plaatsvervangerId ?? null,
  };
};

const rolKey = (rol: { rol: string; gemeenteId?: string | null }): string => JSON.stringify([rol.rol, rol.gemeenteId ?? null]);
const rollenOf = (id: string, rollen: readonly { rol: string; gemeenteId?: string | null }[]): Rollen => ({
  id,
  rollen: [...new Set(rollen.map(rolKey))].sort(),
});

/** Compares the people; somebody who only submitted a signaal stays out of the region, who was added from chat stays in it with his organisatie. */
export const planPersonen = (file: RegioImport, current: readonly (PersoonRow & { rollen: readonly RolRow[] })[]): PersonenPlan => {
  const diff = diffRows(
    current,
    file.personen.map((p) => toRow(file, p)),
    byId,
  );
  const rollen = diffRows(
    current.map((p) => rollenOf(p.id, p.rollen)),
    file.personen.map((p) => rollenOf(p.id, p.rollen)),
    byId,
  );
  const changed = new Set([...rollen.nieuw, ...rollen.gewijzigd].map(byId));
  const active = new Set(current.filter((p) => p.actief && p.inRegio).map(byId));
  const organisaties = new Set<string>(file.regio.organisaties.map(byId));
  const blijft = new Set(current.filter((p) => p.uitChat && organisaties.has(p.organisatieId)).map(byId));
  return { ...diff, weg: diff.weg.filter((id) => active.has(id) && !blijft.has(id)), rollen: file.personen.filter((p) => changed.has(p.id)) };
};

export const accountKeyOf = (row: { platform: string; tenant: string; userId: string }): string => JSON.stringify([row.platform, row.tenant, row.userId]);

/** Accounts named for a member are linked at once, against any other link; those of a guest only become allowed. */
export const planAccounts = (file: RegioImport, linked: readonly AccountRow[], gasten: readonly GastRow[]): AccountsPlan => {
  const now = new Map(linked.map((row) => [accountKeyOf(row), row.persoonId]));
  const wanted = file.accounts.filter((a) => a.gast).map(({ platform, tenant, userId, persoonId }) => ({ platform, tenant, userId, persoonId }));
  return {
    koppelen: file.accounts.filter((a) => !a.gast && now.get(accountKeyOf(a)) !== a.persoonId),
    gasten: diffRows<GastRow>(gasten, wanted, accountKeyOf),
  };
};
