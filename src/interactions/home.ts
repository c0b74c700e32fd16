import { z } from "zod";
import { homeKaart, wijzerKaart } from "../cards/cards.js";
import type { Knop, RegioNaam, Rij, SectieNaam } from "../cards/gegevens.js";
import { aflopend } from "../domain/delen/convenant.js";
import { possibleActions } from "../domain/delen/permissions.js";
import { isBuiten, namensBinnen } from "../domain/delen/uitgesloten.js";
import { type GemeenteId, heeftRol, type Persoon } from "../domain/persoon/persoon.js";
import { type Regio, readGemeente } from "../domain/regio/regio.js";
import { ok } from "../domain/result.js";
import { relatiesVan, zelfEnNamens } from "../domain/signaal/dossier.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import { neutraleStatus } from "../domain/signaal/signaal.status.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Answer } from "../ports/chat.js";
import { isGevraagd } from "../use-cases/answer-vraag.js";
import { type ActieRegel, mijnActies, vragenAanMij } from "../use-cases/find-acties.js";
import { handeltVoor } from "../use-cases/open-actiepunt.js";
import { readAgenda } from "../use-cases/open-agenda.js";
import { rolNu } from "../use-cases/pick-up-signaal.js";
import { isVoorgesteld } from "../use-cases/regie.js";
import { doneBy } from "../use-cases/work.js";
import { actieRij } from "./actie-rij.js";
import { puntenVan } from "./agenda-gegevens.js";
import { bewaarKnop, bewaarRijen, stilRijen } from "./bewaren-gegevens.js";
import { bezorgingKnop } from "./bezorging.js";
import { receipt } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";
import { inzageKnop } from "./inzagelog.js";
import { verzoekRijen } from "./inzageverzoek.js";
import { kaartKnoppen, vraagKnoppen } from "./knoppen.js";
import { noodKnop } from "./noodtoegang.js";
import { reactieVoor } from "./posted.js";

const RIJEN = 7;
/** Slack takes a hundred blocks, Teams 25 KB. */
const HOME_RIJEN = 16;
const OPHALEN = 50;

const gemeentenMet = (persoon: Persoon, regio: Regio): readonly GemeenteId[] =>
  regio.gemeenten
    .filter((gemeente) =>
      persoon.rollen.some(
        (rol) => (rol.rol === "analist" || rol.rol === "aandachtsfunctionaris") && (rol.gemeenteId === undefined || rol.gemeenteId === gemeente.id),
      ),
    )
    .map((gemeente) => gemeente.id);

const signaalRij = async (ctx: Context, regio: Regio, signaal: Signaal): Promise<Rij> => {
  const [relatie] = relatiesVan(ctx.actor.persoon, { signaal, vragen: [], opPlek: [] }).filter((one) => one === "aandachtsfunctionaris" || one === "analist");
  const datum: Dag = signaal.herzienOp ?? (signaal.behandelaarId === undefined ? await reactieVoor(ctx.ports, regio, signaal) : signaal.beloofdVoor);
  return {
    code: signaal.code,
    soort: neutraleStatus(signaal),
    gemeente: readGemeente(regio, signaal.gemeenteId).naam as RegioNaam,
    datum,
    teLaat: datum < dagVan(ctx.now),
    knoppen:
      relatie === undefined
        ? []
        : kaartKnoppen(signaal, relatie).map((knop) => ({ ...knop, plek: knop.verb === "signaal.meer" ? ("meer" as const) : knop.plek })),
  };
};

const vraagRijen = async (ctx: Context, regio: Regio): Promise<readonly Rij[]> => {
  const gesteld = await ctx.ports.store.openVragenAan(zelfEnNamens(ctx.actor.persoon));
  const alle = await Promise.all(gesteld.map(async (vraag) => ({ vraag, signaal: await ctx.ports.store.readSignaal(vraag.signaalId) })));
  const mijn = await Promise.all(alle.map(({ vraag, signaal }) => isGevraagd(ctx, signaal, vraag)));
  return alle
    .filter((_, i) => mijn[i])
    .map(({ vraag, signaal }) => {
      const soort: Rij["soort"] = vraag.soort === "afstemming" ? "vraag" : vraag.soort;
      const rij = {
        code: signaal.code,
        soort,
        gemeente: readGemeente(regio, signaal.gemeenteId).naam as RegioNaam,
        datum: vraag.antwoordVoor,
        teLaat: vraag.antwoordVoor < dagVan(ctx.now),
      };
      return { ...rij, knoppen: vraagKnoppen(vraag) };
    });
};

const regieRijen = async (ctx: Context, regio: Regio): Promise<readonly Rij[]> => {
  const { persoon } = ctx.actor;
  const casussen = await ctx.ports.store.casussenMetRegie(zelfEnNamens(persoon));
  const mijn = casussen.filter((casus) =>
    namensBinnen(persoon.id, zelfEnNamens(persoon), casus).some((id) => id === casus.regiehouderId || id === casus.voorstel?.regiehouderId),
  );
  return mijn.map((casus) => {
    const data = { c: casus.code };
    const bekijk: Knop = { verb: "casus.bekijken", data, plek: "naast" };
    const gevraagd = isVoorgesteld(ctx, casus) || casus.regieStatus === "gevraagd";
    const knoppen: readonly Knop[] = gevraagd
      ? [{ verb: "regie.aanvaarden", data, plek: "eerst" }, bekijk, { verb: "regie.weigeren", data, plek: "meer" }]
      : [bekijk];
    const rij: Rij = { code: casus.code, soort: "regie", gemeente: readGemeente(regio, casus.gemeenteId).naam as RegioNaam, teLaat: false, knoppen };
    return gevraagd || casus.terugOp === undefined ? rij : { ...rij, datum: casus.terugOp };
  });
};

const overdrachtRijen = async (ctx: Context, regio: Regio, gemeenten: readonly GemeenteId[]): Promise<readonly Rij[]> => {
  const overdrachten = await ctx.ports.store.openOverdrachtenNaar(gemeenten);
  const alle = await Promise.all(overdrachten.map(async (overdracht) => ({ overdracht, signaal: await ctx.ports.store.readSignaal(overdracht.signaalId) })));
  return alle
    .filter(({ signaal }) => !isBuiten(ctx.actor.persoon.id, signaal))
    .map(({ overdracht, signaal }) => ({
      code: signaal.code,
      soort: "overdracht",
      gemeente: readGemeente(regio, overdracht.vanGemeenteId).naam as RegioNaam,
      teLaat: false,
      knoppen: [
        { verb: "overdracht.aanvaarden", data: { o: overdracht.id }, plek: "eerst" as const },
        { verb: "overdracht.weigeren", data: { o: overdracht.id }, plek: "naast" as const },
      ],
    }));
};

const melderRijen = async (ctx: Context, regio: Regio): Promise<readonly Rij[]> => {
  const signalen = await ctx.ports.store.signalenVanMelder(ctx.actor.persoon.id, RIJEN);
  const leesbaar = signalen.filter(({ vernietigdOp }) => vernietigdOp === undefined);
  return leesbaar.map((signaal) => ({
    code: signaal.code,
    soort: "melder",
    gemeente: readGemeente(regio, signaal.gemeenteId).naam as RegioNaam,
    datum: signaal.beloofdVoor,
    teLaat: false,
    knoppen: possibleActions(["melder"], signaal.status).includes("signaal.aanvullen")
      ? [{ verb: "signaal.aanvullen", data: { s: signaal.code }, plek: "naast" as const }]
      : [],
  }));
};

/** Coming overleggen with a point for him. */
const agendaRijen = async (ctx: Context): Promise<readonly Rij[]> => {
  const namens = await handeltVoor(ctx.ports, ctx.actor.persoon);
  const punten = await ctx.ports.store.puntenVoor(namens);
  const dossiers = await Promise.all([...new Set(punten.map(({ overlegId }) => overlegId))].slice(0, RIJEN).map((id) => readAgenda(ctx.ports, id)));
  return dossiers
    .filter((een) => een !== undefined)
    .filter(({ overleg }) => overleg.status === "gepland" && overleg.eind > ctx.now)
    .sort((a, b) => a.overleg.begin.getTime() - b.overleg.begin.getTime())
    .flatMap((dossier): Rij[] => {
      const nrs = puntenVan(dossier, ctx.actor.persoon, namens, ctx.now).map(({ nr }) => nr);
      if (nrs.length === 0) return [];
      const data = { m: dossier.overleg.id };
      const knoppen: readonly Knop[] = [
        { verb: "agenda.bekijken", data, plek: "naast" },
        { verb: "agenda.tonen", data, plek: "naast" },
      ];
      return [{ soort: "agenda", tafel: dossier.tafel.naam as RegioNaam, datum: dagVan(dossier.overleg.begin), punten: nrs, teLaat: false, knoppen }];
    });
};

/** For who keeps the region file and for who watches over what is shared. */
const convenantRijen = ({ actor: { persoon }, now }: Context, { convenanten }: Regio): readonly Rij[] => {
  if (!heeftRol(persoon, "ketenregisseur") && !heeftRol(persoon, "privacy_officer")) return [];
  const vandaag = dagVan(now);
  return aflopend(convenanten, vandaag).map(
    ({ naam, geldigTot }): Rij => ({
      soort: geldigTot < vandaag ? "convenant_voorbij" : "convenant_loopt_af",
      tafel: naam as RegioNaam,
      datum: geldigTot,
      teLaat: false,
      knoppen: [],
    }),
  );
};

/** @property totaal how many there are, when not all of them were read. */
type Sectie = { readonly naam: SectieNaam; readonly rijen: readonly (Rij | Signaal)[]; readonly totaal?: number; readonly toon: boolean };

/** As many rows in each section as both chats can hold together; what is most urgent comes first. */
const metRuimte = (secties: readonly Sectie[]): readonly (Sectie & { readonly aantal: number })[] => {
  let ruimte = HOME_RIJEN;
  return secties
    .filter((sectie) => sectie.toon)
    .map((sectie) => {
      const aantal = Math.min(RIJEN, sectie.rijen.length, ruimte);
      ruimte -= aantal;
      return { ...sectie, aantal };
    });
};

/** What waits for this person, the most urgent first; a section that can never hold anything for him is left out. */
export const homeVan = async (ctx: Context, onbekendWoord = false) => {
  const { persoon } = ctx.actor;
  const regio = await ctx.ports.store.readRegio();
  const gemeenten = gemeentenMet(persoon, regio);
  const [signalen, vragen, regie, overdrachten, eigen, acties, actieVragen, punten, bewaren, stil, verzoeken] = await Promise.all([
    gemeenten.length === 0 ? [] : ctx.ports.store.openSignalen(gemeenten, OPHALEN),
    vraagRijen(ctx, regio),
    regieRijen(ctx, regio),
    gemeenten.length === 0 ? [] : overdrachtRijen(ctx, regio, gemeenten),
    melderRijen(ctx, regio),
    mijnActies(ctx, RIJEN),
    vragenAanMij(ctx),
    agendaRijen(ctx),
    bewaarRijen(ctx, regio),
    stilRijen(ctx, regio),
    verzoekRijen(ctx),
  ]);
  const actie = (regel: ActieRegel): Rij => actieRij(persoon, regio, ctx.now, regel, { l: "home" });
  const mine = signalen.filter(
    (signaal) =>
      !isBuiten(persoon.id, signaal) &&
      (signaal.behandelaarId === persoon.id || relatiesVan(persoon, { signaal, vragen: [], opPlek: [] }).includes(rolNu(signaal))),
  );
  const convenanten = convenantRijen(ctx, regio);
  const later = mine.filter((signaal) => signaal.status === "niet_versterkt");
  const works = gemeenten.length > 0;
  const secties: readonly Sectie[] = [
    { naam: "voor_u", rijen: punten, toon: punten.length > 0 },
    { naam: "vragen", rijen: vragen, toon: vragen.length > 0 },
    { naam: "acties_vragen", rijen: actieVragen.regels.map(actie), toon: actieVragen.totaal > 0 },
    { naam: "regie", rijen: regie, toon: regie.length > 0 },
    { naam: "acties", rijen: acties.regels.map(actie), totaal: acties.totaal, toon: acties.totaal > 0 },
    { naam: "nieuw", rijen: mine.filter((s) => s.behandelaarId === undefined && s.status !== "niet_versterkt"), toon: works },
    { naam: "van_mij", rijen: mine.filter((s) => s.behandelaarId === persoon.id), toon: works },
    { naam: "overdrachten", rijen: overdrachten, toon: overdrachten.length > 0 },
    { naam: "niet_versterkt", rijen: later, toon: later.length > 0 },
    { naam: "inzage", rijen: verzoeken, toon: verzoeken.length > 0 },
    { naam: "convenanten", rijen: convenanten, toon: convenanten.length > 0 },
    { naam: "stil", rijen: stil, toon: stil.length > 0 },
    { naam: "bewaren", rijen: bewaren, toon: bewaren.length > 0 },
    { naam: "mijn_signalen", rijen: eigen, toon: eigen.length > 0 || !works },
  ];
  const rij = (one: Rij | Signaal): Rij | Promise<Rij> => ("inhoud" in one ? signaalRij(ctx, regio, one) : one);
  const shown = await Promise.all(
    metRuimte(secties).map(async ({ naam, rijen, totaal, aantal }) => ({
      naam,
      rijen: await Promise.all(rijen.slice(0, aantal).map(rij)),
      meer: (totaal ?? rijen.length) - aantal,
    })),
  );
  const vanRol = [...inzageKnop(ctx), ...noodKnop(ctx), ...bewaarKnop(ctx, regio), ...(await bezorgingKnop(ctx))];
  return homeKaart({ secties: shown, knoppen: [...homeKnoppen, ...vanRol], onbekendWoord }, ctx.taal);
};

const homeKnoppen: readonly Knop[] = [
  { verb: "signaal.melden", data: {}, plek: "eerst" },
  { verb: "acties.tonen", data: {}, plek: "naast" },
  { verb: "wijzer.tonen", data: {}, plek: "naast" },
  { verb: "tafel.tonen", data: {}, plek: "meer" },
  { verb: "besluiten.tonen", data: {}, plek: "meer" },
  { verb: "taal.kiezen", data: {}, plek: "meer" },
];

const home = interaction({
  id: "home.tonen",
  commando: "hulp",
  run: async (ctx) => ok({ soort: ctx.place.soort === "home" ? "home" : "toon", card: await homeVan(ctx) } as Answer),
});

const wijzer = interaction({
  id: "wijzer.tonen",
  commando: "wijzer",
  run: async (ctx) => ok({ soort: "toon", card: wijzerKaart({ contacten: (await ctx.ports.store.readRegio()).contacten }, ctx.taal) }),
});

const taal = interaction<FormInput<"taal">>({
  id: "taal.kiezen",
  commando: "taal",
  form: async (ctx, typed) => ok(form(ctx, "taal", "taal.kiezen", typed, { vooraf: { taal: ctx.taal } })),
  Input: formInput("taal"),
  run: async (ctx, input) => {
    const gekozen = z.enum(["nl", "en"]).parse(input.taal);
    const { id } = ctx.actor.persoon;
    await ctx.ports.store.commit({ changes: [{ soort: "taal", persoonId: id, taal: gekozen }], audit: [doneBy(ctx, "taal.kiezen", id)] });
    return ok(receipt({ ...ctx, taal: gekozen }, "melding.taal"));
  },
});

export const homeInteractions = [home, wijzer, taal];
