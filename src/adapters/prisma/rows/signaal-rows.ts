import type { Acuut, Overdracht, Signaal, Stap, Vraag } from "../../../domain/signaal/signaal.js";
import { isOpen } from "../../../domain/signaal/signaal.status.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { OverdrachtRow, Prisma, SignaalRow, StapRow, VraagRow } from "../generated/client.js";
import { plekVan } from "../sleutels/plek.js";
import { filled, present } from "./present.js";

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
  uitgesloten: [...(s.uitgesloten ?? [])],
  inhoud: crypto.seal(plekVan("signaal", s), s.inhoud),
});

const readAcuut = (row: SignaalRow): Acuut | null =>
  row.acuutOp === null ? null : ({ op: row.acuutOp, doorId: row.acuutDoorId, belde112: row.acuutBelde112 } as Acuut);

export const rowToSignaal = (crypto: Crypto, row: SignaalRow): Signaal => {
  const { open: _open, acuutOp: _op, acuutDoorId: _door, acuutBelde112: _belde, inhoud, uitgesloten, ...rest } = row;
  return present({
    ...rest,
    uitgesloten: filled(uitgesloten),
    acuut: readAcuut(row),
    inhoud: crypto.open(plekVan("signaal", row), inhoud),
  }) as unknown as Signaal;
};

export const stapToRow = (crypto: Crypto, stap: Stap): Prisma.StapRowCreateManyInput => ({ ...stap, inhoud: crypto.seal(plekVan("stap", stap), stap.inhoud) });

export const rowToStap = (crypto: Crypto, row: StapRow): Stap => {
  const { nr: _nr, inhoud, ...rest } = row;
  return { ...rest, inhoud: crypto.open(plekVan("stap", row), inhoud) } as Stap;
};

export const vraagToRow = (crypto: Crypto, vraag: Vraag): Prisma.VraagRowUncheckedCreateInput => ({
  ...vraag,
  aanOrganisatieId: vraag.aanOrganisatieId ?? null,
  beantwoordOp: vraag.beantwoordOp ?? null,
  vastgelegdDoorId: vraag.vastgelegdDoorId ?? null,
  inhoud: crypto.seal(plekVan("vraag", vraag), vraag.inhoud),
});

export const rowToVraag = (crypto: Crypto, row: VraagRow): Vraag => present({ ...row, inhoud: crypto.open(plekVan("vraag", row), row.inhoud) }) as Vraag;

export const overdrachtToRow = (crypto: Crypto, overdracht: Overdracht): Prisma.OverdrachtRowUncheckedCreateInput => ({
  ...overdracht,
  inhoud: crypto.seal(plekVan("overdracht", overdracht), overdracht.inhoud),
});

export const rowToOverdracht = (crypto: Crypto, row: OverdrachtRow): Overdracht =>
  ({ ...row, inhoud: crypto.open(plekVan("overdracht", row), row.inhoud) }) as Overdracht;
