import type { BewaarChange } from "../../ports/bewaar-store.js";
import type { Crypto } from "../../ports/crypto.js";
import { Prisma, type PrismaClient } from "./generated/client.js";
import { stopToRow, vernietigingToRow } from "./rows/bewaar-rows.js";
import { change, insert, type Write } from "./write.js";

const leeg = (...columns: readonly string[]): Prisma.Sql => Prisma.raw(columns.map((column) => `${column} = NULL`).join(", "));

/**
 * Takes away what was sealed with the keys of these owners, and what their rows tell beside it; nothing of it waits any more. Codes, gemeente
 * and days stay as proof. Also after a backup from before it was put back.
 */
export const wisInhoud = (owners: readonly string[], now: Date): readonly Prisma.Sql[] => {
  const ids = [...owners];
  const mine = Prisma.sql`ANY (${ids}::text[])`;
  const ofMine = Prisma.sql`(casus_id = ${mine} OR (casus_id IS NULL AND id = ${mine}))`;
  return [
    Prisma.sql`UPDATE signaal SET inhoud = '', status = 'vernietigd', open = false, acuut_op = NULL, acuut_door_id = NULL, acuut_belde112 = NULL, behandelaar_id = NULL,
      opgepakt_op = NULL, aangehouden_tot = NULL, herzien_op = NULL, intrekking_gevraagd_op = NULL, dubbel_van_id = NULL, bewaren_tot = NULL WHERE id = ${mine}`,
    Prisma.sql`UPDATE casus SET inhoud = '', ${leeg("route", "regie_organisatie_id", "regiehouder_id", "tafel_id", "voorstel", "voorstel_aan_id")},
      regie_status = ${"geen"}, ${leeg("fase", "terug_op", "sluit_reden", "bewaren_tot")} WHERE id = ${mine}`,
    Prisma.sql`UPDATE stap SET inhoud = '' WHERE signaal_id = ${mine}`,
    Prisma.sql`UPDATE vraag SET inhoud = '', status = CASE status WHEN 'open' THEN 'ingetrokken' ELSE status END, version = version + 1 WHERE signaal_id = ${mine}`,
    Prisma.sql`UPDATE overdracht SET inhoud = '', status = CASE status WHEN 'open' THEN 'geweigerd' ELSE status END, version = version + 1 WHERE signaal_id = ${mine}`,
    Prisma.sql`UPDATE actiepunt SET inhoud = '', status = CASE WHEN open THEN 'vervallen' ELSE status END, open = false, version = version + 1 WHERE ${ofMine}`,
    Prisma.sql`UPDATE agendapunt SET inhoud = '', genodigden = '{}', version = version + 1,
      status = CASE status WHEN 'behandeld' THEN status ELSE 'ingetrokken' END
      WHERE casus_id = ${mine} OR (casus_id IS NULL AND (signaal_id = ${mine} OR (signaal_id IS NULL AND id = ${mine})))`,
    Prisma.sql`UPDATE vernietigingsstop SET inhoud = '' WHERE object_id = ${mine}`,
    Prisma.sql`UPDATE due_moment SET done_op = ${now}, lease_until = NULL WHERE done_op IS NULL
      AND (object_id = ${mine} OR object_id IN (SELECT id FROM vraag WHERE signaal_id = ${mine}))`,
    Prisma.sql`UPDATE outgoing SET status = 'vervangen', klaar_op = ${now}, lease_until = NULL WHERE status = 'wacht' AND kind <> 'opruimen'
      AND (split_part(object_id, ':', 1) = ${mine} OR object_id IN (SELECT id FROM vraag WHERE signaal_id = ${mine}))`,
  ];
};

/** What a change about keeping and destroying is to the database. */
export const bewaarOperations = (db: PrismaClient, crypto: Crypto, one: BewaarChange, now: Date): readonly (Write | Prisma.PrismaPromise<unknown>)[] => {
  switch (one.soort) {
    case "vernietiging_nieuw":
      return [insert("vernietiging", vernietigingToRow(one.vernietiging))];
    case "vernietiging":
      return [change("vernietiging", vernietigingToRow(one.vernietiging))];
    case "stop_nieuw":
      return [insert("vernietigingsstop", stopToRow(crypto, one.stop))];
    case "stop":
      return [change("vernietigingsstop", stopToRow(crypto, one.stop))];
    case "inhoud_weg":
      return wisInhoud(one.owners, now).map((sql) => db.$executeRaw(sql));
    case "kaarten_weg":
      return [db.postedMessageRow.updateMany({ where: { id: { in: one.ids.map(BigInt) }, wegOp: null }, data: { wegGevraagdOp: now } })];
    case "kaart_is_weg":
      return [db.postedMessageRow.updateMany({ where: { id: BigInt(one.id), wegOp: null }, data: { wegOp: now } })];
  }
};
