import type { Actiepunt } from "../../../domain/actiepunt/actiepunt.js";
import { isOnafgedaan } from "../../../domain/actiepunt/actiepunt.status.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { ActiepuntRow, Prisma } from "../generated/client.js";
import { plekVan } from "../sleutels/plek.js";
import { readInhoud } from "./inhoud.js";
import { present } from "./present.js";

export const actiepuntToRow = (crypto: Crypto, a: Actiepunt): Prisma.ActiepuntRowUncheckedCreateInput & { id: string; version: number } => ({
  ...a,
  open: isOnafgedaan(a.status),
  casusId: a.casusId ?? null,
  overlegId: a.overlegId ?? null,
  puntId: a.puntId ?? null,
  overdrachtAanId: a.overdrachtAanId ?? null,
  gevraagdeTermijn: a.gevraagdeTermijn ?? null,
  inhoud: crypto.seal(plekVan("actiepunt", a), a.inhoud),
});

export const rowToActiepunt = (crypto: Crypto, { open: _open, inhoud, ...row }: ActiepuntRow): Actiepunt =>
  present({ ...row, ...readInhoud(crypto, plekVan("actiepunt", row), inhoud, { wat: "", stappen: [] }) }) as Actiepunt;
