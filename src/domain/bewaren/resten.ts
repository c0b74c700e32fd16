import type { Agendapunt, Besluit } from "../overleg/agendapunt.js";
import type { Correctie, Verbetering } from "../overleg/vastlegging.js";
import type { Verloop } from "../overleg/verloop.js";

/** What a text becomes that told of something that was destroyed. */
export const VERNIETIGDE_TEKST = "";

type Vast = { readonly conclusie?: string; readonly besluiten?: readonly Besluit[]; readonly verbeteringen?: readonly Verbetering[] };
type Weg = { readonly codes: readonly string[]; readonly op: string };

const noemt = (tekst: string | undefined, codes: readonly string[]): boolean => tekst !== undefined && codes.some((code) => tekst.toUpperCase().includes(code));

/** A text that names one of the codes goes whole; when it went stays. */
const leeg = <T extends { readonly vernietigdOp?: string }>(een: T, veld: keyof T & string, { codes, op }: Weg): T =>
  noemt(een[veld] as string | undefined, codes) ? { ...een, [veld]: VERNIETIGDE_TEKST, vernietigdOp: op } : een;

const zonderVast = <T extends Vast & { readonly vernietigdOp?: string }>(vast: T, weg: Weg): T => ({
  ...leeg(vast, "conclusie" as keyof T & string, weg),
  ...(vast.besluiten === undefined ? {} : { besluiten: vast.besluiten.map((een) => leeg(een, "tekst", weg)) }),
  ...(vast.verbeteringen === undefined ? {} : { verbeteringen: vast.verbeteringen.map((een) => leeg(een, "was", weg)) }),
});
const zonderCorrecties = <T extends Correctie>(correcties: readonly T[], weg: Weg): readonly T[] => correcties.map((een) => leeg(een, "tekst", weg));

const zelfde = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What an overleg holds under its own key without what was said about these codes; `undefined`: nothing of it. Of an overleg that treated them
 * the corrections to the list as a whole go too: they may be about them without naming them, and once the list was set they have no use.
 */
export const zonderInVerloop = (verloop: Verloop, weg: Weg, behandeld: boolean): Verloop | undefined => {
  const { vast, correcties } = verloop.inhoud;
  const na = {
    vast: Object.fromEntries(Object.entries(vast).map(([punt, een]) => [punt, zonderVast(een, weg)])),
    correcties: zonderCorrecties(correcties, weg).map((een) =>
      behandeld && een.vast === undefined && een.vernietigdOp === undefined ? { ...een, tekst: VERNIETIGDE_TEKST, vernietigdOp: weg.op } : een,
    ),
  };
  return zelfde(na, verloop.inhoud) ? undefined : { ...verloop, inhoud: na };
};

/** Another point of such an overleg without what it says about these codes; `undefined`: it says nothing of them. */
export const zonderInPunt = (punt: Agendapunt, weg: Weg): Agendapunt | undefined => {
  const vast = zonderVast(punt.inhoud, weg);
  const na = { ...vast, ...(vast.correcties === undefined ? {} : { correcties: zonderCorrecties(vast.correcties, weg) }) };
  for (const veld of ["zonder", "vraag", "titel"] as const)
    if (noemt(na[veld], weg.codes)) Object.assign(na, { [veld]: VERNIETIGDE_TEKST, vernietigdOp: weg.op });
  return zelfde(na, punt.inhoud) ? undefined : { ...punt, inhoud: na };
};
