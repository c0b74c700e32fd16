import { fout, type RegioFout, type RegioFoutCode } from "./regio-bestand.fout.js";
import { partijenVan, type Ruw, type RuwBestand, rollenVan, tekst, teksten, zoek } from "./regio-bestand.ruw.js";

type Sleutel = { readonly plek: string; readonly sleutel: string | undefined };

/** Every later one of two that have the same key. */
const dubbel = (code: RegioFoutCode, sleutels: readonly Sleutel[], toon = (sleutel: string): string => sleutel): readonly RegioFout[] => {
  const eerder = new Map<string, string>();
  return sleutels.flatMap(({ plek, sleutel }) => {
    if (sleutel === undefined) return [];
    const eerste = eerder.get(sleutel);
    if (eerste !== undefined) return [fout(code, plek, { waarde: toon(sleutel), eerder: eerste })];
    eerder.set(sleutel, plek);
    return [];
  });
};

const chatSleutel = (ruw: Ruw, veld: "userId" | "conversationId"): string | undefined => {
  const delen = [tekst(ruw, "platform"), tekst(ruw, "tenant"), tekst(ruw, veld)];
  return delen.includes(undefined) ? undefined : delen.join(" ");
};

const dubbeleIds = (bestand: RuwBestand): readonly RegioFout[] =>
  (["organisaties", "gemeenten", "personen", "tafels", "convenanten", "vormen"] as const).flatMap((naam) => {
    const veld = naam === "vormen" ? "code" : "id";
    return dubbel(
      "id_dubbel",
      bestand[naam].map((ruw) => ({ plek: `${ruw.plek}.${veld}`, sleutel: tekst(ruw, veld) })),
    );
  });

const dubbeleRollen = (bestand: RuwBestand): readonly RegioFout[] =>
  bestand.personen.flatMap((persoon) =>
    dubbel(
      "rol_dubbel",
      rollenVan(persoon).map((rol) => ({ plek: rol.plek, sleutel: tekst(rol, "rol") && `${tekst(rol, "rol")} ${tekst(rol, "gemeente") ?? ""}`.trim() })),
    ),
  );

/** Two cards in one channel, or a channel where one gemeente would read of another. */
const dubbeleChannels = (bestand: RuwBestand): readonly RegioFout[] =>
  bestand.channels.flatMap((channel, i) => {
    const sleutel = chatSleutel(channel, "conversationId");
    const eerder = sleutel === undefined ? undefined : bestand.channels.slice(0, i).find((ander) => chatSleutel(ander, "conversationId") === sleutel);
    if (!eerder) return [];
    const zelfde = tekst(eerder, "gemeente") === tekst(channel, "gemeente") && tekst(eerder, "tafel") === tekst(channel, "tafel");
    const code = zelfde
      ? "channel_dubbel"
      : [eerder, channel].some((een) => tekst(een, "tafel") !== undefined)
        ? "channel_twee_tafels"
        : "channel_twee_gemeenten";
    return [fout(code, `${channel.plek}.conversationId`, { waarde: tekst(channel, "conversationId") ?? "", eerder: eerder.plek })];
  });

/** What must be there once. */
export const dubbele = (bestand: RuwBestand): readonly RegioFout[] => [
  ...dubbeleIds(bestand),
  ...dubbel(
    "email_dubbel",
    bestand.personen.map((p) => ({ plek: `${p.plek}.email`, sleutel: tekst(p, "email")?.toLowerCase() })),
  ),
  ...dubbel(
    "domein_dubbel",
    bestand.organisaties.flatMap((o) => teksten(o, "domeinen").map(({ plek, tekst: sleutel }) => ({ plek, sleutel: sleutel.toLowerCase() }))),
  ),
  ...dubbel(
    "account_dubbel",
    bestand.accounts.map((a) => ({ plek: `${a.plek}.userId`, sleutel: chatSleutel(a, "userId") })),
    (sleutel) => sleutel.split(" ").at(-1) ?? sleutel,
  ),
  ...dubbeleChannels(bestand),
  ...dubbeleRollen(bestand),
];

const naar = (code: RegioFoutCode, doel: readonly Ruw[], bronnen: readonly Ruw[], veld: string, sleutelveld = "id"): readonly RegioFout[] =>
  bronnen.flatMap((bron) => {
    const id = tekst(bron, veld);
    return id === undefined || zoek(doel, id, sleutelveld) ? [] : [fout(code, `${bron.plek}.${veld}`, { id })];
  });

/** What points to something that is not in the file. */
export const verwijzingen = (bestand: RuwBestand): readonly RegioFout[] => {
  return [
    ...naar("onbekende_organisatie", bestand.organisaties, bestand.gemeenten, "organisatie"),
    ...naar("onbekende_organisatie", bestand.organisaties, bestand.personen, "organisatie"),
    ...naar("onbekende_persoon", bestand.personen, bestand.personen, "plaatsvervanger"),
    ...naar("onbekende_gemeente", bestand.gemeenten, bestand.personen.flatMap(rollenVan), "gemeente"),
    ...naar("onbekende_persoon", bestand.personen, bestand.accounts, "persoon"),
    ...naar("onbekende_gemeente", bestand.gemeenten, bestand.channels, "gemeente"),
    ...naar("onbekende_tafel", bestand.tafels, bestand.channels, "tafel"),
    ...naar("onbekend_convenant", bestand.convenanten, bestand.tafels, "convenant"),
    ...naar("onbekende_vorm", bestand.vormen, bestand.vormen, "ouder", "code"),
    ...naar("onbekende_organisatie", bestand.organisaties, bestand.convenanten.flatMap(partijenVan), "organisatie"),
  ];
};
