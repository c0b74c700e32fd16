import { isBuiten } from "../domain/delen/uitgesloten.js";
import type { Fout } from "../domain/fouten.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import { type TafelId, tafelsVoor } from "../domain/regio/regio.js";
import { ok, type Result, refuse } from "../domain/result.js";
import { type Route, routes } from "../domain/signaal/signaal.status.js";
import { say, sayAny } from "../messages/messages.js";
import { judgeSignaal, magRegie, type Routering, routeSignaal } from "../use-cases/judge-signaal.js";
import type { Opened } from "../use-cases/work.js";
import { opened, overlegWaarschuwing, persoonKeuze, receiptOf } from "./context.js";
import { type FormInput, form, formInput } from "./form.js";
import { type Context, interaction } from "./interaction.js";
import { present } from "./melder.js";

/** Regiehouders and tafels with the routes that they fit, so that one list serves every route. */
export const routeKeuzes = async (ctx: Context, { regio, signaal }: Opened) => {
  const people = (await ctx.ports.store.personenMetRol("regiehouder")).filter(({ id }) => !isBuiten(id, signaal));
  const fits = (test: (route: Route) => boolean): string =>
    routes
      .filter(test)
      .map((route) => sayAny(ctx.taal, `route.${route}.kort`))
      .join(", ");
  return {
    regiehouder: people
      .filter((persoon) => routes.some((route) => magRegie(persoon, route)))
      .map((persoon) => ({ ...persoonKeuze(persoon), titel: `${persoon.naam}: ${fits((route) => magRegie(persoon, route))} (${persoon.organisatieNaam})` })),
    tafel: regio.tafels
      .filter((tafel) => routes.some((route) => tafelsVoor(regio, route).includes(tafel)))
      .map((tafel) => ({ titel: `${tafel.naam}: ${fits((route) => tafelsVoor(regio, route).includes(tafel))}`, waarde: tafel.id })),
  };
};

/** "Politie: ja; NLA: nog geen antwoord", to start "met wie heeft u overlegd" from. */
const gehoordVooraf = async (ctx: Context, { vragen }: Opened): Promise<string> => {
  const asked = vragen.filter((vraag) => vraag.soort === "afstemming" && vraag.status === "beantwoord");
  const partners = await ctx.ports.store.readPersonen(asked.map((vraag) => vraag.aanId));
  return partners.map((persoon) => persoon.organisatieNaam).join(", ");
};

export const routeringVan = (input: {
  route?: string | undefined;
  regiehouder?: string | undefined;
  tafel?: string | undefined;
  slachtoffer?: string | undefined;
}): Routering | undefined =>
  input.route === undefined || input.regiehouder === undefined
    ? undefined
    : {
        route: input.route as Route,
        regiehouderId: input.regiehouder as PersoonId,
        ...present({ tafelId: input.tafel as TafelId | undefined, slachtoffer: input.slachtoffer as Routering["slachtoffer"] }),
      };

/** A route without regie, or the other way round, is half a decision. */
const checkWhole = (input: { route?: string | undefined; regiehouder?: string | undefined }): Result<void, Fout> =>
  (input.route === undefined) === (input.regiehouder === undefined)
    ? ok(undefined)
    : refuse({ code: "kies_route_en_regie", veld: input.route === undefined ? "route" : "regiehouder" });

const beoordelen = interaction<FormInput<"beoordelen">>({
  id: "signaal.beoordelen",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.beoordelen");
    if (!found.ok) return found;
    const unanswered = found.value.vragen.filter((vraag) => vraag.soort === "afstemming" && vraag.status === "open").length;
    return ok(
      form(ctx, "beoordelen", "signaal.beoordelen", typed, {
        code: found.value.signaal.code,
        waarschuwing: overlegWaarschuwing(ctx, found.value),
        regels: unanswered > 0 ? [say(ctx.taal, "oordeel.nog_open", { aantal: unanswered })] : [],
        keuzes: await routeKeuzes(ctx, found.value),
        vooraf: { gehoord: await gehoordVooraf(ctx, found.value) },
      }),
    );
  },
  Input: formInput("beoordelen"),
  run: async (ctx, input) => {
    const found = await opened(ctx, "signaal.beoordelen");
    if (!found.ok) return found;
    const whole = input.vermoeden === "ja" ? checkWhole(input) : ok(undefined);
    if (!whole.ok) return whole;
    const { motivering, gehoord } = input;
    const judged = await judgeSignaal(ctx, found.value, {
      vermoeden: input.vermoeden === "ja" ? "ja" : "nee",
      motivering,
      gehoord,
      ...present({ door: input.door as "reguliere_hulp" | "zvh" | undefined, routering: input.vermoeden === "ja" ? routeringVan(input) : undefined }),
    });
    return receiptOf(ctx, judged, "oordeel.klaar", { code: found.value.signaal.code });
  },
});

const routeKiezen = interaction<FormInput<"route_kiezen">>({
  id: "signaal.route_kiezen",
  form: async (ctx, typed) => {
    const found = await opened(ctx, "signaal.route_kiezen");
    if (!found.ok) return found;
    return ok(
      form(ctx, "route_kiezen", "signaal.route_kiezen", typed, {
        code: found.value.signaal.code,
        waarschuwing: overlegWaarschuwing(ctx, found.value),
        keuzes: await routeKeuzes(ctx, found.value),
      }),
    );
  },
  Input: formInput("route_kiezen"),
  run: async (ctx, input) => {
    const found = await opened(ctx, "signaal.route_kiezen");
    if (!found.ok) return found;
    const routering = routeringVan(input);
    if (routering === undefined) return refuse({ code: "kies_route_en_regie", veld: "route" });
    return receiptOf(ctx, await routeSignaal(ctx, found.value, routering, input.motivering), "oordeel.klaar", { code: found.value.signaal.code });
  },
});

export const oordeelInteractions = [beoordelen, routeKiezen];
