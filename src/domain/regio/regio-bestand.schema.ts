import { z } from "zod";
import { deelDoelen, gegevensSoorten, verantwoordelijkheden } from "../delen/convenant.js";
import { organisatieSoorten, platforms, rollen } from "../persoon/persoon.js";
import { grenzen, leesLink, standaard } from "../tafel/inrichting.js";
import { type VastPunt, vastePunten } from "../tafel/sjabloon.js";
import { feestdagRegels } from "../tafel/tafel.js";
import { isDag } from "../tijd/tijd.js";
import type { BewaarCategorie } from "./bewaartermijnen.js";
import { tafelNiveaus, tafelSoorten } from "./regio.js";

/** Anybody can have an address here, so it vouches for no organisatie. */
const OPENBARE_DOMEINEN = new Set(
  "gmail.com googlemail.com outlook.com outlook.nl hotmail.com hotmail.nl live.nl live.com icloud.com me.com yahoo.com ziggo.nl kpnmail.nl kpnplanet.nl planet.nl xs4all.nl home.nl hetnet.nl casema.nl upcmail.nl protonmail.com proton.me gmx.com gmx.net aol.com telfort.nl".split(
    " ",
  ),
);

/** A message of a check is the code of its fout. */
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, { error: "id_vorm" });
const naam = z.string().trim().min(1).max(75);
const email = z.email({ error: "email_vorm" }).max(254);
const telefoon = z.string().regex(/^[+\d][\d ()-]{1,24}$/, { error: "telefoon_vorm" });
const domein = z
  .string()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/, { error: "domein_vorm" })
  .refine((waarde) => !OPENBARE_DOMEINEN.has(waarde), { error: "domein_openbaar" });
const dag = z.string().refine(isDag, { error: "datum_vorm" });
const chatId = z.string().regex(/^\S{1,300}$/, { error: "chat_id_vorm" });
const termijn = (standaard: number, maximum: number) => z.int().min(1).max(maximum).default(standaard);

const termijnen = z.strictObject({
  eersteReactie: termijn(2, 30),
  antwoordPartner: termijn(5, 60),
  berichtMelder: termijn(10, 90),
  herzienNaDagen: termijn(90, 180),
});

const bron = z.string().trim().min(1).max(200);
const inMaanden = z.strictObject({ maanden: z.int().min(1).max(240), bron }).optional();
/** What is left out has no term: fine to try the bot with, not with real chats. */
const bewaartermijnen = z.strictObject({
  nietVersterkt: inMaanden,
  gemeentelijkOpgepakt: inMaanden,
  vervallen: inMaanden,
  casusZorg: inMaanden,
  casusOndermijning: inMaanden,
  geenMensenhandel: inMaanden,
  chatkaarten: z.strictObject({ dagen: z.int().min(1).max(365), bron }).optional(),
  auditspoor: inMaanden,
  logboek: inMaanden,
  inzageverzoeken: inMaanden,
} satisfies Readonly<Record<BewaarCategorie, z.ZodType>>);

const uren = (anders: number) => z.int().min(grenzen.uren[0]).max(grenzen.uren[1]).default(anders);

/** How a tafel works; of a rooster either the cron or `op_verzoek`. */
const inrichting = z.strictObject({
  voorzitter: z.string({ error: (issue) => (Array.isArray(issue.input) ? "twee_voorzitters" : undefined) }).pipe(id),
  secretaris: id,
  tafelbeheerder: id,
  deelnemers: z.array(z.strictObject({ persoon: id, plaatsvervanger: id.optional() })).min(1),
  rooster: z.union([
    z.literal("op_verzoek"),
    z.strictObject({
      cron: z.string().trim().min(1).max(200),
      elke: z.int().min(grenzen.elke[0]).max(grenzen.elke[1]).default(1),
      vanaf: dag,
      feestdag: z.enum(feestdagRegels),
    }),
  ]),
  duurMinuten: z.int().min(grenzen.duur[0]).max(grenzen.duur[1]).default(standaard.duurMinuten),
  plaats: z.string().trim().min(1).max(100).optional(),
  link: z
    .string()
    .max(300)
    .refine((waarde) => leesLink(waarde).ok, { error: "link_vorm" })
    .optional(),
  sluitingUren: uren(standaard.sluitingUren),
  conceptUren: uren(standaard.conceptUren),
  agendaUren: uren(standaard.agendaUren),
  herinnerMinuten: z.int().min(grenzen.herinnering[0]).max(grenzen.herinnering[1]).default(standaard.herinnerMinuten),
  /** Minutes; a point that is left out is not on the agenda. */
  vastePunten: z
    .strictObject(Object.fromEntries((Object.keys(vastePunten) as VastPunt[]).map((punt) => [punt, z.int().min(1).max(120).optional()])))
    .optional(),
  minimaal: z.int().min(grenzen.minimaal[0]).max(grenzen.minimaal[1]).default(standaard.minimaal),
});
export type BestandInrichting = z.infer<typeof inrichting>;

const channelPlek = { platform: z.enum(platforms), tenant: chatId, conversationId: chatId };

/** The region file as people write it. Unknown fields are refused, so that a slip of the pen is seen. */
export const RegioBestand = z.strictObject({
  versie: z.literal(1, { error: "versie" }),
  naam,
  organisaties: z.array(z.strictObject({ id, naam, soort: z.enum(organisatieSoorten), domeinen: z.array(domein) })).min(1),
  gemeenten: z.array(z.strictObject({ id, naam, organisatie: id, meldpunt: z.boolean(), termijnen: termijnen.default(termijnen.parse({})) })).min(1),
  personen: z
    .array(
      z.strictObject({
        id,
        naam,
        functie: naam,
        organisatie: id,
        /** Absent: somebody without account, who takes part in a tafel only. */
        email: email.optional(),
        telefoon: telefoon.optional(),
        taal: z.enum(["nl", "en"]).optional(),
        actief: z.boolean().default(true),
        plaatsvervanger: id.optional(),
        rollen: z.array(z.strictObject({ rol: z.enum(rollen), gemeente: id.optional() })),
      }),
    )
    .min(1),
  accounts: z.array(z.strictObject({ platform: z.enum(platforms), tenant: chatId, userId: chatId, persoon: id, gast: z.boolean().default(false) })).default([]),
  channels: z.array(
    z.discriminatedUnion("soort", [
      z.strictObject({ soort: z.enum(["meldpunt", "aandachtsfunctionaris"]), gemeente: id, ...channelPlek }),
      z.strictObject({ soort: z.literal("tafel"), tafel: id, ...channelPlek }),
    ]),
  ),
  tafels: z.array(
    z.strictObject({
      id,
      naam,
      soort: z.enum(tafelSoorten),
      niveau: z.enum(tafelNiveaus),
      convenant: id.optional(),
      inrichting: inrichting.optional(),
    }),
  ),
  convenanten: z.array(
    z.strictObject({
      id,
      naam,
      soort: z.enum(["riec", "zvh", "overig"]),
      bron: naam,
      doelen: z.array(z.enum(deelDoelen)).min(1),
      geldigVan: dag,
      geldigTot: dag.optional(),
      partijen: z.array(z.strictObject({ organisatie: id, rol: z.enum(verantwoordelijkheden), gegevens: z.array(z.enum(gegevensSoorten)) })).min(1),
      tekst: z.string().trim().min(1).max(500),
    }),
  ),
  vrijeDagen: z.array(dag).default([]),
  schoolvakanties: z.array(z.strictObject({ naam, van: dag, tot: dag })).default([]),
  bewaartermijnen: bewaartermijnen.default({}),
  stilNaDagen: z.int().min(7).max(730).default(90),
  contacten: z.array(z.strictObject({ naam, telefoon, uitleg: z.string().trim().min(1).max(300) })),
  vormen: z.array(z.strictObject({ code: id, ouder: id.optional(), nl: naam, en: naam })).min(1),
});
export type RegioBestand = z.infer<typeof RegioBestand>;
