import { actiepuntToRow } from "../../../src/adapters/prisma/rows/actie-rows.js";
import { agendapuntToRow, agendaToRow } from "../../../src/adapters/prisma/rows/agenda-rows.js";
import { casusToRow } from "../../../src/adapters/prisma/rows/casus-rows.js";
import { persoonToRow } from "../../../src/adapters/prisma/rows/persoon-rows.js";
import { signaalToRow, stapToRow, vraagToRow } from "../../../src/adapters/prisma/rows/signaal-rows.js";
import { overlegToRow } from "../../../src/adapters/prisma/rows/tafel-rows.js";
import type { Agenda } from "../../../src/domain/overleg/agenda.js";
import type { Agendapunt } from "../../../src/domain/overleg/agendapunt.js";
import type { Overleg } from "../../../src/domain/overleg/overleg.js";
import { parseRegioBestand } from "../../../src/domain/regio/regio-bestand.js";
import type { RegioImport } from "../../../src/ports/regio-import.js";
import type { TestStore } from "../../support/database.js";
import { oeverland } from "../../support/oeverland.js";
import { aantalCasussen, maken, melderIds } from "./make.js";
import { insertRows } from "./rows.js";
import { sealed, sleutelRow } from "./sealed.js";

/** @property groot points of one large agenda beside the others. */
export type Size = { readonly signalen: number; readonly actiepunten: number; readonly overleggen: number; readonly groot: number };

/** The overleg with the large agenda. */
export const groot = "o-groot";

export const slackTenant = "T0OEVER";
export const slackUser = (persoonId: string): string => `U${persoonId}`;
/** Points of an agenda of the MDO that is still to come. */
const PUNTEN = 8;

export const oeverlandImport = (change: object = {}): RegioImport => {
  const parsed = parseRegioBestand({ ...oeverland(), ...change });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

const numbers = function* (count: number): Iterable<number> {
  for (let n = 0; n < count; n += 1) yield n;
};
const mapped = function* <T, R>(all: Iterable<T>, make: (one: T) => R | readonly R[]): Iterable<R> {
  for (const one of all) {
    const made = make(one);
    if (Array.isArray(made)) yield* made as readonly R[];
    else yield made as R;
  }
};

type Made = ReturnType<typeof maken>;

const overleggenVan = (made: Made, tafels: readonly string[], totaal: number): readonly Overleg[] => {
  const each = Math.max(12, Math.floor(totaal / tafels.length));
  return tafels.flatMap((tafel) => Array.from({ length: each }, (_, nr) => made.overleg(tafel, nr, each)));
};

/** A casus and a signaal each stand on one agenda at most. The large agenda has three tenths casussen and one tenth signalen. */
const puntenVan = (made: Made, overleggen: readonly Overleg[], { groot: punten }: Size, now: Date): readonly Agendapunt[] => {
  let casus = 0;
  const over = ({ id, tafelId, begin }: Overleg, nr: number): Parameters<Made["agendapunt"]>[2] => {
    if (begin <= now || tafelId !== "mdo") return "thema";
    if (id !== groot || nr < punten * 0.3) return { casus: casus++ };
    return nr < punten * 0.4 ? { signaal: (nr - Math.ceil(punten * 0.3)) * 4 + 3 } : "thema";
  };
  const aantal = ({ id, tafelId, begin }: Overleg): number => (id === groot ? punten : begin <= now ? 3 : tafelId === "mdo" ? PUNTEN : 2);
  return overleggen.flatMap((overleg) => Array.from({ length: aantal(overleg) }, (_none, nr) => made.agendapunt(overleg, nr, over(overleg, nr))));
};

const agendaVan = ({ id }: Overleg): Agenda => ({ overlegId: id, version: 1, status: "verstuurd", herinnerd: false, gewijzigd: [] });

type Fill = { readonly pool: TestStore["pool"]; readonly made: Made; readonly size: Size; readonly now: Date };

const fillPersonen = async ({ pool, made, now }: Fill, { personen }: RegioImport): Promise<void> => {
  const linked = { platform: "slack", tenant: slackTenant, linkedOp: now, laatstGebruiktOp: now, gast: false };
  const accounts = personen.map(({ id }) => ({ ...linked, userId: slackUser(id), persoonId: id }));
  await insertRows(pool, "account", accounts);
  await insertRows(
    pool,
    "persoon",
    mapped(numbers(melderIds), (n) => persoonToRow(made.melder(n))),
  );
};

const keysOf = (prefix: string, count: number) => mapped(numbers(count), (n) => sleutelRow(`${prefix}${n}`));

const fillSignalen = async ({ pool, made, size }: Fill): Promise<void> => {
  const casussen = aantalCasussen(size.signalen);
  const stappen = (n: number) => [stapToRow(sealed, made.stap(n, 0)), stapToRow(sealed, made.stap(n, 1))];
  await insertRows(pool, "sleutel", keysOf("c", casussen));
  await insertRows(
    pool,
    "casus",
    mapped(numbers(casussen), (n) => casusToRow(sealed, made.casus(n))),
  );
  await insertRows(pool, "sleutel", keysOf("s", size.signalen));
  await insertRows(
    pool,
    "signaal",
    mapped(numbers(size.signalen), (n) => signaalToRow(sealed, made.signaal(n))),
  );
  await insertRows(pool, "stap", mapped(numbers(size.signalen), stappen));
  await insertRows(
    pool,
    "vraag",
    mapped(numbers(Math.ceil(size.signalen / 2)), (n) => vraagToRow(sealed, made.vraag(n))),
  );
};

const fillTafels = async ({ pool, made, size, now }: Fill, tafels: readonly string[]): Promise<void> => {
  const { gepland: _, ...extra } = made.overleg("mdo", 500, 501);
  const large: Overleg = { ...extra, id: groot as Overleg["id"], soort: "extra" };
  const overleggen = [...overleggenVan(made, tafels, size.overleggen), ...(size.groot > 0 ? [large] : [])];
  const punten = puntenVan(made, overleggen, size, now);
  const eigen = punten.filter(({ soort }) => soort === "thema").map(({ id }) => sleutelRow(id));
  await insertRows(pool, "overleg", mapped(overleggen, overlegToRow));
  await insertRows(
    pool,
    "agenda",
    mapped(overleggen, (overleg) => agendaToRow(agendaVan(overleg))),
  );
  await insertRows(pool, "sleutel", eigen);
  await insertRows(
    pool,
    "agendapunt",
    mapped(punten, (punt) => agendapuntToRow(sealed, punt)),
  );
  const actiepunt = (n: number) => actiepuntToRow(sealed, made.actiepunt(n, aantalCasussen(size.signalen), tafels));
  await insertRows(pool, "sleutel", keysOf("a", size.actiepunten));
  await insertRows(pool, "actiepunt", mapped(numbers(size.actiepunten), actiepunt));
};

/** Fills a database with a fictional region in full work; the rows are those that the store itself would write. */
export const fill = async ({ pool, importRegio }: TestStore, size: Size, now = new Date()): Promise<void> => {
  const regio = oeverlandImport();
  await importRegio(regio);
  const work: Fill = { pool, made: maken(now), size, now };
  await fillPersonen(work, regio);
  await fillSignalen(work);
  await fillTafels(
    work,
    regio.inrichtingen.map(({ tafelId }) => tafelId),
  );
  await pool.query("ANALYZE");
};
