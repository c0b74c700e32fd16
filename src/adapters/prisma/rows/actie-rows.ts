import type { Actiepunt } from "../../../domain/actiepunt/actiepunt.js";
import { isOnafgedaan } from "../../../domain/actiepunt/actiepunt.status.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { ActiepuntRow, Prisma } from "../generated/client.js";
import { present } from "./present.js";

/** What belongs to a casus is sealed with it. */
const owner = (row: { readonly id: string; readonly casusId?: string | null | undefined }): string => row.casusId ?? row.id;

export const actiepuntToRow = (crypto: Crypto, a: Actiepunt): Prisma.ActiepuntRowUncheckedCreateInput & { id: string; version: number } => ({
  ...a,
  open: isOnafgedaan(a.status),
  casusId: a.casusId ?? null,
  overlegId: a.overlegId ?? null,
  puntId: a.puntId ?? null,
  overdrachtAanId: a.overdrachtAanId ?? null,
  gevraagdeTermijn: a.gevraagdeTermijn ?? null,
  inhoud: new Uint8Array(crypto.seal(owner(a), a.inhoud)),
});

export const rowToActiepunt = (crypto: Crypto, { open: _open, inhoud, ...row }: ActiepuntRow): Actiepunt =>
  present({ ...row, inhoud: crypto.open(owner(row), inhoud) }) as Actiepunt;
