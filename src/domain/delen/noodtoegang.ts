import type { CasusId } from "../casus/casus.js";
import type { OrganisatieSoort, Persoon, PersoonId, RolNaam } from "../persoon/persoon.js";

/** Somebody without a right to a casus opened it because it could not wait. @property tot from then on he may not see it any more. */
export type Noodtoegang = {
  readonly id: string;
  readonly casusId: CasusId;
  readonly persoonId: PersoonId;
  readonly op: Date;
  readonly tot: Date;
  readonly inhoud: { readonly reden: string };
};

export const NOOD_MINUTEN = 60;

/** Who may have to protect somebody when nobody of the casus can be reached [own]; their deputies have these roles too. */
const rollenVoorNood: readonly RolNaam[] = ["aandachtsfunctionaris", "zorgcoordinator", "regiehouder"];
/** Partners who are on call day and night for danger; investigation and control can wait for a vraag [own]. */
const partnersVoorNood: readonly OrganisatieSoort[] = ["politie", "veilig_thuis"];

/** May this person open one casus in an emergency? Whether he is kept out of it is asked apart. */
export const magNood = ({ actief, inRegio, rollen, organisatieSoort }: Persoon): boolean =>
  actief && inRegio && rollen.some(({ rol }) => rollenVoorNood.includes(rol) || (rol === "partner" && partnersVoorNood.includes(organisatieSoort)));

/** A new one: from now, for one hour. */
export const opent = (id: string, casusId: CasusId, persoonId: PersoonId, reden: string, now: Date): Noodtoegang => ({
  id,
  casusId,
  persoonId,
  op: now,
  tot: new Date(now.getTime() + NOOD_MINUTEN * 60_000),
  inhoud: { reden },
});

export const isVoorbij = ({ tot }: Pick<Noodtoegang, "tot">, now: Date): boolean => tot <= now;
