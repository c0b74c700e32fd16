import type { Plek } from "../../../ports/crypto.js";

/** Every table with an `inhoud`: the columns that can name its owner, first that is filled in wins, and the column of its own id. */
export const inhoudTabellen = {
  casus: { owner: ["id"], id: "id" },
  signaal: { owner: ["id"], id: "id" },
  stap: { owner: ["signaalId"], id: "id" },
  vraag: { owner: ["signaalId"], id: "id" },
  overdracht: { owner: ["signaalId"], id: "id" },
  // What belongs to a casus or signaal is sealed with it.
  actiepunt: { owner: ["casusId", "id"], id: "id" },
  agendapunt: { owner: ["casusId", "signaalId", "id"], id: "id" },
  vernietigingsstop: { owner: ["objectId"], id: "id" },
  noodtoegang: { owner: ["casusId"], id: "id" },
  casusexport: { owner: ["casusId"], id: "id" },
  inzageverzoek: { owner: ["id"], id: "id" },
  verloop: { owner: ["overlegId"], id: "overlegId" },
} as const;
export type InhoudTabel = keyof typeof inhoudTabellen;
type Column<T extends InhoudTabel> = (typeof inhoudTabellen)[T]["owner"][number] | (typeof inhoudTabellen)[T]["id"];
type Named<T extends InhoudTabel> = { readonly [K in Column<T>]?: string | null | undefined };

/** Where the content of this row stands and with whose key it is sealed. */
export const plekVan = <T extends InhoudTabel>(tabel: T, row: Named<T>): Plek => {
  const columns: Readonly<Record<string, string | null | undefined>> = row;
  const { owner, id } = inhoudTabellen[tabel];
  const found = owner.map((column) => columns[column]).find((value) => typeof value === "string");
  const own = columns[id];
  if (found === undefined || typeof own !== "string") throw new Error(`a row of ${tabel} without owner`);
  return { owner: found, tabel, id: own };
};
