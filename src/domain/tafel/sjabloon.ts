import type { Fout } from "../fouten.js";
import type { TafelSoort } from "../regio/regio.js";
import { ok, type Result, refuse } from "../result.js";

/** Points that an agenda has of itself, and how long they usually take. */
export const vastePunten = { opening: 5, privacycheck: 5, vorige: 10, nieuwe_signalen: 10, cijfers: 10, afsluiting: 5 } as const;
export type VastPunt = keyof typeof vastePunten;

/** Minutes of each fixed point; one that is not named is not on the agenda. */
export type PuntMinuten = Readonly<Partial<Record<VastPunt, number>>>;

type Sjabloon = { readonly voor: readonly VastPunt[]; readonly na: readonly VastPunt[] };
const casusTafel: Sjabloon = { voor: ["opening", "privacycheck", "vorige"], na: ["afsluiting"] };
const zonderCasussen: Sjabloon = { voor: ["opening", "vorige"], na: ["afsluiting"] };

/** The template of each kind of tafel: what can come before and after what was brought in [domein 3]. */
const sjablonen: Readonly<Record<TafelSoort, Sjabloon>> = {
  signaleringsoverleg: { voor: casusTafel.voor, na: ["nieuwe_signalen", "afsluiting"] },
  mdo: casusTafel,
  casustafel_zorg: casusTafel,
  casustafel_veiligheid: casusTafel,
  casustafel_combi: casusTafel,
  regionale_tafel: { voor: ["opening", "vorige", "cijfers"], na: ["afsluiting"] },
  werkgroep: zonderCasussen,
  landelijk: zonderCasussen,
};

/** Does this kind of tafel speak of casussen? Then it begins with the privacycheck. */
export const metCasussen = (soort: TafelSoort): boolean => sjablonen[soort].voor.includes("privacycheck");

/** The fixed points that can be on the agenda of this kind of tafel. */
export const puntenVanSoort = (soort: TafelSoort): readonly VastPunt[] => [...sjablonen[soort].voor, ...sjablonen[soort].na];

/** The template of one tafel. @param eigen what the tafel chose; absent: as usual for its kind. */
export const sjabloonVan = (soort: TafelSoort, eigen?: PuntMinuten): Sjabloon & { readonly minuten: PuntMinuten } => {
  const { voor, na } = sjablonen[soort];
  const minuten = eigen ?? vastePunten;
  const staat = (punt: VastPunt): boolean => minuten[punt] !== undefined;
  return { voor: voor.filter(staat), na: na.filter(staat), minuten };
};

const grenzen = [1, 120] as const;

/** Reads the minutes of each fixed point; empty or 0 takes it off. Where casussen are discussed the privacycheck stays [domein 3]. */
export const leesPuntMinuten = (soort: TafelSoort, velden: Readonly<Partial<Record<VastPunt, string | undefined>>>): Result<PuntMinuten, Fout> => {
  const gelezen: Partial<Record<VastPunt, number>> = {};
  for (const punt of puntenVanSoort(soort)) {
    const tekst = velden[punt]?.trim() ?? "";
    const [min, max] = grenzen;
    const getal = /^\d{1,3}$/.test(tekst) ? Number(tekst) : Number.NaN;
    const weg = tekst === "" || getal === 0;
    if (weg && punt === "privacycheck") return refuse({ code: "privacycheck_nodig", veld: punt });
    if (!weg && !(getal >= min && getal <= max)) return refuse({ code: "getal_onjuist", veld: punt, params: { min, max } });
    if (!weg) gelezen[punt] = getal;
  }
  // An overleg starts at its first point.
  const [eerste = "opening"] = puntenVanSoort(soort);
  return Object.keys(gelezen).length > 0 ? ok(gelezen) : refuse({ code: "vast_punt_nodig", veld: eerste });
};
