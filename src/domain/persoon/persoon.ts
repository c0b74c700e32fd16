import type { Brand } from "../brand.js";

export type PersoonId = Brand<string, "PersoonId">;
export type OrganisatieId = Brand<string, "OrganisatieId">;
export type GemeenteId = Brand<string, "GemeenteId">;

export const organisatieSoorten = ["gemeente", "politie", "nla", "zorg", "veilig_thuis", "zvh", "riec", "om", "kmar", "ggd", "regio", "overig"] as const;
export type OrganisatieSoort = (typeof organisatieSoorten)[number];

/** `inOverleg` roles are asked as partner; the others work on a signaal. A role may be scoped to a gemeente. */
export const rollen = [
  "analist",
  "aandachtsfunctionaris",
  "ketenregisseur",
  "zorgcoordinator",
  "procesregisseur",
  "regiehouder",
  "partner",
  "accenthouder",
  "fg",
  "privacy_officer",
] as const;
export type RolNaam = (typeof rollen)[number];

/** @property gemeenteId absent: the whole region. @property namens the person for whom this role is filled as deputy. */
export type Rol = { readonly rol: RolNaam; readonly gemeenteId?: GemeenteId; readonly namens?: PersoonId };

export type Taal = "nl" | "en";

export type Persoon = {
  readonly id: PersoonId;
  readonly naam: string;
  readonly functie: string;
  readonly organisatieId: OrganisatieId;
  readonly organisatieSoort: OrganisatieSoort;
  readonly organisatieNaam: string;
  /** Empty: somebody without account, whom nothing lets in. */
  readonly email: string;
  readonly telefoon?: string;
  readonly taal?: Taal;
  readonly actief: boolean;
  readonly plaatsvervangerId?: PersoonId;
  /** Stands in the region file; somebody who only submitted a signaal does not. */
  readonly inRegio: boolean;
  /** Own roles and those he fills as deputy. */
  readonly rollen: readonly Rol[];
};

export const heeftRol = (persoon: Persoon, rol: RolNaam, gemeenteId?: GemeenteId): boolean =>
  persoon.actief && persoon.rollen.some((r) => r.rol === rol && (r.gemeenteId === undefined || gemeenteId === undefined || r.gemeenteId === gemeenteId));

/** The account a verified payload names: tenant or workspace and user id, never an e-mail or a name. */
export type AccountRef = { readonly platform: Platform; readonly tenant: string; readonly userId: string };
export const platforms = ["slack", "teams"] as const;
export type Platform = (typeof platforms)[number];

/** Who acts: always from the verified payload. */
export type Actor = { readonly persoon: Persoon; readonly account: AccountRef };
