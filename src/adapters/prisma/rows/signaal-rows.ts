import type { Acuut, Overdracht, Signaal, Stap, Vraag } from "../../../domain/signaal/signaal.js";
import { isOpen } from "../../../domain/signaal/signaal.status.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { OverdrachtRow, Prisma, SignaalRow, StapRow, VraagRow } from "../generated/client.js";
import { present } from "./present.js";

/** Prisma takes bytes over an ArrayBuffer only. */
const sealed = (crypto: Crypto, owner: string, content: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(crypto.seal(owner, content));

export const signaalToRow = (crypto: Crypto, s: Signaal): Prisma.SignaalRowUncheckedCreateInput => ({
  id: s.id,
  code: s.code,
  version: s.version,
  status: s.status,
  open: isOpen(s.status),
  gemeenteId: s.gemeenteId,
  melderId: s.melderId,
  platform: s.platform,
  ontvangenOp: s.ontvangenOp,
  acuutOp: s.acuut?.op ?? null,
  acuutDoorId: s.acuut?.doorId ?? null,
  acuutBelde112: s.acuut?.belde112 ?? null,
  behandelaarId: s.behandelaarId ?? null,
  opgepaktOp: s.opgepaktOp ?? null,
  beloofdVoor: s.beloofdVoor,
  aangehoudenTot: s.aangehoudenTot ?? null,
  herzienOp: s.herzienOp ?? null,
  intrekkingGevraagdOp: s.intrekkingGevraagdOp ?? null,
  bijMeldpunt: s.bijMeldpunt,
  bijAandachtsfunctionaris: s.bijAandachtsfunctionaris,
  casusId: s.casusId ?? null,
  dubbelVanId: s.dubbelVanId ?? null,
  inhoud: sealed(crypto, s.id, s.inhoud),
});

const readAcuut = (row: SignaalRow): Acuut | null =>
  row.acuutOp === null ? null : ({ op: row.acuutOp, doorId: row.acuutDoorId, belde112: row.acuutBelde112 } as Acuut);

export const rowToSignaal = (crypto: Crypto, row: SignaalRow): Signaal => {
  const { open: _open, acuutOp: _op, acuutDoorId: _door, acuutBelde112: _belde, inhoud, ...rest } = row;
  return present({ ...rest, acuut: readAcuut(row), inhoud: crypto.open(row.id, inhoud) }) as Signaal;
};

export const stapToRow = (crypto: Crypto, stap: Stap): Prisma.StapRowCreateManyInput => ({ ...stap, inhoud: sealed(crypto, stap.signaalId, stap.inhoud) });

export const rowToStap = (crypto: Crypto, row: StapRow): Stap => {
  const { nr: _nr, inhoud, ...rest } = row;
  return { ...rest, inhoud: crypto.open(row.signaalId, inhoud) } as Stap;
};

export const vraagToRow = (crypto: Crypto, vraag: Vraag): Prisma.VraagRowUncheckedCreateInput => ({
  ...vraag,
  beantwoordOp: vraag.beantwoordOp ?? null,
  vastgelegdDoorId: vraag.vastgelegdDoorId ?? null,
  inhoud: sealed(crypto, vraag.signaalId, vraag.inhoud),
});

export const rowToVraag = (crypto: Crypto, row: VraagRow): Vraag => present({ ...row, inhoud: crypto.open(row.signaalId, row.inhoud) }) as Vraag;

export const overdrachtToRow = (crypto: Crypto, overdracht: Overdracht): Prisma.OverdrachtRowUncheckedCreateInput => ({
  ...overdracht,
  inhoud: sealed(crypto, overdracht.signaalId, overdracht.inhoud),
});

export const rowToOverdracht = (crypto: Crypto, row: OverdrachtRow): Overdracht => ({ ...row, inhoud: crypto.open(row.signaalId, row.inhoud) }) as Overdracht;
