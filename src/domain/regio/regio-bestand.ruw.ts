export const lijstNamen = ["organisaties", "gemeenten", "personen", "accounts", "channels", "tafels", "convenanten", "vormen", "schoolvakanties"] as const;
export type LijstNaam = (typeof lijstNamen)[number];

/** One object of the file as it stands, so that a slip in one field does not hide what is wrong with another. */
export type Ruw = { readonly plek: string; readonly waarde: Readonly<Record<string, unknown>> };
/** @property bewaartermijnen each term by its name. */
export type RuwBestand = Readonly<Record<LijstNaam | "bewaartermijnen", readonly Ruw[]>>;

export const isObject = (waarde: unknown): waarde is Record<string, unknown> => typeof waarde === "object" && waarde !== null && !Array.isArray(waarde);

/** The objects of a list, each with its place. */
export const lijst = (waarde: unknown, plek: string): readonly Ruw[] =>
  Array.isArray(waarde) ? waarde.flatMap((item: unknown, i) => (isObject(item) ? [{ plek: `${plek}[${i}]`, waarde: item }] : [])) : [];

/** The lists of the file, leaving out what is no object. */
export const leesRuw = (json: unknown): RuwBestand => {
  const bestand = isObject(json) ? json : {};
  const termijnen = Object.entries(isObject(bestand["bewaartermijnen"]) ? bestand["bewaartermijnen"] : {});
  const bewaartermijnen = termijnen.flatMap(([naam, waarde]) => (isObject(waarde) ? [{ plek: `bewaartermijnen.${naam}`, waarde }] : []));
  return { ...Object.fromEntries(lijstNamen.map((naam) => [naam, lijst(bestand[naam], naam)])), bewaartermijnen } as unknown as RuwBestand;
};

/** The text in a field, if it is text. */
export const tekst = (ruw: Ruw, veld: string): string | undefined => {
  const waarde = ruw.waarde[veld];
  return typeof waarde === "string" && waarde !== "" ? waarde : undefined;
};

/** The texts in a list field, each with its place. */
export const teksten = (ruw: Ruw, veld: string): readonly { readonly plek: string; readonly tekst: string }[] => {
  const waarden = ruw.waarde[veld];
  return Array.isArray(waarden)
    ? waarden.flatMap((waarde: unknown, i) => (typeof waarde === "string" ? [{ plek: `${ruw.plek}.${veld}[${i}]`, tekst: waarde }] : []))
    : [];
};

export const rollenVan = (persoon: Ruw): readonly Ruw[] => lijst(persoon.waarde["rollen"], `${persoon.plek}.rollen`);
export const partijenVan = (convenant: Ruw): readonly Ruw[] => lijst(convenant.waarde["partijen"], `${convenant.plek}.partijen`);
export const isActief = (persoon: Ruw): boolean => persoon.waarde["actief"] !== false;
export const zoek = (lijstRuw: readonly Ruw[], id: string | undefined, veld = "id"): Ruw | undefined =>
  id === undefined ? undefined : lijstRuw.find((ruw) => tekst(ruw, veld) === id);
