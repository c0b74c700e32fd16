import type { App } from "../../src/app.js";
import type { TestStore } from "../support/database.js";
import type { Figure } from "./figure.js";
import { median, ms, percentile, repeated } from "./measure.js";
import { benchApp, presses, types } from "./person.js";
import { groot } from "./region/fill.js";

const GOAL_MS = 300;
const GOAL_500_MS = 2_000;
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

/** Who asks: every role at a tafel, and who has most to do. */
const mensen = ["P01", "P03", "P06", "P08", "P11", "P12"] as const;
const beheerder = "P06";

const komend = async ({ pool }: TestStore): Promise<readonly string[]> =>
  (await pool.query<{ id: string }>("SELECT id FROM overleg WHERE tafel_id = 'mdo' AND soort = 'regulier' AND begin > now() ORDER BY begin")).rows.map(
    ({ id }) => id,
  );
const casussen = async ({ pool }: TestStore): Promise<readonly string[]> =>
  (
    await pool.query<{ code: string }>(
      "SELECT c.code FROM casus c JOIN actiepunt a ON a.casus_id = c.id WHERE a.open AND c.gemeente_id = 'rivierstede' GROUP BY c.code ORDER BY c.code LIMIT 20",
    )
  ).rows.map(({ code }) => code);

/** The concept for the tafelbeheerder and the card for the channel, each from the state of now. */
const agendaKaarten = async (app: App, overlegId: string, channelId: string): Promise<void> => {
  const concept = await app.render({ kind: "concept", objectId: overlegId, to: { persoonId: beheerder as never } });
  const channel = await app.render({ kind: "agenda", objectId: overlegId, to: { channelId: channelId as never } });
  if (concept === undefined || channel === undefined) throw new Error("the agenda was not made");
};

type Act = (n: number) => Promise<void>;

const acts = async (store: TestStore, app: App): Promise<Readonly<Record<string, Act>>> => {
  const [overleggen, codes] = await Promise.all([komend(store), casussen(store)]);
  return {
    tafel: (n) => types(app, pick(mensen, n), "tafel"),
    agenda: (n) => presses(app, pick(["P01", "P03", beheerder], n), "agenda.tonen", { m: pick(overleggen, n) }),
    actielijst_mijn: (n) => types(app, pick(mensen, n), "acties"),
    actielijst_organisatie: (n) => types(app, pick(mensen, n), "acties", "organisatie"),
    actielijst_te_laat: (n) => types(app, pick(mensen, n), "acties", "te laat"),
    actielijst_casus: (n) => types(app, "P01", "acties", pick(codes, n)),
  };
};

export const commandNames = ["tafel", "agenda", "actielijst_mijn", "actielijst_organisatie", "actielijst_te_laat", "actielijst_casus", "agenda_500"] as const;

/** The commands of a tafel through the real dispatch, and an agenda of five hundred points [issue 3]. @param where ends the names. */
export const measureCommands = async function* (store: TestStore, where: string, times: number, wanted: (name: string) => boolean): AsyncIterable<Figure> {
  const app = benchApp(store);
  for (const [command, act] of Object.entries(await acts(store, app))) {
    const name = `${command}_${where}`;
    if (!wanted(name)) continue;
    const measured = await repeated(times, act);
    const p95 = percentile(measured, 0.95);
    yield { name, value: p95, unit: "ms", goal: GOAL_MS, better: "lower", raw: `p50 ${ms(median(measured))}, p95 ${ms(p95)}, ${times} times` };
  }
  if (!wanted(`agenda_500_${where}`)) return;
  const channel = (await store.store.readRegio()).channels.find(({ tafelId }) => tafelId === "mdo");
  const measured = await repeated(Math.max(3, Math.ceil(times / 20)), () => agendaKaarten(app, groot, channel?.id ?? ""));
  const worst = percentile(measured, 1);
  yield {
    name: `agenda_500_${where}`,
    value: worst,
    unit: "ms",
    goal: GOAL_500_MS,
    better: "lower",
    raw: `p50 ${ms(median(measured))}, slowest ${ms(worst)}, ${measured.length} times`,
  };
};
