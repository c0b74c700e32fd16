import { findIdentifiers } from "../delen/redactie.js";
import { fout, type RegioFout } from "./regio-bestand.fout.js";
import { isActief, type LijstNaam, partijenVan, type Ruw, type RuwBestand, rollenVan, tekst, teksten, zoek } from "./regio-bestand.ruw.js";

/** An e-mail address must be of the person's own organisatie, unless he comes in as gast. */
const emailDomeinen = ({ personen, organisaties, accounts }: RuwBestand): readonly RegioFout[] =>
  personen.flatMap((persoon) => {
    const domein = tekst(persoon, "email")?.split("@")[1]?.toLowerCase();
    const organisatie = zoek(organisaties, tekst(persoon, "organisatie"));
    const isGast = accounts.some((account) => account.waarde["gast"] === true && tekst(account, "persoon") === tekst(persoon, "id"));
    if (domein === undefined || !organisatie || isGast) return [];
    const domeinen = teksten(organisatie, "domeinen").map((d) => d.tekst.toLowerCase());
    return domeinen.includes(domein)
      ? []
      : [fout("email_domein", `${persoon.plek}.email`, { domein, organisatie: tekst(organisatie, "naam") ?? "", domeinen: domeinen.join(", ") || "-" })];
  });

/** Without an address nobody gets in: fine for who takes part in a tafel only, not for who has work to do here. */
const emailNodig = ({ personen, accounts }: RuwBestand): readonly RegioFout[] =>
  personen.flatMap((persoon) => {
    const werkt = rollenVan(persoon).length > 0 || accounts.some((account) => tekst(account, "persoon") === tekst(persoon, "id"));
    return persoon.waarde["email"] === undefined && werkt ? [fout("email_nodig", `${persoon.plek}.email`)] : [];
  });

/** The people from this one through their deputies back to himself, if they go round. */
const kringVan = (personen: readonly Ruw[], begin: Ruw): readonly Ruw[] | undefined => {
  const kring: Ruw[] = [begin];
  let volgende = zoek(personen, tekst(begin, "plaatsvervanger"));
  while (volgende && !kring.includes(volgende)) {
    kring.push(volgende);
    volgende = zoek(personen, tekst(volgende, "plaatsvervanger"));
  }
  return volgende === begin && kring.length > 1 ? kring : undefined;
};

const vervangers = ({ personen }: RuwBestand): readonly RegioFout[] =>
  personen.flatMap((persoon) => {
    const plek = `${persoon.plek}.plaatsvervanger`;
    const id = tekst(persoon, "plaatsvervanger");
    if (id === undefined) return [];
    if (id === tekst(persoon, "id")) return [fout("vervanger_zelf", plek)];
    const vervanger = zoek(personen, id);
    if (vervanger && !isActief(vervanger)) return [fout("vervanger_inactief", plek, { id })];
    const kring = kringVan(personen, persoon);
    const isEerste = kring?.every((lid) => personen.indexOf(lid) >= personen.indexOf(persoon));
    return kring && isEerste ? [fout("vervanger_kring", plek, { kring: [...kring, persoon].map((lid) => tekst(lid, "id") ?? "?").join(" → ") })] : [];
  });

const inactieveAccounts = ({ accounts, personen }: RuwBestand): readonly RegioFout[] =>
  accounts.flatMap((account) => {
    const persoon = zoek(personen, tekst(account, "persoon"));
    return persoon && !isActief(persoon) ? [fout("persoon_inactief", `${account.plek}.persoon`, { id: tekst(persoon, "id") ?? "" })] : [];
  });

const vormNiveaus = ({ vormen }: RuwBestand): readonly RegioFout[] =>
  vormen.flatMap((vorm) => {
    const ouder = zoek(vormen, tekst(vorm, "ouder"), "code");
    return ouder && tekst(ouder, "ouder") !== undefined ? [fout("vorm_niveau", `${vorm.plek}.ouder`, { ouder: tekst(ouder, "code") ?? "" })] : [];
  });

const heeftRolVoor = (personen: readonly Ruw[], rol: string, gemeente: string): boolean =>
  personen.some(
    (p) => isActief(p) && rollenVan(p).some((r) => tekst(r, "rol") === rol && (r.waarde["gemeente"] === undefined || tekst(r, "gemeente") === gemeente)),
  );

/** A gemeente can only work with people who receive, and a channel where it shows. */
const bezetting = (bestand: RuwBestand, gemeente: Ruw): readonly RegioFout[] => {
  const id = tekst(gemeente, "id");
  if (id === undefined) return [];
  const params = { gemeente: tekst(gemeente, "naam") ?? id };
  const channels = bestand.channels.filter((channel) => tekst(channel, "gemeente") === id);
  const heeftChannel = (soort: string): boolean => channels.some((channel) => tekst(channel, "soort") === soort);
  const meldpunt = gemeente.waarde["meldpunt"];
  return [
    ...(heeftRolVoor(bestand.personen, "aandachtsfunctionaris", id) ? [] : [fout("gemeente_zonder_af", gemeente.plek, params)]),
    ...(heeftChannel("aandachtsfunctionaris") ? [] : [fout("gemeente_zonder_channel", gemeente.plek, params)]),
    ...(meldpunt !== true || heeftRolVoor(bestand.personen, "analist", id) ? [] : [fout("meldpunt_zonder_analist", `${gemeente.plek}.meldpunt`, params)]),
    ...(meldpunt !== true || heeftChannel("meldpunt") ? [] : [fout("meldpunt_zonder_channel", `${gemeente.plek}.meldpunt`, params)]),
    ...(meldpunt !== false
      ? []
      : channels.filter((c) => tekst(c, "soort") === "meldpunt").map((c) => fout("channel_zonder_meldpunt", `${c.plek}.soort`, params))),
  ];
};

const gemeenteOrganisaties = ({ gemeenten, organisaties }: RuwBestand): readonly RegioFout[] =>
  gemeenten.flatMap((gemeente) => {
    const organisatie = zoek(organisaties, tekst(gemeente, "organisatie"));
    const soort = organisatie && tekst(organisatie, "soort");
    return soort === undefined || soort === "gemeente"
      ? []
      : [fout("organisatie_geen_gemeente", `${gemeente.plek}.organisatie`, { id: tekst(gemeente, "organisatie") ?? "", soort })];
  });

/** Texts of the file that stand on cards as they are. */
const OPEN_TEKSTEN = {
  organisaties: ["naam"],
  gemeenten: ["naam"],
  personen: ["functie"],
  tafels: ["naam"],
  convenanten: ["naam", "tekst", "bron"],
  vormen: ["nl", "en"],
  schoolvakanties: ["naam"],
} as const satisfies Partial<Record<LijstNaam, readonly string[]>>;

/** What people read on a card points to no person, whichever way it came in. */
const openTeksten = (bestand: RuwBestand): readonly RegioFout[] =>
  Object.entries(OPEN_TEKSTEN).flatMap(([naam, velden]) =>
    bestand[naam as keyof typeof OPEN_TEKSTEN].flatMap((ruw) =>
      velden.flatMap((veld) => {
        const [gevonden] = findIdentifiers(tekst(ruw, veld) ?? "", { allowed: [] });
        return gevonden === undefined ? [] : [fout("persoonsgegeven", `${ruw.plek}.${veld}`, { soort: gevonden.soort })];
      }),
    ),
  );

/** A convenant ends after it begins, and names each party once. */
const convenantFouten = ({ convenanten }: RuwBestand): readonly RegioFout[] =>
  convenanten.flatMap((convenant) => [
    ...((tekst(convenant, "geldigVan") ?? "") > (tekst(convenant, "geldigTot") ?? "9999") ? [fout("convenant_omgekeerd", `${convenant.plek}.geldigTot`)] : []),
    ...partijenVan(convenant).flatMap((partij, i, alle) => {
      const id = tekst(partij, "organisatie");
      return id !== undefined && alle.slice(0, i).some((een) => tekst(een, "organisatie") === id) ? [fout("partij_dubbel", partij.plek, { id })] : [];
    }),
  ]);

/** The source of a term stands on the card of who confirms: it points to nobody either. */
const bronnen = ({ bewaartermijnen }: RuwBestand): readonly RegioFout[] =>
  bewaartermijnen.flatMap((termijn) => {
    const [gevonden] = findIdentifiers(tekst(termijn, "bron") ?? "", { allowed: [] });
    return gevonden === undefined ? [] : [fout("persoonsgegeven", `${termijn.plek}.bron`, { soort: gevonden.soort })];
  });

/** Rules between the parts of the file. */
export const regels = (bestand: RuwBestand): readonly RegioFout[] => [
  ...openTeksten(bestand),
  ...convenantFouten(bestand),
  ...bronnen(bestand),
  ...emailDomeinen(bestand),
  ...emailNodig(bestand),
  ...vervangers(bestand),
  ...inactieveAccounts(bestand),
  ...vormNiveaus(bestand),
  ...gemeenteOrganisaties(bestand),
  ...bestand.gemeenten.flatMap((gemeente) => bezetting(bestand, gemeente)),
];
