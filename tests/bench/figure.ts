/** One measured promise. @property raw the measured times or rates behind it, for people. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: "ratio" | "ms" | "count";
  readonly goal: number;
  readonly better: "higher" | "lower";
  readonly raw: string;
};

const meets = ({ value, goal, better }: Figure): boolean => (better === "higher" ? value >= goal : value <= goal);
/** A figure is compared as it is printed; a count as it is. */
const rounded = (figure: Figure): Figure => (figure.unit === "count" ? figure : { ...figure, value: Number(figure.value.toPrecision(3)) });

export const allMet = (figures: readonly Figure[]): boolean => figures.map(rounded).every(meets);

/** The object that other programs read [design 4]. */
export const asJson = (figures: readonly Figure[]): string =>
  JSON.stringify(
    Object.fromEntries(
      figures
        .map(rounded)
        .map((figure) => [figure.name, { value: figure.value, unit: figure.unit, goal: figure.goal, better: figure.better, ok: meets(figure) }]),
    ),
  );

const columns = ["name", "value", "goal", "", "measured"] as const;
const rowOf = (figure: Figure): readonly string[] => {
  const { name, value, unit, goal, better, raw } = rounded(figure);
  const of = (number: number): string => (unit === "ms" ? `${number} ms` : String(number));
  return [name, of(value), `${better === "higher" ? "≥" : "≤"} ${of(goal)}`, meets(rounded(figure)) ? "ok" : "MISSED", raw];
};

/** The table for people. */
export const asTable = (figures: readonly Figure[]): string => {
  const rows = [columns, ...figures.map(rowOf)];
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
