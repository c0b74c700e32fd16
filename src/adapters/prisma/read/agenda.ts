import { afgedaneStatussen } from "../../../domain/overleg/agendapunt.js";
import type { LijstStatus } from "../../../domain/overleg/verloop.js";
import type { AgendaStore } from "../../../ports/agenda-store.js";
import type { AgendapuntRow, PrismaClient } from "../generated/client.js";
import { rowToAanwezigheid, rowToAgenda, rowToAgendapunt, rowToDocumentLink, rowToVerloop } from "../rows/agenda-rows.js";
import { rowToOverleg, tokenHash } from "../rows/tafel-rows.js";
import type { Kluis } from "../sleutels/kluis.js";

const inOrder = [{ volgorde: "asc" as const }, { id: "asc" as const }];
const open = { notIn: [...afgedaneStatussen] };

/** Reads agendas, what stands on them and who comes. */
export const agendaReader = (db: PrismaClient, kluis: Kluis): AgendaStore => {
  const punten = (rows: readonly AgendapuntRow[]) => kluis.read((crypto) => rows.map((row) => rowToAgendapunt(crypto, row)));
  return {
    findAgendapunt: async (id) => {
      const row = await db.agendapuntRow.findUnique({ where: { id } });
      return row === null ? undefined : kluis.read((crypto) => rowToAgendapunt(crypto, row));
    },
    agendapuntenVan: async (overlegId) => punten(await db.agendapuntRow.findMany({ where: { overlegId, status: { not: "ingetrokken" } }, orderBy: inOrder })),
    openAgendapunten: async (over) => punten(await db.agendapuntRow.findMany({ where: { ...over, status: open }, orderBy: inOrder })),
    openPuntenVanTafel: async (tafelId) =>
      punten(await db.agendapuntRow.findMany({ where: { tafelId, status: { in: ["ingebracht", "op_agenda", "doorgeschoven"] } }, orderBy: inOrder })),
    laatstBehandeld: async (casusId) => {
      const row = await db.agendapuntRow.findFirst({ where: { casusId, status: "behandeld" }, orderBy: [{ behandeldOp: "desc" }, { id: "desc" }] });
      return row === null ? undefined : kluis.read((crypto) => rowToAgendapunt(crypto, row));
    },
    agendapuntenVanCasus: async (casusId) => punten(await db.agendapuntRow.findMany({ where: { casusId }, orderBy: inOrder })),
    puntenVoor: async (persoonIds) =>
      punten(await db.agendapuntRow.findMany({ where: { genodigden: { hasSome: [...persoonIds] }, status: "op_agenda" }, orderBy: inOrder })),
    agendaVan: async (overlegId) => {
      const row = await db.agendaRow.findUnique({ where: { overlegId } });
      return row === null ? undefined : rowToAgenda(row);
    },
    aanwezigheidVan: async (overlegId) => (await db.aanwezigheidRow.findMany({ where: { overlegId }, orderBy: { persoonId: "asc" } })).map(rowToAanwezigheid),
    verloopVan: async (overlegId) => {
      const row = await db.verloopRow.findUnique({ where: { overlegId } });
      return row === null ? undefined : kluis.read((crypto) => rowToVerloop(crypto, row));
    },
    gehoudenOverleggen: async (tafelIds, limit) => {
      const rows = await db.overlegRow.findMany({ where: { tafelId: { in: [...tafelIds] }, status: "gehouden" }, orderBy: { begin: "desc" }, take: limit });
      return rows.map(rowToOverleg);
    },
    besluitenlijsten: async ({ leidt, zit, personen, zelf }, limit, vanaf) => {
      const wie = [...personen];
      const behandeld = { status: "behandeld", OR: [{ genodigden: { hasSome: wie } }, { inbrengerId: zelf }] };
      const of = [
        { tafelId: { in: [...leidt] } },
        { tafelId: { in: [...zit] }, genodigden: { isEmpty: true } },
        { genodigden: { hasSome: wie } },
        { agendapunten: { some: behandeld } },
      ];
      const overleggen = await db.overlegRow.findMany({
        where: { status: "gehouden", OR: of },
        orderBy: [{ begin: "desc" }, { id: "desc" }],
        skip: vanaf,
        take: limit,
      });
      const verlopen = await db.verloopRow.findMany({ where: { overlegId: { in: overleggen.map(({ id }) => id) } }, select: { overlegId: true, lijst: true } });
      return overleggen.map((row) => ({
        overleg: rowToOverleg(row),
        lijst: (verlopen.find(({ overlegId }) => overlegId === row.id)?.lijst ?? "geen") as LijstStatus,
      }));
    },
    findDocumentLink: async (token) => {
      const row = await db.documentLinkRow.findUnique({ where: { tokenHash: tokenHash(token) } });
      return row === null ? undefined : rowToDocumentLink(row);
    },
    agendapuntenOver: async (casusId) =>
      punten(
        await db.agendapuntRow.findMany({
          where: { casusId, status: { not: "ingetrokken" } },
          orderBy: [{ behandeldOp: { sort: "desc", nulls: "last" } }, { id: "asc" }],
        }),
      ),
    vorigeOverleg: async (tafelId, voor) => {
      const row = await db.overlegRow.findFirst({
        where: { tafelId, begin: { lt: voor }, status: { notIn: ["vervallen", "voorgesteld"] } },
        orderBy: { begin: "desc" },
      });
      return row === null ? undefined : rowToOverleg(row);
    },
    cijfers: async (sinds) => {
      const stappen = (name: string) => db.stapRow.count({ where: { name, op: { gt: sinds } } });
      const [signalen, vermoeden, anders, lopend, afgesloten] = await Promise.all([
        db.signaalRow.count({ where: { ontvangenOp: { gt: sinds } } }),
        stappen("vermoeden_vaststellen"),
        stappen("gemeentelijk_oppakken"),
        db.casusRow.count({ where: { terugOp: { not: null }, afgeslotenOp: null } }),
        db.casusRow.count({ where: { afgeslotenOp: { gt: sinds } } }),
      ]);
      return { signalen, vermoeden, anders, lopend, afgesloten };
    },
    telNieuweSignalen: (sinds) => db.signaalRow.count({ where: { open: true, ontvangenOp: { gt: sinds } } }),
    telAangehouden: async (tafelId) => {
      const [row] = await db.$queryRaw<{ aantal: number }[]>`
        SELECT count(*)::int AS aantal FROM signaal s JOIN casus c ON c.id = s.casus_id
        WHERE s.open AND s.aangehouden_tot IS NOT NULL AND c.tafel_id = ${tafelId}`;
      return row?.aantal ?? 0;
    },
  };
};
