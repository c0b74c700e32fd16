import type { ActiepuntId } from "../actiepunt/actiepunt.js";
import type { Brand } from "../brand.js";
import type { CasusId } from "../casus/casus.js";
import { type Deel, uitgeslotenVan } from "../delen/uitgesloten.js";
import type { OrganisatieId, Persoon, PersoonId } from "../persoon/persoon.js";
import type { ConvenantId, TafelId, TafelSoort } from "../regio/regio.js";
import { isOpPlek } from "../signaal/dossier.js";
import type { SignaalId } from "../signaal/signaal.js";
import type { AgendapuntId, OverlegId } from "./overleg.js";
import type { Correctie, Verbetering } from "./vastlegging.js";

export type { AgendapuntId } from "./overleg.js";
/** What a point without casus or signaal is about: guarded when it was brought in, so that the agenda may show it. Made by `puntTitel` alone. */
export type AgendapuntTitel = Brand<string, "AgendapuntTitel">;

/** What anybody at the tafel may bring in; a casus or signaal comes from its own path. */
export const vrijeSoorten = ["thema", "knelpunt", "voorstel", "mededeling"] as const;
/** `actie`: an actiepunt that was put through twice and so gets a point of its own [domein 3]. */
export const agendapuntSoorten = ["casus", "signaal", "actie", ...vrijeSoorten] as const;
export type AgendapuntSoort = (typeof agendapuntSoorten)[number];

export const doelen = ["informeren", "bespreken", "adviseren", "vaststellen", "besluiten"] as const;
export type Doel = (typeof doelen)[number];

/** `op_agenda` from the moment that the agenda was sent; `doorgeschoven` waits for a later overleg than it was meant for; `behandeld` has its conclusie. */
export const agendapuntStatussen = ["ingebracht", "op_agenda", "doorgeschoven", "behandeld", "ingetrokken"] as const;
/** Nothing more happens to it. */
export const afgedaneStatussen = ["behandeld", "ingetrokken"] as const satisfies readonly AgendapuntStatus[];
export type AgendapuntStatus = (typeof agendapuntStatussen)[number];

/**
 * Who may know the content of the point, and on what ground. @property convenantId when the ground is that convenant, not one that was typed.
 * @property organisatieId where he worked when he was invited. @property elders worked out when it is read: he left, or works elsewhere now, and is
 * not invited any more.
 */
export type Genodigde = {
  readonly persoonId: PersoonId;
  readonly grondslag: string;
  readonly convenantId?: ConvenantId;
  readonly organisatieId?: OrganisatieId;
  readonly elders?: boolean;
};

/** One decision of the tafel; no verbatim minutes [domein 1]. */
export type Besluit = { readonly id: string; readonly tekst: string; readonly op: string; readonly doorId: PersoonId; readonly vernietigdOp?: string };

/** @property gevraagdVoor the overleg for which it came too late; its voorzitter may still let it in. */
export type Agendapunt = {
  readonly id: AgendapuntId;
  readonly version: number;
  readonly tafelId: TafelId;
  readonly overlegId: OverlegId;
  readonly gevraagdVoor?: OverlegId;
  readonly soort: AgendapuntSoort;
  readonly doel: Doel;
  readonly minuten: number;
  readonly volgorde: number;
  readonly status: AgendapuntStatus;
  readonly casusId?: CasusId;
  readonly signaalId?: SignaalId;
  readonly actiepuntId?: ActiepuntId;
  /** The point of another tafel out of which this one came: a knelpunt that was put through, a voorstel that is treated on. */
  readonly vanPuntId?: AgendapuntId;
  readonly behandeldOp?: Date;
  /** Somebody is kept out of it: no code for anybody. */
  readonly besloten: boolean;
  readonly inbrengerId: PersoonId;
  readonly ingebrachtOp: Date;
  readonly inhoud: {
    readonly titel?: string;
    readonly vraag?: string;
    readonly genodigden: readonly Genodigde[];
    /** Where who brought it in worked then; as for the invited, his right ends with it. */
    readonly inbreng?: { readonly organisatieId: OrganisatieId; readonly elders?: boolean };
    readonly uitgesloten: readonly PersoonId[];
    readonly besluiten?: readonly Besluit[];
    readonly conclusie?: string;
    /** Why it was treated although somebody who was invited was not there. */
    readonly zonder?: string;
    readonly verbeteringen?: readonly Verbetering[];
    readonly correcties?: readonly Correctie[];
    /** A text here went with what it told of. */
    readonly vernietigdOp?: string;
  };
  /** Its content is gone for good since then. */
  readonly vernietigdOp?: Date;
};

/** The point as it stands now: who is kept out of what it is about is kept out of it, and who works elsewhere is not invited any more. */
export const zoalsNu = (punt: Agendapunt, personen: readonly Persoon[], ...delen: readonly Deel[]): Agendapunt => {
  const uitgesloten = uitgeslotenVan(punt.inhoud, ...delen);
  const elders = (id: PersoonId, organisatieId?: OrganisatieId): boolean =>
    !isOpPlek(
      personen.find((een) => een.id === id),
      organisatieId,
    );
  const genodigden = punt.inhoud.genodigden.map((een): Genodigde => ({ ...een, elders: elders(een.persoonId, een.organisatieId) }));
  const inbreng = punt.inhoud.inbreng && { ...punt.inhoud.inbreng, elders: elders(punt.inbrengerId, punt.inhoud.inbreng.organisatieId) };
  const inhoud = { ...punt.inhoud, genodigden, uitgesloten, ...(inbreng === undefined ? {} : { inbreng }) };
  return { ...punt, besloten: punt.besloten || uitgesloten.length > 0, inhoud };
};

/** The point when these people are kept out of what it is about: they are not invited either. */
export const metBuiten = (punt: Agendapunt, buiten: readonly PersoonId[]): Agendapunt => ({
  ...punt,
  besloten: buiten.length > 0,
  inhoud: { ...punt.inhoud, genodigden: punt.inhoud.genodigden.filter(({ persoonId }) => !buiten.includes(persoonId)), uitgesloten: buiten },
});

export const minutenGrenzen = [5, 120] as const;

export const isVrij = (soort: AgendapuntSoort): boolean => (vrijeSoorten as readonly AgendapuntSoort[]).includes(soort);

/** The title for the agenda; there is none for a casus or signaal [domein 4]. */
export const puntTitel = (punt: Agendapunt): AgendapuntTitel | undefined => (isVrij(punt.soort) ? (punt.inhoud.titel as AgendapuntTitel) : undefined);

/** The invited whom this person is, or for whom he acts; nothing for who is kept out. */
export const genodigdAls = ({ inhoud }: Agendapunt, persoonId: PersoonId, namens: readonly PersoonId[]): Genodigde | undefined =>
  inhoud.uitgesloten.includes(persoonId) ? undefined : inhoud.genodigden.find((one) => one.elders !== true && namens.includes(one.persoonId));

/** Tafels to which the question about a signaal in afstemming may be put [T4b]. */
export const signaalTafels: readonly TafelSoort[] = ["signaleringsoverleg", "mdo"];
