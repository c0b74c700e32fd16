import type { RegioImport, UitChat } from "../../../ports/regio-import.js";
import type { ChannelRow, PersoonRow, TafelRow } from "../generated/client.js";
import { byId } from "./diff.js";

type Rows = { readonly tafels: readonly TafelRow[]; readonly channels: readonly ChannelRow[]; readonly people: readonly PersoonRow[] };

/** What an import finds that was made from chat, and what becomes of it; `undefined` when there is nothing. */
export const fromChat = ({ regio, personen }: RegioImport, { tafels, channels, people }: Rows, weg: readonly string[]): UitChat | undefined => {
  const inFile = new Set<string>([...regio.tafels, ...regio.channels, ...personen].map(byId));
  const kept = <R extends { readonly id: string; readonly uitChat: boolean }>(rows: readonly R[]) => rows.filter((row) => row.uitChat && !inFile.has(row.id));
  const found: UitChat = {
    tafels: kept(tafels).map(({ id, naam }) => ({ id, naam })),
    kanalen: kept(channels).length,
    mensen: kept(people).filter(({ id, actief }) => actief && !weg.includes(id)).length,
    overgenomen: [...tafels, ...channels].filter((row) => row.uitChat && inFile.has(row.id)).length,
    gestopt: tafels.filter(({ id, beeindigdOp }) => beeindigdOp !== null && inFile.has(id)).map(({ naam }) => naam),
  };
  const iets = found.tafels.length + found.kanalen + found.mensen + found.overgenomen + found.gestopt.length > 0;
  return iets ? found : undefined;
};
