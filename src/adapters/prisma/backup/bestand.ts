import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";

/** Why a backup cannot be made or put back. @property bestand the file or folder that it is about. */
export class KopieFout extends Error {
  override readonly name = "KopieFout";
  constructor(
    readonly code: "ontbreekt" | "geschonden" | "nieuwer" | "sleutels_ouder" | "niet_leeg" | "geen_gegevens",
    readonly bestand = "",
  ) {
    super(`${code} ${bestand}`.trim());
  }
}

/** Which half of the data a file holds: the wrapped keys, or everything else. */
export type Deel = "inhoud" | "sleutels";
const Kop = z.object({
  product: z.literal("ketentafel"),
  versie: z.literal(1),
  deel: z.enum(["inhoud", "sleutels"]),
  gemaaktOp: z.iso.datetime(),
  migraties: z.array(z.string()),
});
export type Kop = z.infer<typeof Kop>;
const Reeks = z.object({ reeks: z.string(), stand: z.string(), gebruikt: z.boolean() });
const Einde = z.object({ rijen: z.record(z.string(), z.number()), sha256: z.string() });

/** A line of a file: head, table, rows of that table as the database writes them, where the sequences stand. */
export type Regel = { readonly tabel: string } | { readonly rij: string } | z.infer<typeof Reeks>;

const toLine = (regel: Regel): string => ("rij" in regel ? regel.rij : `#${JSON.stringify(regel)}`);

/** Numbers of rows per table and the digest of all that went before, as the last line: what is cut off or changed does not match. */
const closing = async function* (kop: Kop, regels: AsyncIterable<Regel>, rijen: Record<string, number>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (text: string): string => {
    hash.update(`${text}\n`);
    return `${text}\n`;
  };
  yield line(`#${JSON.stringify(kop)}`);
  let tabel = "";
  for await (const regel of regels) {
    if ("tabel" in regel) tabel = regel.tabel;
    if (!("reeks" in regel)) rijen[tabel] = (rijen[tabel] ?? 0) + ("rij" in regel ? 1 : 0);
    yield line(toLine(regel));
  }
  yield `#${JSON.stringify({ rijen, sha256: hash.digest("hex") })}\n`;
};

const toDisk = async (path: string): Promise<void> => {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
};

/** Writes a file beside its place, for its owner alone. @returns puts it in its place, on disk, over what stood there. */
export const writeKopie = async (bestand: string, kop: Kop, regels: AsyncIterable<Regel>): Promise<{ readonly rijen: number; place(): Promise<void> }> => {
  await mkdir(dirname(bestand), { recursive: true, mode: 0o700 });
  const half = `${bestand}.half`;
  await rm(half, { force: true });
  const rijen: Record<string, number> = {};
  await pipeline(Readable.from(closing(kop, regels, rijen)), createGzip(), createWriteStream(half, { mode: 0o600 }));
  await toDisk(half);
  const place = async (): Promise<void> => {
    await rename(half, bestand);
    await toDisk(dirname(bestand));
  };
  return { rijen: Object.values(rijen).reduce((sum, n) => sum + n, 0), place };
};

const parse = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
const Opdracht = z.union([z.object({ tabel: z.string() }), Reeks]);

/** Lets go of the file when the reader stops, also before its end: what is wrong further on is nobody's any more. */
const linesOf = async function* (bestand: string): AsyncGenerator<string> {
  const source = createReadStream(bestand);
  const plain = createGunzip();
  source.on("error", (error) => plain.destroy(error));
  const lines = createInterface({ input: source.pipe(plain), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    yield* lines;
  } finally {
    plain.destroy();
    source.destroy();
  }
};

/** @throws KopieFout `geschonden` when the file is not what was written, at the latest at its end. */
const readRegels = async function* (bestand: string): AsyncGenerator<Kop | Regel> {
  const broken = new KopieFout("geschonden", bestand);
  const hash = createHash("sha256");
  const counted: Record<string, number> = {};
  let tabel = "";
  let before: string | undefined;
  const read = (line: string): Kop | Regel => {
    hash.update(`${line}\n`);
    if (!line.startsWith("#")) {
      counted[tabel] = (counted[tabel] ?? 0) + 1;
      return { rij: line };
    }
    const regel = parse(Kop, line.slice(1)) ?? parse(Opdracht, line.slice(1));
    if (regel === undefined) throw broken;
    if ("tabel" in regel) {
      tabel = regel.tabel;
      counted[tabel] ??= 0;
    }
    return regel;
  };
  try {
    for await (const line of linesOf(bestand)) {
      if (before !== undefined) yield read(before);
      before = line;
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ENOENT" ? new KopieFout("ontbreekt", bestand) : broken;
  }
  const einde = parse(Einde, before?.slice(1) ?? "");
  const same = einde !== undefined && JSON.stringify(Object.entries(einde.rijen).sort()) === JSON.stringify(Object.entries(counted).sort());
  if (!same || einde.sha256 !== hash.digest("hex")) throw broken;
};

/** The head of a file, after all of it was read and found whole. @param each what else stands in it. @throws KopieFout */
export const readKopie = async (bestand: string, deel: Deel, each: (regel: Regel) => Promise<void> | void = () => {}): Promise<Kop> => {
  let kop: Kop | undefined;
  for await (const regel of readRegels(bestand)) {
    if ("product" in regel) kop = regel;
    else if (kop === undefined) throw new KopieFout("geschonden", bestand);
    else await each(regel);
  }
  if (kop?.deel !== deel) throw new KopieFout("geschonden", bestand);
  return kop;
};
