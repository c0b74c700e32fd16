import type { AccountRef, GemeenteId, OrganisatieId, PersoonId, RolNaam, Taal } from "../persoon/persoon.js";
import { ok, type Result } from "../result.js";
import type { TafelInrichting } from "../tafel/tafel.js";
import type { Dag } from "../tijd/dag.js";
import { type BewaarCategorie, type Bewaartermijnen, zonderTermijn } from "./bewaartermijnen.js";
import { type Channel, type Convenant, type ConvenantId, channelId, type Regio, type Schoolvakantie, type TafelId } from "./regio.js";
import { type RegioFout, vanIssue } from "./regio-bestand.fout.js";
import { regels } from "./regio-bestand.regels.js";
import { leesRuw } from "./regio-bestand.ruw.js";
import { RegioBestand } from "./regio-bestand.schema.js";
import { inrichtingenVan, tafelFouten } from "./regio-bestand.tafels.js";
import { dubbele, verwijzingen } from "./regio-bestand.verwijzingen.js";

export { type RegioFout, type RegioFoutCode, regioFoutCodes } from "./regio-bestand.fout.js";

/** A person as the file gives him; the same shape as the import port takes. */
export type BestandPersoon = {
  readonly id: PersoonId;
  readonly naam: string;
  readonly functie: string;
  readonly organisatieId: OrganisatieId;
  /** Empty: somebody without account. */
  readonly email: string;
  readonly telefoon?: string;
  readonly taal?: Taal;
  readonly plaatsvervangerId?: PersoonId;
  readonly rollen: readonly { readonly rol: RolNaam; readonly gemeenteId?: GemeenteId }[];
};
export type BestandAccount = AccountRef & { readonly persoonId: PersoonId; readonly gast: boolean };
export type BestandInhoud = {
  readonly regio: Regio;
  readonly personen: readonly BestandPersoon[];
  readonly accounts: readonly BestandAccount[];
  readonly inrichtingen: readonly TafelInrichting[];
};

const met = <K extends string, V>(veld: K, waarde: V | undefined): { readonly [P in K]?: V } =>
  waarde === undefined ? {} : ({ [veld]: waarde } as { [P in K]: V });

const channelVan = (channel: RegioBestand["channels"][number]): Channel => {
  const { platform, tenant, conversationId } = channel;
  const plek = { id: channelId(platform, tenant, conversationId), platform, tenant, conversationId };
  return channel.soort === "tafel"
    ? { ...plek, soort: channel.soort, tafelId: channel.tafel as TafelId }
    : { ...plek, soort: channel.soort, gemeenteId: channel.gemeente as GemeenteId };
};

const convenantVan = ({ geldigTot, ...c }: RegioBestand["convenanten"][number]): Convenant => ({
  ...c,
  id: c.id as ConvenantId,
  geldigVan: c.geldigVan as Dag,
  ...met("geldigTot", geldigTot as Dag | undefined),
  partijen: c.partijen.map(({ organisatie, ...partij }) => ({ ...partij, organisatieId: organisatie as OrganisatieId })),
});

const zonderLege = (termijnen: RegioBestand["bewaartermijnen"]): Bewaartermijnen =>
  Object.fromEntries(Object.entries(termijnen).filter(([, termijn]) => termijn !== undefined)) as Bewaartermijnen;

const regioVan = (b: RegioBestand): Regio => ({
  naam: b.naam,
  organisaties: b.organisaties.map((o) => ({ ...o, id: o.id as OrganisatieId })),
  gemeenten: b.gemeenten.map(({ organisatie, ...g }) => ({ ...g, id: g.id as GemeenteId, organisatieId: organisatie as OrganisatieId })),
  channels: b.channels.map(channelVan),
  tafels: b.tafels.map(({ convenant, inrichting: _, ...t }) => ({ ...t, id: t.id as TafelId, ...met("convenantId", convenant as ConvenantId | undefined) })),
  convenanten: b.convenanten.map(convenantVan),
  vrijeDagen: b.vrijeDagen as Dag[],
  schoolvakanties: b.schoolvakanties as readonly { naam: string; van: string; tot: string }[] as unknown as readonly Schoolvakantie[],
  bewaartermijnen: zonderLege(b.bewaartermijnen),
  stilNaDagen: b.stilNaDagen,
  contacten: b.contacten,
  vormen: b.vormen.map(({ ouder, ...v }) => ({ ...v, ...met("ouder", ouder) })),
});

const persoonVan = (p: RegioBestand["personen"][number]): BestandPersoon => ({
  id: p.id as PersoonId,
  naam: p.naam,
  functie: p.functie,
  organisatieId: p.organisatie as OrganisatieId,
  email: p.email?.toLowerCase() ?? "",
  ...met("telefoon", p.telefoon),
  ...met("taal", p.taal),
  ...met("plaatsvervangerId", p.plaatsvervanger as PersoonId | undefined),
  rollen: p.rollen.map(({ rol, gemeente }) => ({ rol, ...met("gemeenteId", gemeente as GemeenteId | undefined) })),
});

/**
 * Reads a region file whole. Every error is reported at once, each with its place; one of them is enough to refuse it.
 * People with `actief: false` are left out, so that the import stops them.
 */
export const parseRegioBestand = (json: unknown): Result<BestandInhoud, readonly RegioFout[]> => {
  const gelezen = RegioBestand.safeParse(json);
  const ruw = leesRuw(json);
  const fouten = [
    ...(gelezen.error?.issues ?? []).flatMap((issue) => vanIssue(json, issue)),
    ...dubbele(ruw),
    ...verwijzingen(ruw),
    ...regels(ruw),
    ...tafelFouten(ruw),
  ];
  if (!gelezen.success || fouten.length > 0) return { ok: false, error: fouten };
  return ok({
    regio: regioVan(gelezen.data),
    personen: gelezen.data.personen.filter((p) => p.actief).map(persoonVan),
    accounts: gelezen.data.accounts.map(({ persoon, ...a }) => ({ ...a, persoonId: persoon as PersoonId })),
    inrichtingen: inrichtingenVan(gelezen.data),
  });
};

export type RegioWaarschuwing =
  | { readonly code: "niet_bereikbaar"; readonly params: { readonly naam: string; readonly functie: string; readonly telefoon: string } }
  | { readonly code: "geen_bewaartermijn"; readonly params: { readonly categorieen: string } }
  | { readonly code: "geen_vervanger"; readonly params: { readonly naam: string; readonly functie: string } };

/** What works, and still deserves a look. @param heeftAccount whether the store already knows an account of this person. */
export const regioWaarschuwingen = (inhoud: BestandInhoud, heeftAccount: (id: PersoonId) => boolean): readonly RegioWaarschuwing[] => {
  const genoemd = new Set(inhoud.accounts.map((account) => account.persoonId));
  const zonder: readonly BewaarCategorie[] = zonderTermijn(inhoud.regio);
  const termijnen = zonder.length === 0 ? [] : [{ code: "geen_bewaartermijn", params: { categorieen: zonder.join(", ") } } as const];
  const mensen = inhoud.personen.flatMap(({ id, naam, functie, email, telefoon, plaatsvervangerId, rollen }) => {
    const isAf = rollen.some(({ rol }) => rol === "aandachtsfunctionaris");
    return [
      ...(email === "" || genoemd.has(id) || heeftAccount(id)
        ? []
        : [{ code: "niet_bereikbaar", params: { naam, functie, telefoon: telefoon ?? "-" } } as const]),
      ...(isAf && plaatsvervangerId === undefined ? [{ code: "geen_vervanger", params: { naam, functie } } as const] : []),
    ];
  });
  return [...termijnen, ...mensen];
};
