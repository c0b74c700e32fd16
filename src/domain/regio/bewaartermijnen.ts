import type { SignaalStatus } from "../signaal/signaal.status.js";

/** What is kept for a set time, each with its own term and legal source [domein 4, Retention]. */
export const bewaarCategorieen = [
  "nietVersterkt",
  "gemeentelijkOpgepakt",
  "vervallen",
  "casusZorg",
  "casusOndermijning",
  "geenMensenhandel",
  "chatkaarten",
  "auditspoor",
  "logboek",
  "inzageverzoeken",
] as const;
export type BewaarCategorie = (typeof bewaarCategorieen)[number];
/** What a signaal or casus can be destroyed as. */
export const dossierCategorieen = ["nietVersterkt", "gemeentelijkOpgepakt", "vervallen", "casusZorg", "casusOndermijning", "geenMensenhandel"] as const;
export type DossierCategorie = (typeof dossierCategorieen)[number];

/** @property bron the law or rule that the term follows. */
type InMaanden = { readonly maanden: number; readonly bron: string };
type InDagen = { readonly dagen: number; readonly bron: string };
/** As the region file says; what it does not name has no legal source, and with real chats the bot does not start without. */
export type Bewaartermijnen = { readonly [C in Exclude<BewaarCategorie, "chatkaarten">]?: InMaanden } & { readonly chatkaarten?: InDagen };

/** Terms to try the bot with. The FG of the region must confirm its own [domein 4; own]. */
const proeftermijnen = {
  nietVersterkt: 6,
  gemeentelijkOpgepakt: 12,
  vervallen: 6,
  casusZorg: 60,
  casusOndermijning: 60,
  geenMensenhandel: 12,
  auditspoor: 60,
  logboek: 36,
  inzageverzoeken: 6,
} as const satisfies Readonly<Record<Exclude<BewaarCategorie, "chatkaarten">, number>>;
const PROEF_DAGEN = 30;

/** As what a signaal of this status is kept by itself; that of a closed casus goes by its casus. */
export const signaalCategorie = (status: SignaalStatus): Exclude<DossierCategorie, "casusZorg" | "casusOndermijning" | "geenMensenhandel"> | undefined => {
  if (status === "niet_versterkt") return "nietVersterkt";
  if (status === "gemeentelijk_opgepakt") return "gemeentelijkOpgepakt";
  return status === "vervallen" ? "vervallen" : undefined;
};

type Termijnen = { readonly bewaartermijnen: Bewaartermijnen };

/** How many months something is kept. */
export const maandenVan = ({ bewaartermijnen }: Termijnen, categorie: keyof typeof proeftermijnen): number =>
  bewaartermijnen[categorie]?.maanden ?? proeftermijnen[categorie];

/** How many days after closing its cards in the chats keep their text. */
export const dagenKaarten = ({ bewaartermijnen }: Termijnen): number => bewaartermijnen.chatkaarten?.dagen ?? PROEF_DAGEN;

/** Why it is kept that long; empty in a region that does not say. */
export const bronVan = ({ bewaartermijnen }: Termijnen, categorie: BewaarCategorie): string => bewaartermijnen[categorie]?.bron ?? "";

/** Categories of which the region does not say how long and why. */
export const zonderTermijn = ({ bewaartermijnen }: Termijnen): readonly BewaarCategorie[] =>
  bewaarCategorieen.filter((categorie) => bewaartermijnen[categorie] === undefined);
