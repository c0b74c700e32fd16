import { inflateRawSync } from "node:zlib";
import type { CasusId } from "../../src/domain/casus/casus.js";
import type { CasusCode, SignaalCode } from "../../src/domain/code.js";
import type { Agendapunt, AgendapuntId } from "../../src/domain/overleg/agendapunt.js";
import type { Overleg } from "../../src/domain/overleg/overleg.js";
import type { Verloop } from "../../src/domain/overleg/verloop.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { Change } from "../../src/ports/store.js";
import { besluitenlijstKaarten } from "../../src/use-cases/besluitenlijst.js";
import { readAgenda } from "../../src/use-cases/open-agenda.js";
import { maakActiepunt } from "./acties.js";
import { gepland, maakRouteCasus } from "./agenda.js";
import type { TeamsPerson } from "./teams/teams-person.js";
import type { Mens, Wereld } from "./wereld.js";

const wie = (id: string): PersoonId => id as PersoonId;
const NA_AFLOOP = new Date("2026-12-03T11:35:00+01:00");

type Punt = Partial<Omit<Agendapunt, "inhoud">> & { readonly inhoud?: Partial<Agendapunt["inhoud"]> };
let teller = 0;

const behandeld = (overleg: Overleg, more: Punt): Agendapunt => ({
  id: `lijstpunt${++teller}` as AgendapuntId,
  version: 0,
  tafelId: overleg.tafelId,
  overlegId: overleg.id,
  soort: "voorstel",
  doel: "besluiten",
  minuten: 10,
  volgorde: teller,
  status: "behandeld",
  besloten: false,
  inbrengerId: wie("P01"),
  ingebrachtOp: new Date("2026-11-24T09:00:00Z"),
  behandeldOp: NA_AFLOOP,
  ...more,
  inhoud: { genodigden: [], uitgesloten: [], ...more.inhoud },
});

const genodigd = (...ids: string[]) => ids.map((id) => ({ persoonId: wie(id), grondslag: "kanarieconvenant" }));
const besluit = (id: string, tekst: string) => ({ id, tekst, op: NA_AFLOOP.toISOString(), doorId: wie("P07") });

/** What was held: which points, and under which codes. */
export type Gehouden = {
  readonly overleg: Overleg;
  /** For P08 and P01. */
  readonly casus: CasusCode;
  readonly signaal: SignaalCode;
  readonly casusId: CasusId;
  /** For P09 and P10, who sits at no table. */
  readonly ander: CasusCode;
  /** For P08; P09 is kept out. */
  readonly besloten: CasusCode;
};

/** The MDO of 3 December was held and closed: three casussen, of which one besloten, and a voorstel; the concept goes round. */
export const houdtOverleg = async (wereld: Wereld): Promise<Gehouden> => {
  const { store } = wereld.store;
  const mdo = await gepland(wereld);
  const [eerste, tweede, derde] = [await maakRouteCasus(wereld.store), await maakRouteCasus(wereld.store), await maakRouteCasus(wereld.store)];
  wereld.slaaptTot(NA_AFLOOP.toISOString());
  for (const { signaal } of [eerste, tweede, derde]) {
    const found = await store.findSignaal(signaal);
    if (found !== undefined) await store.commit({ changes: [{ soort: "signaal", signaal: { ...found, status: "op_tafel" } }] });
  }
  const punten = [
    behandeld(mdo, {
      soort: "casus",
      casusId: eerste.casusId,
      inhoud: {
        vraag: "Is de kanarieopvang veilig?",
        genodigden: genodigd("P08", "P01"),
        conclusie: "De kanarieopvang kan beginnen.",
        besluiten: [besluit("b1", "Kanarieopvang voor twee weken.")],
      },
    }),
    behandeld(mdo, {
      soort: "casus",
      casusId: tweede.casusId,
      inbrengerId: wie("P02"),
      inhoud: { vraag: "Wie belt de kanariewinkel?", genodigden: genodigd("P09", "P10"), conclusie: "De kanariewinkel is gesloten." },
    }),
    behandeld(mdo, {
      soort: "casus",
      casusId: derde.casusId,
      besloten: true,
      inhoud: { vraag: "Wie weet van de kanarie?", genodigden: genodigd("P08"), uitgesloten: [wie("P09")], conclusie: "Niemand weet van de kanarie." },
    }),
    behandeld(mdo, {
      inhoud: {
        titel: "Bereikbaarheid rond Kerst",
        conclusie: "De kanarielijst gaat rond.",
        besluiten: [besluit("b2", "Iedereen is bereikbaar met een *kanarie*.")],
      },
    }),
  ];
  const verloop: Verloop = {
    overlegId: mdo.id,
    version: 0,
    puntOp: NA_AFLOOP,
    begonnenOp: mdo.begin,
    geslotenOp: NA_AFLOOP,
    gedaan: ["opening", "privacycheck", "vorige", "afsluiting"],
    lijst: "concept",
    lijstOp: NA_AFLOOP,
    inhoud: { vast: { vorige: { conclusie: "De kanarielijst van november klopt." } }, correcties: [] },
  };
  const changes: Change[] = [
    { soort: "overleg", overleg: { ...((await store.findOverleg(mdo.id)) as Overleg), status: "gehouden" } },
    ...punten.map((agendapunt) => ({ soort: "agendapunt_nieuw" as const, agendapunt })),
    { soort: "verloop_nieuw", verloop },
    ...(["P01", "P06", "P07", "P08"] as const).map((id) => ({
      soort: "aanwezigheid" as const,
      aanwezigheid: { overlegId: mdo.id, persoonId: wie(id), antwoord: "komt" as const, doorId: wie("P07") },
    })),
  ];
  const stored = await store.commit({ changes });
  if (!stored.ok) throw new Error(stored.error);
  await maakActiepunt(wereld.store, { overlegId: mdo.id, casusId: eerste.casusId, inhoud: { wat: "De kanarie ophalen", stappen: [] } });
  await maakActiepunt(wereld.store, { overlegId: mdo.id, inhoud: { wat: "Piketlijst rondsturen", stappen: [] } });
  const dossier = await readAgenda({ store } as Parameters<typeof readAgenda>[0], mdo.id);
  if (dossier === undefined) throw new Error("no agenda");
  await store.commit({ intents: besluitenlijstKaarten(dossier) });
  // A minute, so that what a busy machine sent too late is tried again.
  await wereld.wordt(new Date(wereld.nu.getTime() + 60_000));
  await wereld.klaar();
  return { overleg: mdo, casus: eerste.casus, signaal: eerste.signaal, casusId: eerste.casusId, ander: tweede.casus, besloten: derde.casus };
};

/** As many other points as well, each with a long conclusie and besluit. */
export const metVeelPunten = async (wereld: Wereld, { overleg }: Gehouden, aantal: number): Promise<void> => {
  const lang = "Een zin over wat de tafel afspreekt en waarom dat zo is. ".repeat(16);
  const changes = Array.from({ length: aantal }, (_, i): Change => {
    const inhoud = { titel: `Voorstel ${i + 1}`, conclusie: `${lang}einde kanarie ${i + 1}.`, besluiten: [besluit(`v${i}`, `${lang}besloten.`)] };
    return { soort: "agendapunt_nieuw", agendapunt: behandeld(overleg, { inhoud }) };
  });
  const stored = await wereld.store.store.commit({ changes });
  if (!stored.ok) throw new Error(stored.error);
};

/** Opens the list from `besluiten`. */
export const leestLijst = async (mens: Mens): Promise<string> => {
  await mens.sluit();
  await mens.typt("besluiten");
  await mens.klikt("Lees");
  return mens.ziet();
};

/** The files that this person got in his chat, accepted where the chat asks. */
export const krijgtBestand = async (wereld: Wereld, mens: Mens): Promise<Buffer | undefined> => {
  if (mens.platform === "slack") return wereld.slack.files.filter(({ channel }) => channel === wereld.slack.dm(mens.userId)).at(-1)?.inhoud;
  return wereld.teams.files.get(await (mens as unknown as TeamsPerson).beantwoordtBestand(true));
};

/** The address of a one-use link in the window in front of this person. */
export const linkIn = (wereld: Wereld, mens: Mens): string => {
  const open = mens.platform === "slack" ? JSON.stringify(wereld.slack.stack(mens.userId).at(-1)?.view) : (mens as unknown as TeamsPerson).venster();
  const found = /"(https:\/\/[^"]*\/document\/[^"]+)"/.exec(open)?.[1];
  if (found === undefined) throw new Error(`no link in: ${open}`);
  return found;
};

/** The parts of a zip file by name; enough of it to read what Word reads. */
export const ontzip = (zip: Buffer): Readonly<Record<string, string>> => {
  const parts: Record<string, string> = {};
  let at = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  while (at >= 0 && zip.readUInt32LE(at) === 0x02014b50) {
    const [size, nameLength, extra, comment, start] = [20, 28, 30, 32, 42].map((o) =>
      o === 20 || o === 42 ? zip.readUInt32LE(at + o) : zip.readUInt16LE(at + o),
    ) as [number, number, number, number, number];
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const body = zip.subarray(from, from + size);
    parts[name] = (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString("utf8");
    at += 46 + nameLength + extra + comment;
  }
  return parts;
};
