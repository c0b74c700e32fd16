import type { Vernietiging, Vernietigingsstop } from "../../../domain/bewaren/vernietiging.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { Prisma, VernietigingRow, VernietigingsstopRow } from "../generated/client.js";
import { plekVan } from "../sleutels/plek.js";
import { readInhoud } from "./inhoud.js";
import { present } from "./present.js";

export const vernietigingToRow = (v: Vernietiging): Prisma.VernietigingRowUncheckedCreateInput & { version: number } => ({
  ...v,
  beslistDoorId: v.beslistDoorId ?? null,
  beslistOp: v.beslistOp ?? null,
});
export const rowToVernietiging = (row: VernietigingRow): Vernietiging => present(row) as unknown as Vernietiging;

export const stopToRow = (crypto: Crypto, stop: Vernietigingsstop): Prisma.VernietigingsstopRowUncheckedCreateInput & { version: number } => ({
  ...stop,
  opgehevenDoorId: stop.opgehevenDoorId ?? null,
  opgehevenOp: stop.opgehevenOp ?? null,
  inhoud: crypto.seal(plekVan("vernietigingsstop", stop), stop.inhoud),
});
export const rowToStop = (crypto: Crypto, { inhoud, ...row }: VernietigingsstopRow): Vernietigingsstop =>
  present({ ...row, inhoud: readInhoud(crypto, plekVan("vernietigingsstop", row), inhoud, { reden: "" }).inhoud }) as unknown as Vernietigingsstop;
