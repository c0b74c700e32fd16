import { zegDatumVoluit } from "../cards/datum.js";
import type { Knop, RegioNaam, Rij } from "../cards/gegevens.js";
import { bewaarRollen, magBevestigen, magVoorstellen, type Verlopen, type Vernietiging } from "../domain/bewaren/vernietiging.js";
import type { CasusCode, SignaalCode } from "../domain/code.js";
import { heeftRol, type PersoonId } from "../domain/persoon/persoon.js";
import { type Regio, readGemeente } from "../domain/regio/regio.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import type { BlijvendeKaart, Stil } from "../ports/bewaar-store.js";
import { blijvendeKaarten } from "../use-cases/blijvende-kaarten.js";
import { findStil } from "../use-cases/find-stil.js";
import { bewaarGemeenten, findVerlopen, type Gestopt, type VerlopenRegel, type Wachtend } from "../use-cases/find-verlopen.js";
import { waar } from "./bezorging.js";
import type { Context } from "./interaction.js";

type Regel = { readonly naam: string; readonly waarde: string };
type Groep = { readonly kop: string; readonly regels: readonly Regel[] };

const dag = (ctx: Context, op: Date | Verlopen["bewarenTot"]): string => zegDatumVoluit(typeof op === "string" ? op : dagVan(op), ctx.taal);

/** Code, category, term and source: what the second person decides on, and no more [domein 4]. */
export const dossierRegel = (ctx: Context, { code, categorie, bewarenTot, bron }: Pick<Vernietiging, "code" | "categorie" | "bewarenTot" | "bron">): Regel => ({
  naam: code,
  waarde: [say(ctx.taal, `bewaren.categorie.${categorie}`), say(ctx.taal, "bewaren.tot", { datum: dag(ctx, bewarenTot) }), bron].filter(Boolean).join(" · "),
});

export const mijnVoorstellen = (klaar: readonly VerlopenRegel[]): readonly VerlopenRegel[] => klaar.filter(({ rollen }) => magVoorstellen(rollen));
export const mijnBesluiten = (ctx: Context, wacht: readonly Wachtend[]): readonly Vernietiging[] =>
  wacht.filter(({ vernietiging, rollen }) => magBevestigen(rollen, ctx.actor.persoon.id, vernietiging)).map(({ vernietiging }) => vernietiging);

const naamVan = async (ctx: Context, ids: readonly (PersoonId | undefined)[]): Promise<(id: PersoonId | undefined) => string> => {
  const personen = await ctx.ports.store.readPersonen([...new Set(ids.filter((id) => id !== undefined))]);
  return (id) => personen.find((persoon) => persoon.id === id)?.naam ?? "";
};

/** Why it is held is content: for who said so and for the aandachtsfunctionaris. */
const stopRegel = (ctx: Context, { stop, rollen }: Gestopt, wie: string): Regel => ({
  naam: stop.code,
  waarde: [
    say(ctx.taal, "bewaren.gestopt_door", { naam: wie, datum: dag(ctx, stop.op) }),
    rollen.includes("aandachtsfunctionaris") || stop.doorId === ctx.actor.persoon.id ? stop.inhoud.reden : "",
  ]
    .filter(Boolean)
    .join(" · "),
});

/** What is left of what went: who said so, and since when no backup can be read either. */
const bewijsRegels = async (ctx: Context, gedaan: readonly Vernietiging[]): Promise<readonly Regel[]> => {
  const naam = await naamVan(
    ctx,
    gedaan.flatMap(({ voorgesteldDoorId, beslistDoorId }) => [voorgesteldDoorId, beslistDoorId]),
  );
  return Promise.all(
    gedaan.map(async ({ code, categorie, objectId, voorgesteldDoorId, beslistDoorId, beslistOp }) => {
      const bewijs = await ctx.ports.store.findSleutelBewijs(objectId);
      const delen = [
        say(ctx.taal, `bewaren.categorie.${categorie}`),
        say(ctx.taal, "vernietigd_op", { datum: dag(ctx, beslistOp ?? ctx.now) }),
        say(ctx.taal, "bewaren.door", { een: naam(voorgesteldDoorId), twee: naam(beslistDoorId) }),
        bewijs?.kopieOp === undefined ? say(ctx.taal, "bewaren.kopie_nog") : say(ctx.taal, "bewaren.kopie", { datum: dag(ctx, bewijs.kopieOp) }),
      ];
      return { naam: code, waarde: delen.join(" · ") };
    }),
  );
};

const stilRegel = (ctx: Context, { code, sinds }: Stil): Regel => ({ naam: code, waarde: say(ctx.taal, "bewaren.stil_sinds", { datum: dag(ctx, sinds) }) });

/** Where somebody can take it away by hand. */
export const kaartPlek = (ctx: Context, regio: Regio, { platform, to }: BlijvendeKaart): string =>
  `${say(ctx.taal, `bewaren.chat.${platform}`)} · ${waar(ctx, regio, to)}`;

const MEESTE_BEWIJZEN = 10;

/** Everything about keeping and destroying for this person. @property object what the look is about. */
export const bewaarLijst = async (ctx: Context, regio: Regio) => {
  const gemeenten = bewaarGemeenten(ctx.actor.persoon, regio);
  const [lijst, gedaan, kaarten, stil] = await Promise.all([
    findVerlopen(ctx),
    ctx.ports.store.vernietigingen("vernietigd", gemeenten, MEESTE_BEWIJZEN),
    blijvendeKaarten(ctx),
    findStil(ctx, regio),
  ]);
  const naam = await naamVan(ctx, [...lijst.wacht.map(({ vernietiging }) => vernietiging.voorgesteldDoorId), ...lijst.gestopt.map(({ stop }) => stop.doorId)]);
  const groepen: readonly Groep[] = [
    { kop: say(ctx.taal, "bewaren.klaar"), regels: lijst.klaar.map((regel) => dossierRegel(ctx, regel)) },
    {
      kop: say(ctx.taal, "bewaren.wacht"),
      regels: lijst.wacht.map(({ vernietiging }) => {
        const regel = dossierRegel(ctx, vernietiging);
        return { ...regel, waarde: `${regel.waarde} · ${say(ctx.taal, "bewaren.voorgesteld_door", { naam: naam(vernietiging.voorgesteldDoorId) })}` };
      }),
    },
    { kop: say(ctx.taal, "bewaren.gestopt"), regels: lijst.gestopt.map((een) => stopRegel(ctx, een, naam(een.stop.doorId))) },
    {
      kop: say(ctx.taal, "bewaren.kaarten"),
      regels: kaarten.map((een) => ({
        naam: kaartPlek(ctx, regio, een),
        waarde: say(ctx.taal, een.gestopt ? "bewaren.kaart_geweigerd" : "bewaren.kaart_wacht", { datum: dag(ctx, een.sinds) }),
      })),
    },
    { kop: say(ctx.taal, "bewaren.stil"), regels: stil.map((een) => stilRegel(ctx, een)) },
    { kop: say(ctx.taal, "bewaren.vernietigd"), regels: await bewijsRegels(ctx, gedaan) },
  ];
  return { lijst, kaarten, groepen: groepen.filter(({ regels }) => regels.length > 0) };
};

const gemeenteVan = (regio: Regio, { gemeenteId }: Pick<Vernietiging, "gemeenteId">): RegioNaam => readGemeente(regio, gemeenteId).naam as RegioNaam;
const naarLijst: Rij["knoppen"] = [{ verb: "bewaren.tonen", data: {}, plek: "naast" }];

/** The button that shows the list, to who has a say in it. */
export const bewaarKnop = ({ actor }: Pick<Context, "actor">, regio: Regio): readonly Knop[] =>
  bewaarGemeenten(actor.persoon, regio).length === 0 ? [] : [{ verb: "bewaren.tonen", data: {}, plek: "meer" }];

/** Rows of Home: what this person can propose or decide, and cards that a chat keeps. */
export const bewaarRijen = async (ctx: Context, regio: Regio): Promise<readonly Rij[]> => {
  if (bewaarGemeenten(ctx.actor.persoon, regio).length === 0) return [];
  const [{ klaar, wacht }, kaarten] = await Promise.all([findVerlopen(ctx), blijvendeKaarten(ctx)]);
  const rij = (een: Verlopen | Vernietiging, soort: "bewaren_klaar" | "bewaren_wacht"): Rij => ({
    code: een.code as SignaalCode | CasusCode,
    soort,
    gemeente: gemeenteVan(regio, een),
    teLaat: false,
    knoppen: naarLijst,
  });
  return [
    ...mijnBesluiten(ctx, wacht).map((een) => rij(een, "bewaren_wacht")),
    ...mijnVoorstellen(klaar).map((een) => rij(een, "bewaren_klaar")),
    ...(kaarten.length === 0 ? [] : [{ soort: "bewaren_kaarten" as const, teLaat: true, knoppen: naarLijst }]),
  ];
};

/** Rows of Home for the aandachtsfunctionaris: what has no step for a long time. */
export const stilRijen = async (ctx: Context, regio: Regio): Promise<readonly Rij[]> => {
  const mijn = regio.gemeenten.filter((gemeente) => heeftRol(ctx.actor.persoon, "aandachtsfunctionaris", gemeente.id));
  if (mijn.every((gemeente) => bewaarRollen(ctx.actor.persoon, gemeente).length === 0)) return [];
  const stil = await findStil(ctx, regio);
  return stil.map(
    (een): Rij => ({
      code: een.code as SignaalCode | CasusCode,
      soort: "stil",
      gemeente: gemeenteVan(regio, een),
      datum: dagVan(een.sinds),
      teLaat: false,
      knoppen:
        een.soort === "casus"
          ? [{ verb: "casus.bekijken", data: { c: een.code }, plek: "naast" }]
          : [{ verb: "signaal.bekijken", data: { s: een.code }, plek: "naast" }],
    }),
  );
};
