import type { Crypto } from "../../ports/crypto.js";
import type { RechtenChange } from "../../ports/rechten-store.js";
import { casusexportToRow, inzageverzoekToRow, noodtoegangToRow } from "./rows/rechten-rows.js";
import { tokenHash } from "./rows/tafel-rows.js";
import { change, insert, type Write } from "./write.js";

/** What a change about rights and exceptions is to the database. */
export const rechtenOperations = (crypto: Crypto, one: RechtenChange): readonly Write[] => {
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
  }
};
