import type { Bewaartermijnen } from "../../../domain/regio/bewaartermijnen.js";
import type { Channel, Convenant, Gemeente, Organisatie, Regio, Tafel } from "../../../domain/regio/regio.js";
import type { ChannelRow, ConvenantRow, GemeenteRow, OrganisatieRow, RegioRow, TafelRow } from "../generated/client.js";
import { present } from "./present.js";

/** The region as rows; a channel's service is learned later and is not part of the file. */
export type RegioRows = {
  readonly regio: Pick<RegioRow, "naam" | "vrijeDagen" | "stilNaDagen"> & Pick<Regio, "contacten" | "vormen" | "schoolvakanties" | "bewaartermijnen">;
  readonly organisaties: readonly OrganisatieRow[];
  readonly gemeenten: readonly GemeenteRow[];
  readonly channels: readonly Omit<ChannelRow, "serviceUrl">[];
  readonly tafels: readonly Omit<TafelRow, "beeindigdOp">[];
  readonly convenanten: readonly ConvenantRij[];
};

/** What stands in the JSON column, named. */
export type ConvenantRij = Omit<ConvenantRow, "afspraken"> & { readonly afspraken: { organisatieId: string; rol: string; gegevens: string[] }[] };

const gemeenteToRow = (g: Gemeente, nr: number): GemeenteRow => ({
  id: g.id,
  nr,
  naam: g.naam,
  organisatieId: g.organisatieId,
  meldpunt: g.meldpunt,
  termijnEersteReactie: g.termijnen.eersteReactie,
  termijnAntwoordPartner: g.termijnen.antwoordPartner,
  termijnBerichtMelder: g.termijnen.berichtMelder,
  termijnHerzienNaDagen: g.termijnen.herzienNaDagen,
});

export const tafelToRow = (t: Tafel, nr: number): Omit<TafelRow, "beeindigdOp"> => ({
  id: t.id,
  nr,
  naam: t.naam,
  soort: t.soort,
  niveau: t.niveau,
  convenantId: t.convenantId ?? null,
  uitChat: t.uitChat === true,
});

export const channelToRow = (c: Channel, nr: number): Omit<ChannelRow, "serviceUrl"> => ({
  id: c.id,
  nr,
  soort: c.soort,
  gemeenteId: c.gemeenteId ?? null,
  tafelId: c.tafelId ?? null,
  platform: c.platform,
  tenant: c.tenant,
  conversationId: c.conversationId,
  uitChat: c.uitChat === true,
});

/** As it comes back out of a JSON column: without keys that are undefined. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const convenantToRow = (c: Convenant, nr: number): ConvenantRij => ({
  id: c.id,
  nr,
  naam: c.naam,
  soort: c.soort,
  partijen: c.partijen.map(({ organisatieId }) => organisatieId),
  tekst: c.tekst,
  bron: c.bron,
  doelen: [...c.doelen],
  geldigVan: c.geldigVan,
  geldigTot: c.geldigTot ?? null,
  afspraken: c.partijen.map(({ organisatieId, rol, gegevens }) => ({ organisatieId, rol, gegevens: [...gegevens] })),
});

export const regioToRows = (regio: Regio): RegioRows => ({
  regio: {
    naam: regio.naam,
    vrijeDagen: [...regio.vrijeDagen],
    schoolvakanties: asJson(regio.schoolvakanties),
    bewaartermijnen: asJson(regio.bewaartermijnen),
    stilNaDagen: regio.stilNaDagen,
    contacten: asJson(regio.contacten),
    vormen: asJson(regio.vormen),
  },
  organisaties: regio.organisaties.map((o, nr) => ({ id: o.id, nr, naam: o.naam, soort: o.soort, domeinen: [...o.domeinen] })),
  gemeenten: regio.gemeenten.map(gemeenteToRow),
  channels: regio.channels.map(channelToRow),
  tafels: regio.tafels.map(tafelToRow),
  convenanten: regio.convenanten.map(convenantToRow),
});

const withoutNr = <R extends { nr: number }>({ nr: _nr, ...row }: R): Omit<R, "nr"> => row;

const rowToGemeente = (row: GemeenteRow): Gemeente =>
  ({
    id: row.id,
    naam: row.naam,
    organisatieId: row.organisatieId,
    meldpunt: row.meldpunt,
    termijnen: {
      eersteReactie: row.termijnEersteReactie,
      antwoordPartner: row.termijnAntwoordPartner,
      berichtMelder: row.termijnBerichtMelder,
      herzienNaDagen: row.termijnHerzienNaDagen,
    },
  }) as Gemeente;

/** Only what is from chat says so. */
const metHerkomst = <R extends { uitChat: boolean }>({ uitChat, ...row }: R) => ({ ...row, ...(uitChat ? { uitChat } : {}) });

/** Who is party to it stands in `afspraken`; a row of before that column gives nobody anything, until the region is imported again. */
const rowToConvenant = ({ afspraken, ...row }: ConvenantRow): Convenant => present({ ...withoutNr(row), partijen: afspraken }) as unknown as Convenant;

const rowToChannel = ({ serviceUrl: _serviceUrl, ...row }: ChannelRow): Channel => present(metHerkomst(withoutNr(row))) as unknown as Channel;

/** An earlier version kept bare numbers, without a source: they count as not said. */
const metBron = (stored: Readonly<Record<string, unknown>>): Bewaartermijnen =>
  Object.fromEntries(Object.entries(stored).filter(([, termijn]) => typeof termijn === "object")) as Bewaartermijnen;

export const rowsToRegio = (
  regio: RegioRow,
  organisaties: readonly OrganisatieRow[],
  gemeenten: readonly GemeenteRow[],
  channels: readonly ChannelRow[],
  tafels: readonly TafelRow[],
  convenanten: readonly ConvenantRow[],
): Regio => ({
  naam: regio.naam,
  vrijeDagen: regio.vrijeDagen as unknown as Regio["vrijeDagen"],
  schoolvakanties: regio.schoolvakanties as unknown as Regio["schoolvakanties"],
  bewaartermijnen: metBron(regio.bewaartermijnen as Readonly<Record<string, unknown>>),
  stilNaDagen: regio.stilNaDagen,
  contacten: regio.contacten as unknown as Regio["contacten"],
  vormen: regio.vormen as unknown as Regio["vormen"],
  organisaties: organisaties.map((row) => withoutNr(row) as unknown as Organisatie),
  gemeenten: gemeenten.map(rowToGemeente),
  channels: channels.map(rowToChannel),
  tafels: tafels.map((row) => present(metHerkomst(withoutNr(row))) as unknown as Tafel),
  convenanten: convenanten.map(rowToConvenant),
});
