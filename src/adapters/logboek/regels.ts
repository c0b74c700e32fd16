import { createHash, createHmac } from "node:crypto";
import { activiteitUri, type BetrokkeneRol, verwerkingVan } from "../../domain/verwerking/verwerkingen.js";
import type { LogboekBronRegel } from "../../ports/logboek.js";

/** One line of the Logboek Dataverwerkingen, with the field names of the standard [law]. */
export type LogboekRegel = {
  readonly trace_id: string;
  readonly span_id: string;
  readonly parent_span_id?: string;
  readonly status_code: "STATUS_CODE_OK";
  readonly name: string;
  readonly start_time: string;
  readonly end_time: string;
  readonly resource: { readonly attributes: Readonly<Record<string, string>> };
  readonly attributes: Readonly<Record<string, string>>;
};
export type LogboekMaker = { readonly zout: Uint8Array; readonly versie: string };

const ACTIVITEIT = "dpl.core.processing_activity_id";
const BETROKKENE = "dpl.core.data_subject_id";
const BETROKKENE_SOORT = "dpl.core.data_subject_id_type";

/** The same for every writing of the same line, so that a line that is sent twice is recognised. */
const spanId = (hash: string, n: number): string => createHash("sha256").update(`${hash}:${n}`).digest("hex").slice(0, 16);

/** Who it is about, as nobody can read without the database: never a name. */
export const pseudoniem = (zout: Uint8Array, signaalId: string, rol: BetrokkeneRol): string =>
  createHmac("sha256", zout).update(`${signaalId}:${rol}`).digest("hex");

/**
 * A line of the audit trail as lines of the Logboek: one per person concerned, and with more than one of them a line of the
 * act itself above theirs. Nothing for what is about nobody.
 */
export const logboekRegels = ({ zout, versie }: LogboekMaker, bron: LogboekBronRegel): readonly LogboekRegel[] => {
  const verwerking = verwerkingVan(bron);
  if (verwerking === undefined || bron.signalen.length === 0) return [];
  const actie = {
    trace_id: bron.traceId ?? bron.hash.slice(0, 32),
    status_code: "STATUS_CODE_OK",
    name: bron.actie,
    start_time: (bron.begonOp ?? bron.op).toISOString(),
    end_time: bron.op.toISOString(),
    resource: { attributes: { "service.name": "ketentafel", "service.version": versie } },
  } as const;
  const activiteit = { [ACTIVITEIT]: activiteitUri(verwerking.activiteit) };
  const betrokkenen = [...bron.signalen].sort().flatMap((signaalId) =>
    verwerking.rollen.map((rol) => ({
      ...activiteit,
      [BETROKKENE]: pseudoniem(zout, signaalId, rol),
      [BETROKKENE_SOORT]: `urn:ketentafel:betrokkene:${rol}`,
    })),
  );
  const boven = spanId(bron.hash, 0);
  const [enige, ...meer] = betrokkenen;
  if (enige !== undefined && meer.length === 0) return [{ ...actie, span_id: boven, attributes: enige }];
  return [
    { ...actie, span_id: boven, attributes: activiteit },
    ...betrokkenen.map((attributes, i) => ({ ...actie, span_id: spanId(bron.hash, i + 1), parent_span_id: boven, attributes })),
  ];
};
