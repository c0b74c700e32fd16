import { leesbaar } from "./redactie-tekst.js";

export type GevoeligSoort = "gezondheid" | "seksueel" | "etnisch" | "strafrechtelijk";

const begint = (stammen: string): RegExp => new RegExp(`(?<!\\p{L})(?:${stammen})`, "iu");
const heel = (woorden: string): RegExp => new RegExp(`(?<!\\p{L})(?:${woorden})(?!\\p{L})`, "iu");

/** Special categories [AVG art. 9] and criminal data [art. 10]. Words give a warning, they never stop a text. */
const WOORDEN: Readonly<Record<GevoeligSoort, readonly RegExp[]>> = {
  gezondheid: [
    begint(
      "zwanger|ziekt|ziekenhuis|psychisch|psychiat|psycholo|psychose|psychoti|depressi|verslaaf|verslav|medicijn|medicatie|diagnos|abortus|miskraam|autis|verstandelijk beperkt|verstandelijke beperking|licht verstandelijk|getraumatiseerd|posttraumat|suïcid|suicid|zelfmoord|zelfbeschadig|zelfverwonding|gewond|verwonding|letsel|blauwe plek|medisch|gehandicapt|handicap|alcoholis|drugsgebruik|dement|epilep|diabet|kanker|besmet|therapie|overdosis|ondervoed|mishandelings",
    ),
    heel(
      "ziek|zieke|zieken|lvb|ggz|hiv|aids|soa|soa's|tbc|ptss|ptsd|adhd|iva|wajong|trauma|pregnan\\w*|ill|illness|disease|hospital|sick|addict\\w*|mental health|injur\\w*|disab\\w*",
    ),
  ],
  seksueel: [
    begint(
      "seks|sex|prostitu|verkracht|aangerand|aanrand|escort|homoseksu|biseksu|lesbi|naaktfoto|naaktbeeld|sexting|pornogra|bordeel|ontucht|incest|raamwerk|thuiswerkster",
    ),
    heel("porno|homo|gay|lhbti\\w*|lgbt\\w*|transgender|transseksueel|geslachtsziekte|naakt|rape|raped|brothel|nude|nudes|ongewenst intiem"),
  ],
  etnisch: [
    begint(
      "roemeen|roemens|bulgaar|poolse|hongaar|albanees|albanes|nigeria|syrisch|syriër|eritre|somali|marokk|turks|afghaan|afghan|iraaks|iraans|iranees|oekraïen|oekrain|vietnam|chines|chinees|filipijn|braziliaan|colombiaan|ghanees|ghanes|antilliaan|surinaam|surinam|russisch|litouw|letse |moldav|servisch|indonesi|venezol|oegand|ethiop|gambia|pakistaan|indiase|nationaliteit|etnisch|etniciteit|huidskleur|donkere huid|getinte|migratieachtergrond|zigeuner|moslim|islamiti|joods|hindoe|geloofsovertuiging|godsdienst",
    ),
    heel(
      "pools|polen|pool|turk|turken|roma|sinti|afkomst|afkomstig uit|ras|christen|religie|geloof aanhangt|islam|nationality|ethnic\\w*|polish|romanian|bulgarian|hungarian|muslim|jewish|race|skin colou?r",
    ),
  ],
  strafrechtelijk: [
    begint(
      "strafblad|strafbare|strafrechtelijk|strafzaak|veroordeel|verdacht|gearresteerd|arrestatie|gevangenis|gedetineer|crimineel|criminele|misdrijf|misdrijven|delict|dader|antecedent|aangifte|drugshandel|drugsdealer|witwas|reclassering|justitieel|justitiële|heling|fraudeur|recidiv|voortvluchtig|mensenhandelaar|pooier|loverboy",
    ),
    heel(
      "dief|dieven|dealer|dealt|steelt|gestolen|diefstal|tbs|vog|hks|aangehouden door|cel gezeten|vastgezeten|boef|art\\.? ?273f|artikel 273f|convict\\w*|suspect\\w*|criminal record|arrest\\w*|offender|prison|perpetrator",
    ),
  ],
};

/** Kinds of sensitive data that the words of a text seem to speak of, each once. */
export const gevoeligeWoorden = (text: string): readonly GevoeligSoort[] => {
  const { tekst } = leesbaar(text);
  return (Object.keys(WOORDEN) as GevoeligSoort[]).filter((soort) => WOORDEN[soort].some((patroon) => patroon.test(tekst)));
};
