import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** What is signed of the chain, hash in hexadecimal: the head that moves, a checkpoint, or where the chain begins after retention. */
export type Stand = { readonly soort: "kop" | "punt" | "begin"; readonly nr: string; readonly hash: string; readonly op: Date };
/** A signature with the name of its key; both null where there was no key. */
export type Handtekening = { readonly sleutel: string | null; readonly mac: Uint8Array | null };
/** `onbekend`: signed with a key that is not here. */
type Oordeel = "goed" | "fout" | "onbekend" | "zonder";

export type Zegels = {
  /** Is there a key to sign and check with? */
  readonly ondertekent: boolean;
  sign(stand: Stand): Handtekening;
  check(stand: Stand, handtekening: Handtekening): Oordeel;
};

const INFO = "ketentafel audit 1";

const afgeleid = (geheim: string | Uint8Array) => {
  const key = Buffer.from(hkdfSync("sha256", geheim, "", INFO, 32));
  return { key, naam: createHash("sha256").update(key).digest("hex").slice(0, 16) };
};

const macVan = (key: Buffer, { soort, nr, hash, op }: Stand): Buffer =>
  createHmac("sha256", key)
    .update(JSON.stringify([soort, nr, hash, op.getTime()]))
    .digest();

/** Signs with a key derived from the first secret; earlier secrets still check what they signed. Without secrets nothing is signed. */
export const makeZegels = (geheimen: readonly (string | Uint8Array)[]): Zegels => {
  const sleutels = geheimen.map(afgeleid);
  const [nieuwste] = sleutels;
  return {
    ondertekent: nieuwste !== undefined,
    sign: (stand) => (nieuwste === undefined ? { sleutel: null, mac: null } : { sleutel: nieuwste.naam, mac: macVan(nieuwste.key, stand) }),
    check: (stand, { sleutel, mac }) => {
      if (sleutel === null || mac === null) return "zonder";
      const found = sleutels.find(({ naam }) => naam === sleutel);
      if (found === undefined) return "onbekend";
      const wanted = macVan(found.key, stand);
      return mac.length === wanted.length && timingSafeEqual(mac, wanted) ? "goed" : "fout";
    },
  };
};
