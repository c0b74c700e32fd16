import { type Acuut, legeInhoud, type Overdracht, type Signaal, type Stap, type Vraag } from "../../../domain/signaal/signaal.js";
import { isOpen } from "../../../domain/signaal/signaal.status.js";
import { dagVan } from "../../../domain/tijd/tijd.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { OverdrachtRow, Prisma, SignaalRow, StapRow, VraagRow } from "../generated/client.js";
import { plekVan } from "../sleutels/plek.js";
import { readInhoud } from "./inhoud.js";
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
  bewarenTot: s.bewarenTot ?? null,
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
  const gelezen = readInhoud(crypto, plekVan("signaal", row), inhoud, legeInhoud(dagVan(row.ontvangenOp)));
  // Also out of a backup from before it was destroyed.
  const status = gelezen.vernietigdOp === undefined ? row.status : "vernietigd";
  return present({ ...rest, status, uitgesloten: filled(uitgesloten), acuut: readAcuut(row), ...gelezen }) as unknown as Signaal;
};

export const stapToRow = (crypto: Crypto, stap: Stap): Prisma.StapRowCreateManyInput => ({ ...stap, inhoud: crypto.seal(plekVan("stap", stap), stap.inhoud) });

export const rowToStap = (crypto: Crypto, row: StapRow): Stap => {
  const { nr: _nr, inhoud, ...rest } = row;
  return { ...rest, inhoud: readInhoud(crypto, plekVan("stap", row), inhoud, {}).inhoud } as Stap;
};

export const vraagToRow = (crypto: Crypto, vraag: Vraag): Prisma.VraagRowUncheckedCreateInput => ({
  ...vraag,
  aanOrganisatieId: vraag.aanOrganisatieId ?? null,
  beantwoordOp: vraag.beantwoordOp ?? null,
  vastgelegdDoorId: vraag.vastgelegdDoorId ?? null,
  inhoud: crypto.seal(plekVan("vraag", vraag), vraag.inhoud),
});

export const rowToVraag = (crypto: Crypto, row: VraagRow): Vraag =>
  present({ ...row, inhoud: readInhoud(crypto, plekVan("vraag", row), row.inhoud, { vraag: "", doel: "", grondslag: "" }).inhoud }) as Vraag;

export const overdrachtToRow = (crypto: Crypto, overdracht: Overdracht): Prisma.OverdrachtRowUncheckedCreateInput => ({
  ...overdracht,
  inhoud: crypto.seal(plekVan("overdracht", overdracht), overdracht.inhoud),
});

export const rowToOverdracht = (crypto: Crypto, row: OverdrachtRow): Overdracht =>
  ({ ...row, inhoud: readInhoud(crypto, plekVan("overdracht", row), row.inhoud, { reden: "" }).inhoud }) as Overdracht;
