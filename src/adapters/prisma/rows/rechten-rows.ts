import type { Noodtoegang } from "../../../domain/delen/noodtoegang.js";
import type { Casusexport } from "../../../domain/rechten/casusexport.js";
import type { Inzageverzoek } from "../../../domain/rechten/inzageverzoek.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { CasusexportRow, InzageverzoekRow, NoodtoegangRow, Prisma } from "../generated/client.js";
import { plekVan } from "../sleutels/plek.js";
import { present } from "./present.js";

export const noodtoegangToRow = (crypto: Crypto, one: Noodtoegang): Prisma.NoodtoegangRowCreateManyInput => ({
  ...one,
  inhoud: crypto.seal(plekVan("noodtoegang", one), one.inhoud),
});
export const rowToNoodtoegang = (crypto: Crypto, row: NoodtoegangRow): Noodtoegang =>
  ({ ...row, inhoud: crypto.open(plekVan("noodtoegang", row), row.inhoud) }) as Noodtoegang;

export const casusexportToRow = (crypto: Crypto, one: Casusexport, tokenHash: string | null) =>
  ({
    ...one,
    beslisserId: one.beslisserId ?? null,
    beslistOp: one.beslistOp ?? null,
    linkTot: one.linkTot ?? null,
    tokenHash,
    inhoud: crypto.seal(plekVan("casusexport", one), one.inhoud),
  }) satisfies Prisma.CasusexportRowCreateManyInput;
export const rowToCasusexport = (crypto: Crypto, { tokenHash: _hash, ...row }: CasusexportRow): Casusexport =>
  present({ ...row, inhoud: crypto.open(plekVan("casusexport", row), row.inhoud) }) as Casusexport;

export const inzageverzoekToRow = (crypto: Crypto, one: Inzageverzoek) =>
  ({
    ...one,
    verlengdOp: one.verlengdOp ?? null,
    afgehandeldOp: one.afgehandeldOp ?? null,
    inhoud: crypto.seal(plekVan("inzageverzoek", one), one.inhoud),
  }) satisfies Prisma.InzageverzoekRowCreateManyInput;
export const rowToInzageverzoek = (crypto: Crypto, row: InzageverzoekRow): Inzageverzoek =>
  present({ ...row, inhoud: crypto.open(plekVan("inzageverzoek", row), row.inhoud) }) as Inzageverzoek;
