import { zegDag, zegDagVoluit, zegTijd } from "../cards/datum.js";
import { heeftZorg } from "../domain/casus/casus.js";
import { buitenCasus } from "../domain/delen/beleid.js";
import { geldig } from "../domain/delen/convenant.js";
import { uitgeslotenVan } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import type { Tafel } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { say } from "../messages/messages.js";
import type { Answer } from "../ports/chat.js";
import {
  bringPunt,
  bringSignaal,
  convenantVan,
  type InbrengKeuze,
  type Ingebracht,
  inbrengKeuzes,
  inbrengTafels,
  isPartij,
  type Keuze,
  letIn,
  staatOpAgenda,
  takeOff,
} from "../use-cases/bring-in.js";
import { openSetUpTafel } from "../use-cases/open-tafel.js";
import { mensenVanRegio } from "../use-cases/set-up-tafel.js";
import type { Opened } from "../use-cases/work.js";
import { opened, persoonKeuzes, quiet, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";

export const overlegKeuze = (ctx: Context, { overleg, tafel, gesloten }: Keuze) => ({
  titel: [
    tafel.naam,
    `${zegDag(dagVan(overleg.begin), ctx.taal, ctx.now)}, ${zegTijd(overleg.begin, ctx.taal)}`,
    gesloten ? say(ctx.taal, "inbreng.gesloten") : "",
  ]
    .filter((deel) => deel !== "")
    .join(" · "),
  waarde: overleg.id,
});

const inbrengKeuze = (ctx: Context, { overleg, tafel, gesloten, waarde }: InbrengKeuze) => {
  if (overleg === undefined) return { titel: `${tafel.naam} · ${say(ctx.taal, "inbreng.stel_voor")}`, waarde };
  const { titel } = overlegKeuze(ctx, { overleg, tafel, gesloten });
  return { titel: overleg.status === "voorgesteld" ? `${titel} · ${say(ctx.taal, "inbreng.voorgesteld")}` : titel, waarde };
};

/** A day is asked only when there is a tafel that has none. */
const zonderWens = (keuzes: readonly InbrengKeuze[]) => (keuzes.some(({ overleg }) => overleg === undefined) ? {} : { zonder: ["wensdatum", "wenstijd"] });

const MINUTEN = "15";

/** It stands on an agenda already: which one. */
const dubbel = async (ctx: Context, found: Opened): Promise<Fout | undefined> => {
  const overleg = await staatOpAgenda(ctx.ports, found);
  return overleg && { code: "al_op_agenda", params: { datum: zegDagVoluit(dagVan(overleg.begin), ctx.taal, ctx.now) } };
};

/** Opens a signaal for inbreng; one that is on a tafel already is told where. */
const openInbreng = async (ctx: Context): Promise<Result<Opened, Fout>> => {
  const found = await opened(ctx, "signaal.inbrengen");
  if (!found.ok && found.error.code === "niet_meer_mogelijk") {
    const gezien = await opened(ctx, "signaal.bekijken");
    const fout = gezien.ok && gezien.value.signaal.status === "op_tafel" ? await dubbel(ctx, gezien.value) : undefined;
    return fout === undefined ? found : refuse(fout);
  }
  if (!found.ok) return found;
  const fout = await dubbel(ctx, found.value);
  return fout === undefined ? found : refuse(fout);
};

const gronden = (ctx: Context, { regio, casus }: Opened, tafels: readonly Tafel[]): readonly string[] => [
  ...tafels.map((tafel) => {
    const tekst = convenantVan(regio, tafel, dagVan(ctx.now))?.tekst;
    return tekst === undefined ? say(ctx.taal, "inbreng.geen_convenant", { tafel: tafel.naam }) : say(ctx.taal, "inbreng.grond", { tafel: tafel.naam, tekst });
  }),
  ...(heeftZorg(casus?.route) && casus?.inhoud?.toestemming === undefined ? [say(ctx.taal, "inbreng.geen_toestemming")] : []),
];

/** What has no day yet comes last. */
const begin = ({ overleg }: InbrengKeuze): number => overleg?.begin.getTime() ?? Number.MAX_SAFE_INTEGER;

const inbrengen = interaction<FormInput<"inbrengen">>({
  id: "signaal.inbrengen",
  form: async (ctx, typed) => {
    const found = await openInbreng(ctx);
    if (!found.ok) return found;
    const { regio, casus, signaal } = found.value;
    const gevonden = await inbrengKeuzes(ctx.ports, inbrengTafels(found.value), ctx.now);
    // A casus meets its own tafel first; a question the tafel that meets soonest.
    const keuzes = signaal.status === "in_afstemming" ? [...gevonden].sort((a, b) => begin(a) - begin(b)) : gevonden;
    const [eerste] = keuzes;
    if (eerste === undefined) return refuse({ code: "geen_overleg" });
    const tafels = [...new Set(keuzes.map(({ tafel }) => tafel))];
    const inrichting = await ctx.ports.store.inrichtingVan(eerste.tafel.id);
    const convenant = convenantVan(regio, eerste.tafel, dagVan(ctx.now));
    const alle = await mensenVanRegio(ctx, regio);
    const buiten = uitgeslotenVan(signaal, casus);
    const mensen = alle.filter((een) => !buitenCasus(een, casus, geldig(regio.convenanten, dagVan(ctx.now))) && !buiten.includes(een.id));
    const vast = mensen.filter((een) => inrichting?.deelnemers.some(({ persoonId }) => persoonId === een.id) === true && isPartij(convenant, een));
    const genodigden = persoonKeuzes(mensen).map(({ titel, waarde }, i) => {
      const partij = mensen[i] !== undefined && isPartij(convenant, mensen[i]);
      return { titel: partij ? titel : `${titel} · ${say(ctx.taal, "inbreng.geen_partij")}`, waarde };
    });
    return ok(
      form(ctx, "inbrengen", "signaal.inbrengen", typed, {
        code: signaal.code,
        ...zonderWens(keuzes),
        regels: gronden(ctx, found.value, tafels),
        keuzes: {
          overleg: keuzes.map((een) => inbrengKeuze(ctx, een)),
          genodigden,
          uitgesloten: persoonKeuzes([...alle, ...(await ctx.ports.store.readPersonen(buiten.filter((id) => !alle.some((een) => een.id === id))))]),
        },
        vooraf: {
          overleg: (keuzes.find(({ gesloten }) => !gesloten) ?? eerste).waarde,
          minuten: MINUTEN,
          genodigden: vast.map(({ id }) => id).join(","),
          uitgesloten: buiten.join(","),
        },
        vertrouwelijk: buiten.length > 0,
      }),
    );
  },
  Input: formInput("inbrengen"),
  run: async (ctx, { puntDoel, ...velden }) => {
    const found = await openInbreng(ctx);
    return found.ok ? klaar(ctx, await bringSignaal(ctx, found.value, { ...velden, doel: puntDoel })) : found;
  },
});

/** Where it landed, and when it came too late what happens now. */
const klaar = (ctx: Context, done: Result<Ingebracht, Fout>): Result<Answer, Fout> => {
  if (!done.ok) return done;
  const waar = { tafel: done.value.tafel.naam, datum: zegDagVoluit(dagVan(done.value.overleg.begin), ctx.taal, ctx.now) };
  if (done.value.hoe === "voorstel") return receiptOf(ctx, done, "inbreng.wacht", { tafel: waar.tafel });
  return receiptOf(ctx, done, done.value.hoe === "laat" ? "inbreng.laat" : "inbreng.klaar", waar);
};

const punt = interaction<FormInput<"inbreng_punt">>({
  id: "inbreng.punt",
  form: async (ctx, typed) => {
    const found = await openSetUpTafel(ctx, ctx.data.t ?? "", "inbreng.punt");
    if (!found.ok) return found;
    const { tafel } = found.value;
    const keuzes = await inbrengKeuzes(ctx.ports, [tafel], ctx.now);
    if (keuzes.length === 0) return refuse({ code: "geen_overleg" });
    const gekozen = keuzes.find(({ waarde }) => waarde === ctx.data.m) ?? keuzes.find(({ gesloten }) => !gesloten) ?? keuzes[0];
    return ok(
      form(ctx, "inbreng_punt", "inbreng.punt", typed, {
        data: { t: tafel.id },
        ...zonderWens(keuzes),
        keuzes: { overleg: keuzes.map((een) => inbrengKeuze(ctx, een)) },
        vooraf: { overleg: gekozen?.waarde, minuten: MINUTEN },
      }),
    );
  },
  Input: formInput("inbreng_punt"),
  run: async (ctx, { puntDoel, ...velden }) => {
    const found = await openSetUpTafel(ctx, ctx.data.t ?? "", "inbreng.punt");
    if (!found.ok) return found;
    return klaar(ctx, await bringPunt(ctx, found.value.tafel, found.value.regio, { ...velden, doel: puntDoel }));
  },
});

const toelaten = interaction({
  id: "inbreng.toelaten",
  run: async (ctx) => quiet(await letIn(ctx, ctx.data.p ?? "")),
});

const vanTafel = interaction<FormInput<"van_tafel">>({
  id: "signaal.van_tafel",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.van_tafel");
    return found.ok ? ok(form(ctx, "van_tafel", "signaal.van_tafel", typed, { code: found.value.signaal.code })) : found;
  },
  Input: formInput("van_tafel"),
  run: async (ctx, { reden }) => {
    const found = await opened(ctx, "signaal.van_tafel");
    return found.ok ? receiptOf(ctx, await takeOff(ctx, found.value, reden), "inbreng.van_tafel", { code: found.value.signaal.code }) : found;
  },
});

export const inbrengInteractions = [inbrengen, punt, toelaten, vanTafel];
