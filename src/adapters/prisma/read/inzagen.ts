import type { InzageZicht } from "../../../domain/delen/inzage.js";
import type { Inzage, InzageStore } from "../../../ports/inzage-store.js";
import { Prisma, type PrismaClient } from "../generated/client.js";
import { present } from "../rows/present.js";

const inGemeenten = (gemeenten: readonly string[]): Prisma.Sql => Prisma.sql`(
  EXISTS (SELECT 1 FROM signaal s WHERE s.code = a.object AND s.gemeente_id = ANY (${[...gemeenten]}))
  OR EXISTS (SELECT 1 FROM casus c WHERE c.code = a.object AND c.gemeente_id = ANY (${[...gemeenten]}))
  OR EXISTS (SELECT 1 FROM actiepunt p JOIN casus c ON c.id = p.casus_id WHERE p.code = a.object AND c.gemeente_id = ANY (${[...gemeenten]})))`;

const within = ({ organisatieId, gemeenten }: InzageZicht): Prisma.Sql => {
  if (gemeenten === "alle") return Prisma.sql`true`;
  const delen = [
    ...(organisatieId === undefined ? [] : [Prisma.sql`wie.organisatie_id = ${organisatieId}`]),
    ...(gemeenten.length === 0 ? [] : [inGemeenten(gemeenten)]),
  ];
  return delen.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(delen, " OR ")})`;
};

/** Everything of which these people may find no trace: who is kept out of a part is out of the whole. */
const verborgenVoor = async (db: PrismaClient, lezers: readonly string[]): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<readonly { readonly object: string }[]>`
    WITH eigen AS (SELECT id, casus_id FROM signaal WHERE uitgesloten && ${[...lezers]}::text[]),
      dossier AS (SELECT id FROM casus WHERE uitgesloten && ${[...lezers]}::text[] UNION SELECT casus_id FROM eigen WHERE casus_id IS NOT NULL),
      deel AS (SELECT id, code FROM signaal WHERE id IN (SELECT id FROM eigen) OR casus_id IN (SELECT id FROM dossier))
    SELECT code AS object FROM deel
    UNION SELECT code FROM casus WHERE id IN (SELECT id FROM dossier)
    UNION SELECT code FROM actiepunt WHERE casus_id IN (SELECT id FROM dossier)
    UNION SELECT id FROM agendapunt WHERE casus_id IN (SELECT id FROM dossier) OR signaal_id IN (SELECT id FROM deel)`;
  return rows.map(({ object }) => object);
};

/** Acts that open content to somebody, beside the looks themselves. */
const opentInhoud = ["noodtoegang.openen"];

/** Reads who looked, from the audit trail. */
export const inzagenReader = (db: PrismaClient): InzageStore => ({
  inzagen: async (zicht, { lezers, objecten, voor }, limit) => {
    const verborgen = await verborgenVoor(db, lezers);
    const rows = await db.$queryRaw<readonly object[]>`
      SELECT a.id::text, a.op, wie.naam, wie.organisatie_naam AS organisatie, a.actie, a.object, a.grondslag
      FROM audit_line a JOIN persoon wie ON wie.id = a.wie
      WHERE (a.resultaat = 'gezien' OR (a.resultaat = 'gedaan' AND a.actie = ANY (${opentInhoud}))) AND ${within(zicht)}
        AND ${verborgen.length === 0 ? Prisma.sql`true` : Prisma.sql`a.object <> ALL (${[...verborgen]})`}
        AND ${objecten === undefined ? Prisma.sql`true` : Prisma.sql`a.object = ANY (${[...objecten]})`}
        AND ${voor === undefined ? Prisma.sql`true` : Prisma.sql`a.id < ${voor}::bigint`}
      ORDER BY a.id DESC LIMIT ${limit}`;
    return rows.map((row) => present(row) as Inzage);
  },
});
