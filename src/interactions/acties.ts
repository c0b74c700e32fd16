import { bekijkKaart, homeKaart, meerKaart } from "../cards/cards.js";
import { zegDagVoluit, zegMoment } from "../cards/datum.js";
import type { HomeGegevens, Knop } from "../cards/gegevens.js";
import type { ActieDossier } from "../domain/actiepunt/actie-policy.js";
import { isTeLaat } from "../domain/actiepunt/actiepunt.js";
import type { Card } from "../domain/card.js";
import { type CasusCode, parseCode } from "../domain/code.js";
import type { Fout } from "../domain/fouten.js";
import type { Persoon, PersoonId } from "../domain/persoon/persoon.js";
import { grondSoort } from "../domain/regio/grondslag.js";
import type { Regio } from "../domain/regio/regio.js";
import { ok, type Result } from "../domain/result.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say, sayAny } from "../messages/messages.js";
import {
  type ActieRegel,
  casusActies,
  mijnActies,
  namensAnderen,
  organisatieActies,
  tafelActies,
  teLateActies,
  vragenAanMij,
} from "../use-cases/find-acties.js";
import { noteerTafels } from "../use-cases/note-actiepunt.js";
import { openActiepunt } from "../use-cases/open-actiepunt.js";
import { actieRij, actieSectie, alleActieKnoppen } from "./actie-rij.js";
import { type Context, interaction } from "./interaction.js";

const RIJEN = 7;
/** Beside the seven of his own, so that the whole fits a message of Teams. */
const RIJEN_ERBIJ = { acties_vragen: 5, acties_namens: 4 } as const;

type Secties = HomeGegevens["secties"];
type Lijst = { readonly secties: Secties; readonly open: number; readonly teLaat: number; readonly knoppen: readonly Knop[] };

const filterKnop = (l: string, label?: string, vanaf = 0): Knop => ({
  verb: "acties.tonen",
  data: { l, ...(vanaf === 0 ? {} : { v: String(vanaf) }) },
  plek: "naast",
  ...(label === undefined ? {} : { label }),
});

/** Where an answer given in this list brings the reader back to. */
const rijVoor = (ctx: Context, regio: Regio, l: string) => (regel: ActieRegel) => actieRij(ctx.actor.persoon, regio, ctx.now, regel, { l });
const laatVan = (ctx: Context, regels: readonly ActieRegel[]): number => regels.filter(({ actiepunt }) => isTeLaat(actiepunt, dagVan(ctx.now))).length;

const eenSectie = (
  ctx: Context,
  regio: Regio,
  naam: Parameters<typeof actieSectie>[0],
  lijst: Parameters<typeof actieSectie>[1],
  l: string,
  vanaf = 0,
): Lijst => {
  const rest = { regels: lijst.regels, totaal: lijst.totaal - vanaf };
  const verder = rest.totaal > RIJEN && naam !== "acties_casus" ? [filterKnop(l, "acties.meer", vanaf + RIJEN)] : [];
  return {
    secties: [actieSectie(naam, rest, RIJEN, rijVoor(ctx, regio, l))],
    open: lijst.totaal,
    teLaat: naam === "acties_te_laat" ? lijst.totaal : laatVan(ctx, lijst.regels),
    knoppen: verder,
  };
};

const mijn = async (ctx: Context, regio: Regio, vanaf: number): Promise<Lijst> => {
  const [eigen, vragen, namens] = await Promise.all([mijnActies(ctx, RIJEN, vanaf), vragenAanMij(ctx), namensAnderen(ctx)]);
  const rij = rijVoor(ctx, regio, "mijn");
  const bij = ([naam, lijst]: readonly ["acties_vragen" | "acties_namens", typeof vragen]) =>
    lijst.totaal === 0 ? [] : [actieSectie(naam, lijst, RIJEN_ERBIJ[naam], rij)];
  return {
    secties: [
      ...bij(["acties_vragen", vragen]),
      actieSectie("acties", { regels: eigen.regels, totaal: eigen.totaal - vanaf }, RIJEN, rij),
      ...bij(["acties_namens", namens]),
    ],
    open: eigen.totaal,
    teLaat: eigen.teLaat,
    knoppen: eigen.totaal - vanaf > RIJEN ? [filterKnop("mijn", "acties.meer", vanaf + RIJEN)] : [],
  };
};

/** Names the list of a tafel. */
export const TAFEL = "tafel:";
const lijstVan = async (ctx: Context, regio: Regio, l: string, vanaf: number): Promise<Result<Lijst, Fout>> => {
  if (l === "organisatie") return ok(eenSectie(ctx, regio, "acties_organisatie", await organisatieActies(ctx, RIJEN, vanaf), l, vanaf));
  if (l === "te_laat") return ok(eenSectie(ctx, regio, "acties_te_laat", await teLateActies(ctx, RIJEN, vanaf), l, vanaf));
  if (l.startsWith(TAFEL)) return ok(eenSectie(ctx, regio, "acties_overleg", await tafelActies(ctx, l.slice(TAFEL.length), RIJEN, vanaf), l, vanaf));
  if (parseCode("C", l) !== undefined) {
    const found = await casusActies(ctx, parseCode("C", l) as CasusCode);
    return found.ok ? ok(eenSectie(ctx, regio, "acties_casus", found.value, l)) : found;
  }
  if (parseCode("A", l) !== undefined) {
    const found = await openActiepunt(ctx, l, "meer");
    return found.ok ? ok(eenSectie(ctx, regio, "acties_zoek", { regels: [found.value], totaal: 1 }, l)) : found;
  }
  return ok(await mijn(ctx, regio, vanaf));
};

/** A list of actiepunten as this person may see it now. @param l mijn, organisatie, te_laat, or the code of a casus or actiepunt. */
export const actiesKaart = async (ctx: Context, l: string, vanaf = 0): Promise<Result<Card, Fout>> => {
  const regio = await ctx.ports.store.readRegio();
  const lijst = await lijstVan(ctx, regio, l, vanaf);
  if (!lijst.ok) return lijst;
  const { secties, open, teLaat, knoppen } = lijst.value;
  const casus = parseCode("C", l);
  const noteren = (await noteerTafels(ctx.ports, ctx.actor.persoon)).length > 0;
  const anders = [["mijn"], ["te_laat", "acties.te_laat"], ["organisatie", "acties.organisatie"]] as const;
  const alle: readonly Knop[] = [
    ...knoppen,
    ...(noteren ? [{ verb: "actie.noteren", data: casus === undefined ? {} : { c: casus }, plek: "naast" as const }] : []),
    ...anders.filter(([naam]) => naam !== l).map(([naam, label]) => filterKnop(naam, label)),
  ];
  return ok(homeKaart({ lijst: { soort: "acties", open, teLaat }, secties, knoppen: alle }, ctx.taal));
};

/** What somebody typed after the word: a code, or one of the lists. */
const gevraagd = (rest: string): string => {
  const code = parseCode("A", rest) ?? parseCode("C", rest);
  if (code !== undefined) return code;
  if (/organisatie|organisation/i.test(rest)) return "organisatie";
  return /laat|late/i.test(rest) ? "te_laat" : "mijn";
};

const tonen = interaction({
  id: "acties.tonen",
  commando: "acties",
  run: async (ctx) => {
    const l = ctx.data.l ?? gevraagd(ctx.data.rest ?? "");
    const vanaf = Math.max(0, Math.floor(Number(ctx.data.v ?? 0)) || 0);
    const card = await actiesKaart(ctx, l, vanaf);
    if (!card.ok) return card;
    return ok({ soort: ctx.data.l !== undefined && ctx.place.soort !== "home" ? "vervang" : "toon", card: card.value });
  },
});

const meer = interaction({
  id: "actie.meer",
  run: async (ctx) => {
    const found = await openActiepunt(ctx, ctx.data.a ?? "", "meer");
    if (!found.ok) return found;
    const knoppen = alleActieKnoppen(ctx.actor.persoon, found.value);
    return ok({ soort: "toon", card: meerKaart({ code: found.value.actiepunt.code, knoppen }, ctx.taal) });
  },
});

type Regel = { readonly naam: string; readonly waarde: string };
const regel = (ctx: Context, veld: string, waarde: string | undefined): readonly Regel[] =>
  waarde === undefined ? [] : [{ naam: sayAny(ctx.taal, `bekijk.veld.${veld}` as "bekijk.veld.wat"), waarde }];

const naamVan = (personen: readonly Persoon[], id: string): string => personen.find((persoon) => persoon.id === id)?.naam ?? "";

const inhoud = (ctx: Context, { actiepunt, actiehouder, casus }: ActieDossier, regio: Regio, personen: readonly Persoon[]): readonly Regel[] => {
  const dag = (waarde: typeof actiepunt.gevraagdeTermijn) => (waarde === undefined ? undefined : zegDagVoluit(waarde, ctx.taal, ctx.now));
  const laat = isTeLaat(actiepunt, dagVan(ctx.now)) ? ` · ${say(ctx.taal, "status.actie_te_laat")}` : "";
  return [
    ...regel(ctx, "wat", actiepunt.inhoud.wat),
    ...regel(ctx, "resultaat", actiepunt.inhoud.resultaat),
    ...regel(ctx, "actiehouder", `${actiehouder.naam} (${actiehouder.organisatieNaam})`),
    ...regel(ctx, "termijn", `${dag(actiepunt.termijn)}${laat}`),
    ...regel(ctx, "gevraagdeTermijn", dag(actiepunt.gevraagdeTermijn)),
    ...regel(ctx, "overdrachtAan", actiepunt.overdrachtAanId && naamVan(personen, actiepunt.overdrachtAanId)),
    ...regel(ctx, "tafel", regio.tafels.find((tafel) => tafel.id === actiepunt.tafelId)?.naam),
    ...regel(ctx, "casus", casus?.code),
  ];
};

const stappen = (ctx: Context, { actiepunt }: ActieDossier, personen: readonly Persoon[]): readonly Regel[] =>
  actiepunt.inhoud.stappen.map(({ stap, op, doorId, namens, tekst }) => ({
    naam: zegMoment(new Date(op), ctx.taal, ctx.now),
    waarde: [
      sayAny(ctx.taal, `actie_stap.${stap}`),
      doorId === "systeem" ? say(ctx.taal, "bekijk.systeem") : naamVan(personen, doorId),
      namens ? say(ctx.taal, "bekijk.namens") : "",
      stap === "gereedmelden" ? "" : tekst,
    ]
      .filter(Boolean)
      .join(" · "),
  }));

/** What it says, behind a fresh check and on record. */
const lezen = interaction({
  id: "actie.lezen",
  look: async (ctx) => {
    const found = await openActiepunt(ctx, ctx.data.a ?? "", "lezen");
    if (!found.ok) return found;
    const { actiepunt, regio } = found.value;
    const ids = [actiepunt.overdrachtAanId, ...actiepunt.inhoud.stappen.map(({ doorId }) => doorId)];
    const personen = await ctx.ports.store.readPersonen([...new Set(ids.filter((id): id is PersoonId => id !== undefined && id !== "systeem"))]);
    const card = bekijkKaart(
      {
        code: actiepunt.code,
        status: `actie_${actiepunt.status}`,
        groepen: [
          { kop: say(ctx.taal, "bekijk.groep.actie"), regels: inhoud(ctx, found.value, regio, personen) },
          { kop: say(ctx.taal, "bekijk.groep.actie_stappen"), regels: stappen(ctx, found.value, personen) },
        ],
        nietZichtbaar: [],
        knoppen: alleActieKnoppen(ctx.actor.persoon, found.value)
          .filter(({ verb }) => verb !== "actie.lezen")
          .slice(0, 1)
          .concat([{ verb: "actie.meer", data: { a: actiepunt.code }, plek: "naast" }]),
      },
      ctx.taal,
    );
    const tafel = regio.tafels.find(({ id }) => id === actiepunt.tafelId);
    const convenant = actiepunt.casusId === undefined ? undefined : regio.convenanten.find(({ id }) => id === tafel?.convenantId);
    const grondslag = grondSoort(regio, convenant?.tekst);
    return ok({ card, object: actiepunt.code, ...(grondslag === undefined ? {} : { grondslag }) });
  },
});

export const actieLijstInteractions = [tonen, meer, lezen];
