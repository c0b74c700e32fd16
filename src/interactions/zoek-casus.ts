import { berichtKaart, meerKaart } from "../cards/cards.js";
import type { Card } from "../domain/card.js";
import { type CasusCode, parseCode, type SignaalCode } from "../domain/code.js";
import { lezersVan } from "../domain/delen/inzage.js";
import { may, mayAtSomeMoment } from "../domain/delen/permissions.js";
import { type Deel, isBuiten } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import { ok, type Result, refuse } from "../domain/result.js";
import { type Dossier, relatiesVan } from "../domain/signaal/dossier.js";
import type { Signaal } from "../domain/signaal/signaal.js";
import type { Answer } from "../ports/chat.js";
import { findCasusVoor, type OpenedCasus, openCasus } from "../use-cases/open-casus.js";
import { deny, readDossier, vernietigd } from "../use-cases/work.js";
import { casusBericht } from "./bekijk-casus.js";
import { type Context, interaction } from "./interaction.js";
import { inzageKnop } from "./inzagelog.js";
import { mijnSignalen } from "./melder.js";
import { triageVan } from "./posted.js";

/** The signaal behind a typed code, if there is one. */
const signaalBij = async ({ store }: Context["ports"], typed: string): Promise<Result<Signaal, Fout>> => {
  const code = parseCode("SG", typed);
  if (code === undefined) return refuse({ code: "ongeldige_code" });
  const signaal = await store.findSignaal(code as SignaalCode);
  return signaal === undefined ? refuse({ code: "niet_gevonden" }) : ok(signaal);
};

/** The casus of a signaal that was typed, for who may not open the signaal but does the care of the casus. */
const casusBij = async (ctx: Context, { casusId }: Signaal): Promise<Answer | undefined> => {
  if (casusId === undefined) return undefined;
  const found = await findCasusVoor(ctx, (await ctx.ports.store.readCasus(casusId)).code);
  return found === undefined ? undefined : toonCasus(ctx, found);
};

/** A neutral card of the casus, with what this person can do. */
const toonCasus = (ctx: Context, found: OpenedCasus): Answer => ({ soort: "toon", card: berichtKaart(casusBericht(ctx, found), ctx.taal) });

/** Is he, or who he reads the inzagelog for, kept out of it? */
const zonderSpoor = ({ actor }: Context, ...delen: readonly Deel[]): boolean => lezersVan(actor.persoon).some((id) => isBuiten(id, ...delen));

/** Who may not open a casus may still see who looked at it, unless he is kept out of some part of it. */
const inzageVanCasus = async (ctx: Context, typed: string): Promise<Card | undefined> => {
  const code = parseCode("C", typed) as CasusCode;
  const casus = await ctx.ports.store.findCasus(code);
  if (casus === undefined || zonderSpoor(ctx, casus, ...(await ctx.ports.store.signalenVanCasus(casus.id)))) return undefined;
  const knoppen = inzageKnop(ctx, code);
  return knoppen.length === 0 ? undefined : meerKaart({ code, knoppen }, ctx.taal);
};

const zoekCasus = async (ctx: Context, typed: string): Promise<Result<Answer, Fout>> => {
  const casus = await openCasus(ctx, typed, "bekijken");
  if (casus.ok) return ok(toonCasus(ctx, casus.value));
  if (casus.error.code !== "geen_toegang") return casus;
  const card = await inzageVanCasus(ctx, typed);
  return card === undefined ? refuse({ code: "niet_gevonden" }) : ok({ soort: "toon", card });
};

/** Who may not open a signaal: the care of its casus, who looked at it, or nothing. */
const buitenSignaal = async (ctx: Context, { signaal, casus }: Dossier): Promise<Result<Answer, Fout>> => {
  const van = await casusBij(ctx, signaal);
  if (van !== undefined) return ok(van);
  const knoppen = zonderSpoor(ctx, signaal, casus) ? [] : inzageKnop(ctx, signaal.code);
  if (knoppen.length > 0) return ok({ soort: "toon", card: meerKaart({ code: signaal.code, knoppen }, ctx.taal) });
  await deny(ctx, "casus.tonen", signaal.code);
  return refuse({ code: "niet_gevonden" });
};

/** `casus <code>`: of a signaal the card that its channel has, of a casus its own; to who may open it. */
const casus = interaction({
  id: "casus.tonen",
  commando: "casus",
  run: async (ctx) => {
    const typed = ctx.data.rest ?? "";
    if (parseCode("C", typed) !== undefined) return zoekCasus(ctx, typed);
    const found = await signaalBij(ctx.ports, typed);
    if (!found.ok) return found;
    const dossier = await readDossier(ctx.ports, found.value);
    const relaties = relatiesVan(ctx.actor.persoon, dossier);
    const { vernietigdOp } = found.value;
    if (vernietigdOp !== undefined && mayAtSomeMoment(relaties, "signaal.bekijken")) return refuse(vernietigd(vernietigdOp));
    if (!may(relaties, "signaal.bekijken", found.value.status)) return buitenSignaal(ctx, dossier);
    if (relaties.every((one) => one === "melder")) return ok({ soort: "toon", card: await mijnSignalen(ctx) });
    const regio = await ctx.ports.store.readRegio();
    const relatie = relaties.find((one) => one === "aandachtsfunctionaris" || one === "analist") ?? relaties[0] ?? "geen";
    return ok({ soort: "toon", card: await triageVan(ctx.ports, found.value, regio, ctx.taal, relatie) });
  },
});

export const zoekInteractions = [casus];
