import { dossierCategorieen } from "../../../domain/regio/bewaartermijnen.js";
import type { BewaarStore, BlijvendeKaart, GeplaatsteKaart, Stil } from "../../../ports/bewaar-store.js";
import { Prisma, type PrismaClient } from "../generated/client.js";
import { rowToAgendapunt, rowToVerloop } from "../rows/agenda-rows.js";
import { rowToStop, rowToVernietiging } from "../rows/bewaar-rows.js";
import { rowToCasus } from "../rows/casus-rows.js";
import { rowToSignaal } from "../rows/signaal-rows.js";
import { readRecipient } from "../rows/work-rows.js";
import type { Kluis } from "../sleutels/kluis.js";

type KaartRow = { readonly id: string; readonly kind: string; readonly recipient: string };
const rowToKaart = ({ id, kind, recipient }: KaartRow): GeplaatsteKaart => ({ id, kind, to: readRecipient(recipient) });
type BlijvendeRow = KaartRow & Pick<BlijvendeKaart, "platform" | "sinds" | "gestopt">;
const rowToBlijvend = ({ platform, sinds, gestopt, ...row }: BlijvendeRow): BlijvendeKaart => ({ ...rowToKaart(row), platform, sinds, gestopt });

/** A card that stands and was not asked to go; the kinds that ask a card to go, or show details for a while, are none. */
const staat = Prisma.sql`p.weg_gevraagd_op IS NULL AND p.kind NOT IN ('opruimen', 'prive')`;
const blijft = Prisma.sql`SELECT p.id::text, p.kind, p.recipient, p.platform, p.weg_gevraagd_op AS sinds, coalesce(o.status = 'gestopt', false) AS gestopt
  FROM posted_message p LEFT JOIN LATERAL (SELECT status FROM outgoing WHERE kind = 'opruimen' AND object_id = p.id::text ORDER BY id DESC LIMIT 1) o ON true
  WHERE p.weg_gevraagd_op IS NOT NULL AND p.weg_op IS NULL`;

/** Closed before then: a signaal by its last step, a casus by itself; with what hangs on them. */
const klaar = (voor: Date): Prisma.Sql => Prisma.sql`
  signalen AS (SELECT s.id FROM signaal s WHERE s.status IN ('gemeentelijk_opgepakt', 'afgesloten', 'vervallen')
    AND coalesce((SELECT max(t.op) FROM stap t WHERE t.signaal_id = s.id), s.ontvangen_op) < ${voor}),
  casussen AS (SELECT id FROM casus WHERE afgesloten_op < ${voor}),
  objecten AS (SELECT id FROM signalen UNION SELECT id FROM casussen
    UNION SELECT id FROM vraag WHERE signaal_id IN (SELECT id FROM signalen)
    UNION SELECT id FROM overdracht WHERE signaal_id IN (SELECT id FROM signalen)
    UNION SELECT id FROM actiepunt WHERE casus_id IN (SELECT id FROM casussen) AND NOT open)`;

/** A signaal that somebody should do something with, and that this person may know of. */
const loopt = (lezer: string): Prisma.Sql => Prisma.sql`s.open AND s.status <> 'niet_versterkt' AND NOT ${lezer} = ANY (s.uitgesloten)`;

/** So many rows at a time: a step takes moments, also in the first night of a database that kept them for years. */
const STAP = 10_000;
const oud = (bezorgdVoor: Date, klaarVoor: Date): readonly Prisma.Sql[] => [
  Prisma.sql`DELETE FROM delivery WHERE key IN (SELECT key FROM delivery WHERE op < ${bezorgdVoor} LIMIT ${STAP})`,
  Prisma.sql`DELETE FROM outgoing WHERE id IN (SELECT id FROM outgoing WHERE status IN ('verstuurd', 'vervangen') AND klaar_op < ${klaarVoor} LIMIT ${STAP})`,
  Prisma.sql`DELETE FROM posted_message WHERE id IN (SELECT id FROM posted_message WHERE weg_op < ${klaarVoor} LIMIT ${STAP})`,
  Prisma.sql`DELETE FROM due_moment WHERE id IN (SELECT id FROM due_moment WHERE done_op < ${klaarVoor} LIMIT ${STAP})`,
];

/** Reads what is kept too long, held, destroyed, or still. */
export const bewaarReader = (db: PrismaClient, kluis: Kluis): BewaarStore => ({
  wisTechniek: async (bezorgdVoor, klaarVoor) => {
    for (const stap of oud(bezorgdVoor, klaarVoor)) while ((await db.$executeRaw(stap)) === STAP);
  },
  verlopenSignalen: async (voor, gemeenten, limit) => {
    const where = { bewarenTot: { lt: voor }, gemeenteId: { in: [...gemeenten] }, status: { in: ["niet_versterkt", "gemeentelijk_opgepakt", "vervallen"] } };
    const rows = await db.signaalRow.findMany({ where, orderBy: [{ bewarenTot: "asc" }, { id: "asc" }], take: limit });
    return kluis.read((crypto) => rows.map((row) => rowToSignaal(crypto, row)));
  },
  verlopenCasussen: async (voor, gemeenten, limit) => {
    const where = { bewarenTot: { lt: voor }, gemeenteId: { in: [...gemeenten] }, afgeslotenOp: { not: null } };
    const rows = await db.casusRow.findMany({ where, orderBy: [{ bewarenTot: "asc" }, { id: "asc" }], take: limit });
    return kluis.read((crypto) => rows.map((row) => rowToCasus(crypto, row)));
  },
  findVernietiging: async (id) => {
    const row = await db.vernietigingRow.findUnique({ where: { id } });
    return row === null ? undefined : rowToVernietiging(row);
  },
  vernietigingen: async (status, gemeenten, limit) => {
    const orderBy =
      status === "voorgesteld" ? [{ voorgesteldOp: "asc" as const }, { id: "asc" as const }] : [{ beslistOp: "desc" as const }, { id: "asc" as const }];
    const where = { status, gemeenteId: { in: [...gemeenten] }, categorie: { in: [...dossierCategorieen] } };
    return (await db.vernietigingRow.findMany({ where, orderBy, take: limit })).map(rowToVernietiging);
  },
  openStoppen: async (gemeenten, over) => {
    const where = { opgehevenOp: null, gemeenteId: { in: [...gemeenten] }, ...(over === undefined ? {} : { objectId: { in: [...over] } }) };
    const rows = await db.vernietigingsstopRow.findMany({ where, orderBy: [{ op: "asc" }, { id: "asc" }] });
    return kluis.read((crypto) => rows.map((row) => rowToStop(crypto, row)));
  },
  aanhangVan: async (signaalIds, casusId) => {
    const over = Prisma.sql`(signaal_id = ANY (${[...signaalIds]}::text[]) OR casus_id = ${casusId ?? null}::text)`;
    const punten = await db.$queryRaw<{ id: string; overlegId: string; eigen: boolean }[]>`
      WITH RECURSIVE acties AS (
        SELECT id FROM actiepunt WHERE casus_id = ${casusId ?? null}::text OR punt_id IN (SELECT id FROM agendapunt WHERE ${over})
      ), punten AS (
        SELECT id, overleg_id, false AS eigen FROM agendapunt WHERE ${over}
        UNION SELECT id, overleg_id, true FROM agendapunt WHERE casus_id IS NULL AND signaal_id IS NULL AND actiepunt_id IN (SELECT id FROM acties)
      ) SELECT id, overleg_id AS "overlegId", eigen FROM punten`;
    const acties = await db.actiepuntRow.findMany({
      where: { OR: [...(casusId === undefined ? [] : [{ casusId }]), { puntId: { in: punten.map(({ id }) => id) } }] },
      select: { id: true, code: true, overlegId: true, casusId: true },
    });
    // One that was agreed there for another casus is sealed and kept with that one.
    const mijn = acties.filter((actie) => actie.casusId === null || actie.casusId === casusId);
    const overleggen = [...punten.map(({ overlegId }) => overlegId), ...mijn.flatMap(({ overlegId }) => overlegId ?? [])];
    return {
      acties: mijn.map(({ id, code }) => ({ id, code })),
      agendapuntIds: punten.filter(({ eigen }) => eigen).map(({ id }) => id),
      overlegIds: [...new Set(overleggen)],
    };
  },
  verlopenVan: async (tafelIds) => {
    const overleggen = await db.overlegRow.findMany({ where: { tafelId: { in: [...tafelIds] } }, select: { id: true } });
    const rows = await db.verloopRow.findMany({ where: { overlegId: { in: overleggen.map(({ id }) => id) } } });
    return kluis.read((crypto) => rows.map((row) => rowToVerloop(crypto, row)));
  },
  puntenVan: async (overlegIds) => {
    const rows = await db.agendapuntRow.findMany({ where: { overlegId: { in: [...overlegIds] } } });
    return kluis.read((crypto) => rows.map((row) => rowToAgendapunt(crypto, row)));
  },
  kaartenOver: async (objectIds) => {
    const ids = Prisma.sql`ANY (${[...objectIds]}::text[])`;
    const rows = await db.$queryRaw<KaartRow[]>`
      WITH over AS (SELECT unnest(${[...objectIds]}::text[]) AS id UNION SELECT id FROM vraag WHERE signaal_id = ${ids} UNION SELECT id FROM overdracht WHERE signaal_id = ${ids})
      SELECT p.id::text, p.kind, p.recipient FROM posted_message p WHERE ${staat} AND split_part(p.object_id, ':', 1) IN (SELECT id FROM over) ORDER BY p.id`;
    return rows.map(rowToKaart);
  },
  kaartenVanKlaar: async (voor, limit) => {
    const rows = await db.$queryRaw<KaartRow[]>`
      WITH ${klaar(voor)} SELECT p.id::text, p.kind, p.recipient FROM posted_message p
      WHERE ${staat} AND p.op < ${voor} AND (p.kind = 'dagbundel' OR split_part(p.object_id, ':', 1) IN (SELECT id FROM objecten)) ORDER BY p.id LIMIT ${limit}`;
    return rows.map(rowToKaart);
  },
  blijvendeKaarten: async (voor, limit) => {
    const rows = await db.$queryRaw<BlijvendeRow[]>`
      ${blijft} AND (p.weg_gevraagd_op < ${voor} OR o.status = 'gestopt') ORDER BY p.weg_gevraagd_op, p.id LIMIT ${limit}`;
    return rows.map(rowToBlijvend);
  },
  findBlijvendeKaart: async (id) => {
    if (!/^\d{1,18}$/.test(id)) return undefined;
    const [row] = await db.$queryRaw<BlijvendeRow[]>`${blijft} AND p.id = ${BigInt(id)}`;
    return row === undefined ? undefined : rowToBlijvend(row);
  },
  halfVernietigd: async (limit) => {
    const rest = (tabel: string, owner: string) => Prisma.raw(`EXISTS (SELECT 1 FROM ${tabel} t WHERE t.${owner} = k.owner AND length(t.inhoud) > 0)`);
    const resten = [rest("signaal", "id"), rest("casus", "id"), rest("stap", "signaal_id"), rest("actiepunt", "casus_id"), rest("agendapunt", "casus_id")];
    const rows = await db.$queryRaw<{ owner: string }[]>`
      SELECT k.owner FROM sleutel k WHERE k.vernietigd_op IS NOT NULL AND (${Prisma.join(resten, " OR ")}) ORDER BY k.owner LIMIT ${limit}`;
    return rows.map(({ owner }) => owner);
  },
  // Each gemeente by itself and the oldest first, so that the look stops at as many as it wants, however many are open.
  stille: async (voor, gemeenten, lezer, limit) => db.$queryRaw<Stil[]>`
    WITH signalen AS (
      SELECT 'signaal' AS soort, x.code, x.gemeente_id, x.sinds FROM unnest(${[...gemeenten]}::text[]) AS g(id), LATERAL (
        SELECT s.code, s.gemeente_id, greatest(s.ontvangen_op, l.op) AS sinds
        FROM signaal s, LATERAL (SELECT max(t.op) AS op FROM stap t WHERE t.signaal_id = s.id) l
        WHERE s.gemeente_id = g.id AND ${loopt(lezer)} AND s.casus_id IS NULL AND s.ontvangen_op < ${voor} AND coalesce(l.op, s.ontvangen_op) < ${voor}
        ORDER BY s.ontvangen_op, s.code LIMIT ${limit}
      ) x
    ), casussen AS (
      SELECT 'casus' AS soort, c.code, c.gemeente_id, greatest(c.geopend_op, l.op, (SELECT max(a.behandeld_op) FROM agendapunt a WHERE a.casus_id = c.id)) AS sinds
      FROM casus c, LATERAL (
        SELECT max(greatest(s.ontvangen_op, (SELECT max(t.op) FROM stap t WHERE t.signaal_id = s.id))) AS op
        FROM signaal s WHERE s.casus_id = c.id AND ${loopt(lezer)} AND s.gemeente_id = ANY (${[...gemeenten]}::text[])
      ) l
      WHERE c.afgesloten_op IS NULL AND c.geopend_op < ${voor} AND l.op < ${voor} AND NOT ${lezer} = ANY (c.uitgesloten)
    ), stil AS (SELECT * FROM signalen UNION ALL SELECT * FROM casussen)
    SELECT soort, code, gemeente_id AS "gemeenteId", sinds FROM stil WHERE sinds < ${voor} ORDER BY sinds, code LIMIT ${limit}`,
});
