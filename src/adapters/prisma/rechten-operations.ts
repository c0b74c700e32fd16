import type { Dag } from "../../domain/tijd/dag.js";
import type { Crypto } from "../../ports/crypto.js";
import type { RechtenChange } from "../../ports/rechten-store.js";
import { Prisma } from "./generated/client.js";
import { casusexportToRow, inzageverzoekToRow, noodtoegangToRow } from "./rows/rechten-rows.js";
import { tokenHash } from "./rows/tafel-rows.js";
import { change, insert, type Write } from "./write.js";

const inzageverzoekenWeg = (voor: Dag, now: Date): readonly Write[] => {
  const oud = Prisma.sql`FROM inzageverzoek WHERE afgehandeld_op < ${voor}`;
  return [
    { sql: Prisma.sql`UPDATE sleutel SET key_id = NULL, wrapped = NULL, vernietigd_op = ${now} WHERE owner IN (SELECT id ${oud}) RETURNING 1` },
    { sql: Prisma.sql`DELETE ${oud} RETURNING 1` },
  ];
};

/** What a change about rights and exceptions is to the database. */
export const rechtenOperations = (crypto: Crypto, one: RechtenChange, now: Date): readonly Write[] => {
  switch (one.soort) {
    case "noodtoegang_nieuw":
      return [insert("noodtoegang", noodtoegangToRow(crypto, one.noodtoegang))];
    case "casusexport_nieuw":
      return [insert("casusexport", casusexportToRow(crypto, one.casusexport, null))];
    case "casusexport":
      return [change("casusexport", casusexportToRow(crypto, one.casusexport, one.token === undefined ? null : tokenHash(one.token)))];
    case "inzageverzoek_nieuw":
      return [insert("inzageverzoek", inzageverzoekToRow(crypto, one.inzageverzoek))];
    case "inzageverzoek":
      return [change("inzageverzoek", inzageverzoekToRow(crypto, one.inzageverzoek))];
    case "inzageverzoeken_weg":
      return inzageverzoekenWeg(one.voor, now);
  }
};
