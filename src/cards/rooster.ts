import cronstrue from "cronstrue/i18n.js";
import type { Taal } from "../domain/persoon/persoon.js";
import { cronRegels, type RoosterDag } from "../domain/tafel/rooster.js";
import type { Rooster } from "../domain/tafel/tafel.js";
import { momentOp } from "../domain/tijd/tijd.js";
import { zegDag, zegDagVoluit, zegTijd } from "./datum.js";
import { punten, zeg } from "./woorden.js";

/** Its types describe another module than Node loads. */
const inWoorden = cronstrue as unknown as {
  toString(cron: string, options: { readonly locale: string; readonly use24HourTimeFormat: boolean; readonly throwExceptionOnParseError: boolean }): string;
};

/** What the package says, turned into what people say: "eerste donderdag van de maand". */
const omzetten: Readonly<Record<Taal, readonly (readonly [RegExp, string])[]>> = {
  nl: [
    [/^Om \d{2}:\d{2},? ?/, ""],
    [/, en /g, " en "],
    [/^alleen op (.*)$/, "elke $1"],
    [/^op (?:de|dag) (.*) van de maand, alleen in (.*)$/, "$1 van $2"],
    [/^op de (.*)$/, "$1"],
    [/^op dag (.*)$/, "dag $1"],
    [/ en (\p{L}+ \p{L}+dag) van/u, " en $1 van"],
  ],
  en: [
    [/^At \d{2}:\d{2},? ?/, ""],
    [/, and /g, " and "],
    [/^only on (.*)$/, "every $1"],
    [/^on (?:the|day) (.*) of the month, only in (.*)$/, "$1 of $2"],
    [/^on the (.*)$/, "$1"],
    [/^on (day .*)$/, "$1"],
  ],
};

const zegRegel = (regel: string, taal: Taal): string => {
  const gezegd = inWoorden.toString(regel.replace(/#L$/i, "L"), { locale: taal, use24HourTimeFormat: true, throwExceptionOnParseError: false });
  return omzetten[taal].reduce((tekst, [van, naar]) => tekst.replace(van, naar), gezegd);
};

/** Hour and minute of a cron, on any day. */
const tijdVan = (regel: string, taal: Taal): string => {
  const [minuut = "0", uur = "0"] = regel.split(" ");
  return zeg(taal, "rooster.tijd", { tijd: zegTijd(momentOp("2027-01-04" as Parameters<typeof momentOp>[0], `${uur}:${minuut}`), taal) });
};

const zegPatroon = (patroon: string, elke: number, taal: Taal): string => {
  const wekelijks = /^(?:elke|every) (.*)$/.exec(patroon)?.[1];
  if (elke === 1) return patroon;
  if (wekelijks === undefined) return zeg(taal, "rooster.elke_keer", { patroon, elke });
  return elke === 2 ? zeg(taal, "rooster.om_de_week", { dag: wekelijks }) : zeg(taal, "rooster.om_de_weken", { dag: wekelijks, elke });
};

/** "eerste donderdag van de maand, 10.00 uur". */
export const zegRooster = (rooster: Rooster, taal: Taal): string => {
  if (rooster.soort === "op_verzoek") return zeg(taal, "rooster.op_verzoek");
  const regels = cronRegels(rooster.cron);
  const tijden = new Set(regels.map((regel) => tijdVan(regel, taal)));
  const patronen = regels.map((regel) => (tijden.size === 1 ? zegRegel(regel, taal) : `${zegRegel(regel, taal)}, ${tijdVan(regel, taal)}`));
  const patroon = zegPatroon(patronen.join(zeg(taal, "rooster.en")), rooster.elke, taal);
  return tijden.size === 1 ? `${patroon}, ${[...tijden][0]}` : patroon;
};

/** One of the coming dates, and what becomes of it on a free day. */
export const zegRoosterDag = ({ gepland, tijd, dag, vrij, schoolvakantie }: RoosterDag, taal: Taal, now: Date): string => {
  if (dag === undefined) return zeg(taal, "rooster.dag.vervalt", { dag: zegDagVoluit(gepland, taal, now) });
  const moment = `${zegDagVoluit(dag, taal, now)}, ${zeg(taal, "rooster.tijd", { tijd: zegTijd(momentOp(dag, tijd), taal) })}`;
  return punten(
    moment,
    vrij ? zeg(taal, "rooster.dag.verzet", { dag: zegDag(gepland, taal, now) }) : undefined,
    schoolvakantie === undefined ? undefined : zeg(taal, "rooster.dag.schoolvakantie"),
  );
};
