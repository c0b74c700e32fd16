import { readFile } from "node:fs/promises";
import { DataDirInUse } from "./adapters/prisma/open-store.js";
import { ConfigError, readConfig } from "./config.js";
import type { Taal } from "./domain/persoon/persoon.js";
import { parseRegioBestand, type RegioFout } from "./domain/regio/regio-bestand.js";
import { type MessageKey, sayAny } from "./messages/messages.js";
import type { nlRegio } from "./messages/nl/regio.js";
import { openConfigured } from "./sleutelbron.js";
import { type ImportVerslag, importRegioBestand } from "./use-cases/import-regio.js";

/** `npm run regio -- <file>`: checks a region file and takes it in whole, or says everything that is wrong with it. */
type Zin = (key: keyof typeof nlRegio, params?: Readonly<Record<string, string | number>>) => string;
type Uitkomst = { readonly gelukt: boolean; readonly regels: readonly string[] };

const zinnen =
  (taal: Taal): Zin =>
  (key, params) =>
    sayAny(taal, key as string as MessageKey, params);

const foutRegels = (zin: Zin, fouten: readonly RegioFout[]): Uitkomst => ({
  gelukt: false,
  regels: [...fouten.map((f) => `- ${zin(`regio.fout.${f.code}`, { ...f.params, plek: f.plek })}`), zin("regio.geweigerd", { aantal: fouten.length })],
});

/** What was made from chat is kept beside the file, and said. */
const uitChatRegels = (zin: Zin, { uitChat }: ImportVerslag["gedaan"]): readonly string[] => {
  if (uitChat === undefined) return [];
  const { tafels, kanalen, mensen, overgenomen, gestopt } = uitChat;
  return [
    ...tafels.map(({ id, naam }) => `- ${zin("regio.tafel_uit_chat", { id, naam })}`),
    ...(kanalen > 0 ? [`- ${zin("regio.kanalen_uit_chat", { aantal: kanalen })}`] : []),
    ...(mensen > 0 ? [`- ${zin("regio.mensen_uit_chat", { aantal: mensen })}`] : []),
    ...(overgenomen > 0 ? [`- ${zin("regio.overgenomen", { aantal: overgenomen })}`] : []),
    ...gestopt.map((naam) => `- ${zin("regio.tafel_gestopt", { naam })}`),
  ];
};

const verslagRegels = (zin: Zin, { inhoud, gedaan, waarschuwingen }: ImportVerslag): Uitkomst => {
  const { regio, personen } = inhoud;
  const aantallen = {
    naam: regio.naam,
    gemeenten: regio.gemeenten.length,
    organisaties: regio.organisaties.length,
    personen: personen.length,
    channels: regio.channels.length,
    tafels: regio.tafels.length,
  };
  const { nieuw, gewijzigd, gestopt, overgedragen, blijftLiggen } = gedaan;
  return {
    gelukt: true,
    regels: [
      zin("regio.ingelezen", aantallen),
      zin("regio.wijzigingen", { nieuw, gewijzigd, gestopt }),
      ...(overgedragen > 0 ? [zin("regio.overgedragen", { aantal: overgedragen })] : []),
      ...uitChatRegels(zin, gedaan),
      ...(blijftLiggen > 0 ? [zin("regio.blijft_liggen", { aantal: blijftLiggen })] : []),
      ...waarschuwingen.map((w) => `- ${zin(`regio.waarschuwing.${w.code}`, w.params)}`),
    ],
  };
};

const leesJson = (tekst: string): { readonly json: unknown } | { readonly reden: string } => {
  try {
    return { json: JSON.parse(tekst.replace(/^\uFEFF/, "")) as unknown };
  } catch (error) {
    return { reden: error instanceof Error ? error.message : String(error) };
  }
};

const importeer = async (bestand: string | undefined): Promise<Uitkomst> => {
  const config = readConfig(process.env);
  const zin = zinnen(config.taal);
  if (bestand === undefined) return { gelukt: false, regels: [zin("regio.gebruik")] };
  const tekst = await readFile(bestand, "utf8").catch(() => undefined);
  if (tekst === undefined) return { gelukt: false, regels: [zin("regio.onleesbaar", { bestand })] };
  const gelezen = leesJson(tekst);
  if ("reden" in gelezen) return foutRegels(zin, [{ code: "geen_json", plek: bestand, params: { reden: gelezen.reden } }]);
  const gekeurd = parseRegioBestand(gelezen.json);
  if (!gekeurd.ok) return foutRegels(zin, gekeurd.error);

  const { opened } = await openConfigured(config);
  try {
    const verslag = await importRegioBestand(opened)(gelezen.json);
    return verslag.ok ? verslagRegels(zin, verslag.value) : foutRegels(zin, verslag.error);
  } finally {
    await opened.close();
  }
};

const uitkomst = await importeer(process.argv[2]).catch((error: unknown): Uitkomst => {
  if (error instanceof ConfigError || error instanceof DataDirInUse) return { gelukt: false, regels: [error.message] };
  throw error;
});
(uitkomst.gelukt ? process.stdout : process.stderr).write(`${uitkomst.regels.join("\n")}\n`);
process.exitCode = uitkomst.gelukt ? 0 : 1;
