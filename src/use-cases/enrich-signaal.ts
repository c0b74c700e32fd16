import { checkOpenTekst } from "../domain/delen/open-tekst.js";
import { grondSoort } from "../domain/regio/grondslag.js";
import { refuse } from "../domain/result.js";
import type { Signaal, SignaalInhoud, Verrijking } from "../domain/signaal/signaal.js";
import type { Dag } from "../domain/tijd/dag.js";
import { dagVan } from "../domain/tijd/tijd.js";
import { takeStep } from "./take-step.js";
import type { Opened, Outcome, Work } from "./work.js";

/** T2: from here the analist consults records, under this ground; who starts it has it. */
export const startVerrijking = async (work: Work, opened: Opened, grondslag: string): Outcome<Signaal> => {
  const grond = checkOpenTekst("grondslag", grondslag, { regio: opened.regio });
  if (grond !== undefined) return refuse(grond);
  const { inhoud } = opened.signaal;
  return takeStep(work, opened, "start_verrijking", {
    patch: {
      behandelaarId: work.actor.persoon.id,
      opgepaktOp: work.now,
      inhoud: { ...inhoud, verrijking: { adresGecontroleerd: false, ...inhoud.verrijking, grondslag } },
    },
    inhoud: { grondslag },
    grondslag: grondSoort(opened.regio, grondslag),
  });
};

export type Verrijkt = {
  readonly adresGecontroleerd: boolean;
  readonly eerdereInterventies?: string;
  readonly overig?: string;
  readonly beschermd: Pick<SignaalInhoud, "adres" | "bedrijf" | "personen">;
  readonly versterkt: "ja" | "nee";
  readonly reden?: string;
  readonly herzienOp?: Dag;
};

const verrijkt = (signaal: Signaal, input: Verrijkt): SignaalInhoud => {
  const { eerdereInterventies, overig, adresGecontroleerd } = input;
  const verrijking: Verrijking = {
    grondslag: signaal.inhoud.verrijking?.grondslag ?? "",
    adresGecontroleerd,
    ...(eerdereInterventies === undefined ? {} : { eerdereInterventies }),
    ...(overig === undefined ? {} : { overig }),
  };
  return { ...signaal.inhoud, ...input.beschermd, verrijking };
};

/**
 * T3 on to the aandachtsfunctionaris; T3n to rest with a reason and a review date. A minor always goes on to the
 * aandachtsfunctionaris, with the analist's reason beside it.
 */
export const enrichSignaal = async (work: Work, opened: Opened, input: Verrijkt): Outcome<Signaal> => {
  const inhoud = verrijkt(opened.signaal, input);
  if (input.versterkt === "ja") {
    if (!input.adresGecontroleerd) return refuse({ code: "verplicht", veld: "adresGecontroleerd" });
    return takeStep(work, opened, "versterken", { patch: { inhoud } });
  }
  if (input.reden === undefined) return refuse({ code: "kies_reden", veld: "reden" });
  if (inhoud.leeftijd === "minderjarig") return takeStep(work, opened, "versterken", { patch: { inhoud }, inhoud: { reden: input.reden, minderjarig: "ja" } });
  if (input.herzienOp === undefined) return refuse({ code: "kies_herziening", veld: "herzienOp" });
  if (input.herzienOp <= dagVan(work.now)) return refuse({ code: "datum_verleden", veld: "herzienOp" });
  return takeStep(work, opened, "niet_versterken", { patch: { inhoud, herzienOp: input.herzienOp }, inhoud: { reden: input.reden } });
};
