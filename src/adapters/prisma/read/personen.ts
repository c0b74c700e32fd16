import type { AccountRef, GemeenteId, OrganisatieId, Persoon, PersoonId, Rol, RolNaam } from "../../../domain/persoon/persoon.js";
import type { Gelinkt } from "../../../ports/store.js";
import { type AccountRow, type PersoonRow, Prisma, type PrismaClient } from "../generated/client.js";
import { accountKey, emailKey, rowToAccount } from "../rows/persoon-rows.js";
import { present } from "../rows/present.js";

export type PersoonMetRollen = Omit<PersoonRow, "emailKey"> & {
  readonly rollen: readonly { readonly rol: string; readonly gemeenteId: string | null; readonly namens: string | null }[];
};

const rowToPersoon = (row: PersoonMetRollen): Persoon => present({ ...row, rollen: row.rollen.map((rol) => present(rol) as Rol) }) as unknown as Persoon;

/** People with their own roles first and then those of whom they are the deputy, in one statement. */
export const persoonOf = Prisma.sql`
  p.id, p.naam, p.functie, p.organisatie_id AS "organisatieId", p.organisatie_soort AS "organisatieSoort", p.organisatie_naam AS "organisatieNaam",
    p.email, p.telefoon, p.taal, p.actief, p.plaatsvervanger_id AS "plaatsvervangerId", p.in_regio AS "inRegio",
    coalesce((
      SELECT json_agg(json_build_object('rol', r.rol, 'gemeenteId', r.gemeente_id, 'namens', nullif(r.persoon_id, p.id)) ORDER BY r.persoon_id <> p.id, r.id)
      FROM rol r WHERE r.persoon_id = ANY (p.id || ARRAY(SELECT d.id FROM persoon d WHERE d.plaatsvervanger_id = p.id))
    ), '[]') AS rollen`;
export const accountOf = Prisma.sql`
  a.platform, a.tenant, a.user_id AS "userId", a.persoon_id AS "persoonId", a.linked_op AS "linkedOp", a.gast,
    a.laatst_gebruikt_op AS "laatstGebruiktOp", a.conversation_id AS "conversationId", a.service_url AS "serviceUrl"`;
const activeInRegio = Prisma.sql`p.actief AND p.in_regio`;
const byName = Prisma.sql`ORDER BY p.naam, p.id`;

/** A row of both. */
export const rowToGelinkt = (row: PersoonMetRollen & AccountRow): Gelinkt | undefined => {
  const { userId, persoonId, linkedOp, gast, laatstGebruiktOp, conversationId, serviceUrl, platform, tenant, ...persoon } = row;
  const account = rowToAccount({ platform, tenant, userId, persoonId, linkedOp, gast, laatstGebruiktOp, conversationId, serviceUrl });
  return account === undefined ? undefined : { account, persoon: rowToPersoon(persoon) };
};

/** The ids of who holds a role here, and with `ookNamens` those of their deputies. */
const holders = (rol: RolNaam, gemeenteId: GemeenteId | undefined, ookNamens: boolean): Prisma.Sql => {
  const here = gemeenteId === undefined ? Prisma.empty : Prisma.sql`AND (r.gemeente_id IS NULL OR r.gemeente_id = ${gemeenteId})`;
  const own = Prisma.sql`SELECT r.persoon_id FROM rol r WHERE r.rol = ${rol} ${here}`;
  if (!ookNamens) return own;
  return Prisma.sql`${own} UNION SELECT h.plaatsvervanger_id FROM rol r JOIN persoon h ON h.id = r.persoon_id WHERE h.plaatsvervanger_id IS NOT NULL AND r.rol = ${rol} ${here}`;
};

/** Reads people and their accounts. */
export const personenReader = (db: PrismaClient) => {
  const where = async (condition: Prisma.Sql): Promise<readonly Persoon[]> =>
    (await db.$queryRaw<PersoonMetRollen[]>`SELECT ${persoonOf} FROM persoon p WHERE ${condition} ${byName}`).map(rowToPersoon);
  return {
    readPersoon: async (id: PersoonId): Promise<Persoon> => {
      const [persoon] = await where(Prisma.sql`p.id = ${id}`);
      if (persoon === undefined) throw new Error(`persoon ${id} does not exist`);
      return persoon;
    },
    readPersonen: async (ids: readonly PersoonId[]) => (ids.length === 0 ? [] : where(Prisma.sql`p.id = ANY (${[...ids]})`)),
    personenMetEmail: async (email: string) => (emailKey(email) === "" ? [] : where(Prisma.sql`p.email_key = ${emailKey(email)} AND ${activeInRegio}`)),
    personenMetRol: (rol: RolNaam, gemeenteId?: GemeenteId, ookNamens = false) =>
      where(Prisma.sql`p.id IN (${holders(rol, gemeenteId, ookNamens)}) AND ${activeInRegio}`),
    personenVan: async (ids: readonly OrganisatieId[]) =>
      ids.length === 0 ? [] : where(Prisma.sql`p.organisatie_id = ANY (${[...ids]}) AND ${activeInRegio}`),

    findGelinkten: async ({ platform, tenant }: Pick<AccountRef, "platform" | "tenant">, userIds: readonly string[]) => {
      const rows = await db.$queryRaw<(PersoonMetRollen & AccountRow)[]>`
        SELECT ${accountOf}, ${persoonOf} FROM account a JOIN persoon p ON p.id = a.persoon_id
        WHERE a.platform = ${platform} AND a.tenant = ${tenant} AND a.user_id = ANY (${[...userIds]})`;
      return rows.flatMap((row) => rowToGelinkt(row) ?? []);
    },
    accountsVan: async (persoonId: PersoonId) => {
      const rows = await db.accountRow.findMany({ where: { persoonId }, orderBy: [{ laatstGebruiktOp: { sort: "desc", nulls: "last" } }, { userId: "asc" }] });
      return rows.flatMap((row) => rowToAccount(row) ?? []);
    },
    isNamedGast: async (ref: AccountRef) => {
      const row = await db.gastRow.findUnique({ where: accountKey(ref), select: { persoonId: true } });
      return row === null ? undefined : { persoonId: row.persoonId as PersoonId };
    },
  };
};
