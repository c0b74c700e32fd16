import type { Agenda } from "../../../domain/overleg/agenda.js";
import type { Agendapunt } from "../../../domain/overleg/agendapunt.js";
import type { Aanwezigheid } from "../../../domain/overleg/overleg.js";
import type { Verloop } from "../../../domain/overleg/verloop.js";
import type { DocumentLink } from "../../../ports/agenda-store.js";
import type { Crypto } from "../../../ports/crypto.js";
import type { AanwezigheidRow, AgendapuntRow, AgendaRow, DocumentLinkRow, Prisma, VerloopRow } from "../generated/client.js";
import { plekVan } from "../sleutels/plek.js";
import { readInhoud } from "./inhoud.js";
import { present } from "./present.js";

export const agendapuntToRow = (crypto: Crypto, punt: Agendapunt): Prisma.AgendapuntRowUncheckedCreateInput & { id: string; version: number } => ({
  ...punt,
  gevraagdVoor: punt.gevraagdVoor ?? null,
  casusId: punt.casusId ?? null,
  signaalId: punt.signaalId ?? null,
  actiepuntId: punt.actiepuntId ?? null,
  vanPuntId: punt.vanPuntId ?? null,
  behandeldOp: punt.behandeldOp ?? null,
  genodigden: punt.inhoud.genodigden.map(({ persoonId }) => persoonId),
  inhoud: crypto.seal(plekVan("agendapunt", punt), punt.inhoud),
});

export const rowToAgendapunt = (crypto: Crypto, { genodigden: _, inhoud, ...row }: AgendapuntRow): Agendapunt =>
  present({ ...row, ...readInhoud(crypto, plekVan("agendapunt", row), inhoud, { genodigden: [], uitgesloten: [] }) }) as Agendapunt;

export const agendaToRow = (agenda: Agenda): Prisma.AgendaRowUncheckedCreateInput => ({ ...agenda, gewijzigd: [...agenda.gewijzigd] });
export const rowToAgenda = (row: AgendaRow): Agenda => row as unknown as Agenda;
export const rowToAanwezigheid = (row: AanwezigheidRow): Aanwezigheid => row as unknown as Aanwezigheid;

export const rowToDocumentLink = ({ tokenHash: _hash, ...row }: DocumentLinkRow): DocumentLink => row as unknown as DocumentLink;

export const verloopToRow = (crypto: Crypto, verloop: Verloop): Prisma.VerloopRowUncheckedCreateInput => ({
  ...verloop,
  nu: verloop.nu ?? null,
  geslotenOp: verloop.geslotenOp ?? null,
  lijstOp: verloop.lijstOp ?? null,
  gedaan: [...verloop.gedaan],
  inhoud: crypto.seal(plekVan("verloop", verloop), verloop.inhoud),
});
export const rowToVerloop = (crypto: Crypto, { inhoud, ...row }: VerloopRow): Verloop =>
  present({ ...row, inhoud: crypto.open(plekVan("verloop", row), inhoud) }) as unknown as Verloop;
