import { randomUUID } from "node:crypto";
import { type Actiepunt, keer } from "../../../domain/actiepunt/actiepunt.js";
import type { Casus } from "../../../domain/casus/casus.js";
import { isBesloten } from "../../../domain/delen/uitgesloten.js";
import type { OrganisatieId, PersoonId } from "../../../domain/persoon/persoon.js";
import type { Regio } from "../../../domain/regio/regio.js";
import type { Signaal, Stap, StapId, Vraag } from "../../../domain/signaal/signaal.js";
import type { AuditLine, Plan } from "../../../ports/store.js";
import type { CardKind, Intent } from "../../../ports/work.js";
import type { PrismaClient } from "../generated/client.js";
import { rowToActiepunt } from "../rows/actie-rows.js";
import { rowToCasus } from "../rows/casus-rows.js";
import { present } from "../rows/present.js";
import { rowToSignaal, rowToVraag } from "../rows/signaal-rows.js";
import type { Kluis } from "../sleutels/kluis.js";

/** Open work of people who left. */
export type OpenWork = {
  readonly signalen: readonly Signaal[];
  readonly vragen: readonly Vraag[];
  readonly casussen: readonly Casus[];
  readonly acties: readonly Actiepunt[];
  readonly over: ReadonlyMap<string, readonly string[]>;
};

/** Where somebody works by the new file. */
export type Werkplek = (id: PersoonId) => OrganisatieId | undefined;

/** Per person who left the active deputy; no entry when there is none. */
export type Deputies = ReadonlyMap<string, PersoonId>;

export const readOpenWork = async (db: PrismaClient, kluis: Kluis, ids: readonly string[]): Promise<OpenWork> => {
  if (ids.length === 0) return { signalen: [], vragen: [], casussen: [], acties: [], over: new Map() };
  const who = { in: [...ids] };
  const [signalen, vragen, casussen, acties] = await Promise.all([
    db.signaalRow.findMany({ where: { open: true, behandelaarId: who } }),
    db.vraagRow.findMany({ where: { status: "open", aanId: who } }),
    db.casusRow.findMany({ where: { afgeslotenOp: null, OR: [{ regiehouderId: who }, { voorstelAanId: who }] } }),
    db.actiepuntRow.findMany({ where: { open: true, OR: [{ actiehouderId: who }, { overdrachtAanId: who }] } }),
  ]);
  const over = await readOver(
    db,
    vragen.map(({ signaalId }) => signaalId),
    acties.flatMap(({ casusId }) => casusId ?? []),
  );
  return kluis.read((crypto) => ({
    over,
    signalen: signalen.map((row) => rowToSignaal(crypto, row)),
    vragen: vragen.map((row) => rowToVraag(crypto, row)),
    casussen: casussen.map((row) => rowToCasus(crypto, row)),
    acties: acties.map((row) => rowToActiepunt(crypto, row)),
  }));
};

/** Who is kept out of the signalen and casussen that the work is about, by their id. */
const readOver = async (db: PrismaClient, signaalIds: readonly string[], casusIds: readonly string[]): Promise<OpenWork["over"]> => {
  const select = { id: true, uitgesloten: true } as const;
  const [signalen, casussen] = await Promise.all([
    db.signaalRow.findMany({ where: { id: { in: [...signaalIds] } }, select }),
    db.casusRow.findMany({ where: { id: { in: [...casusIds] } }, select }),
  ]);
  return new Map([...signalen, ...casussen].map(({ id, uitgesloten }) => [id, uitgesloten]));
};

const audit = (actie: string, object: string): AuditLine => ({ wie: "systeem", actie, object, resultaat: "gedaan", herkomst: "regiobestand" });
const takenOver = (signaal: Signaal, now: Date): Stap => ({
  id: randomUUID() as StapId,
  signaalId: signaal.id,
  name: "oppakken",
  from: signaal.status,
  to: signaal.status,
  doorId: "systeem",
  op: now,
  inhoud: {},
});

const triageCards = (regio: Regio, signaal: Signaal): readonly Intent[] =>
  (isBesloten(signaal) ? [] : regio.channels)
    .filter((c) => c.gemeenteId === signaal.gemeenteId && (c.soort === "meldpunt" ? signaal.bijMeldpunt : signaal.bijAandachtsfunctionaris))
    .map((c) => ({ kind: "triage", objectId: signaal.id, to: { channelId: c.id } }));

const vraagCards: Record<Vraag["soort"], CardKind> = { afstemming: "vraag", comensha: "comensha", zorgvraag: "zorgvraag" };

const signaalPlan = (regio: Regio, signaal: Signaal, behandelaarId: PersoonId, now: Date): Plan => ({
  changes: [
    { soort: "signaal", signaal: { ...signaal, behandelaarId } },
    { soort: "stap", stap: takenOver(signaal, now) },
  ],
  audit: [audit("signaal.naar_plaatsvervanger", signaal.id)],
  intents: triageCards(regio, signaal),
});
const vraagPlan = ({ aanOrganisatieId: _, ...vraag }: Vraag, aanId: PersoonId, waar: Werkplek): Plan => ({
  changes: [{ soort: "vraag", vraag: { ...vraag, aanId, ...present({ aanOrganisatieId: waar(aanId) ?? null }) } }],
  audit: [audit("vraag.naar_plaatsvervanger", vraag.id)],
  intents: [{ kind: vraagCards[vraag.soort], objectId: vraag.id, to: { persoonId: aanId } }],
});
/** The regie of who left goes to his deputy; so does the question whether he takes it under another route. */
const casusPlan = (casus: Casus, deputies: Deputies): Plan | undefined => {
  const regiehouderId = casus.regiehouderId && deputies.get(casus.regiehouderId);
  const gevraagd = casus.voorstel && deputies.get(casus.voorstel.regiehouderId);
  if (regiehouderId === undefined && gevraagd === undefined) return undefined;
  const next: Casus = {
    ...casus,
    ...(regiehouderId === undefined ? {} : { regiehouderId }),
    ...(casus.voorstel === undefined || gevraagd === undefined ? {} : { voorstel: { ...casus.voorstel, regiehouderId: gevraagd } }),
  };
  const wie = [...new Set([regiehouderId, gevraagd])].filter((id) => id !== undefined);
  return {
    changes: [{ soort: "casus", casus: next }],
    audit: [audit("casus.naar_plaatsvervanger", casus.id)],
    intents: wie.map((persoonId) => ({ kind: "regie", objectId: casus.id, to: { persoonId } })),
  };
};

/** The actiepunt of who left goes to his deputy; so does what he was asked to take over. */
const actiePlan = (actiepunt: Actiepunt, deputies: Deputies, now: Date): Plan | undefined => {
  const houder = deputies.get(actiepunt.actiehouderId);
  const nieuwe = actiepunt.overdrachtAanId && deputies.get(actiepunt.overdrachtAanId);
  if (houder === undefined && nieuwe === undefined) return undefined;
  const { overdrachtAanId, ...rest } = actiepunt;
  const actiehouderId = houder ?? actiepunt.actiehouderId;
  const gevraagd = nieuwe ?? overdrachtAanId;
  const stappen = [...actiepunt.inhoud.stappen, { stap: "naar_plaatsvervanger" as const, op: now.toISOString(), doorId: "systeem" as const }];
  const next: Actiepunt = {
    ...rest,
    actiehouderId,
    ...(gevraagd === undefined || gevraagd === actiehouderId ? {} : { overdrachtAanId: gevraagd }),
    inhoud: { ...actiepunt.inhoud, stappen },
  };
  return {
    changes: [{ soort: "actiepunt", actiepunt: next }],
    audit: [audit("actiepunt.naar_plaatsvervanger", actiepunt.code)],
    intents: [
      ...(houder === undefined
        ? []
        : [{ kind: "actiebericht" as const, objectId: `${actiepunt.id}:${actiepunt.version}`, to: { persoonId: houder }, variant: "nieuw" }]),
      ...(nieuwe === undefined || next.overdrachtAanId === undefined
        ? []
        : [
            {
              kind: "actievraag" as const,
              objectId: `${actiepunt.id}:overdracht:${keer(actiepunt, "overdragen")}`,
              to: { persoonId: nieuwe },
              variant: "overdracht",
            },
          ]),
    ],
  };
};

/** Gives open work to the deputies, with steps, audit lines and the cards that change. @property blijftLiggen how much has no deputy to go to. */
export const planHandOver = (
  regio: Regio,
  work: OpenWork,
  deputies: Deputies,
  waar: Werkplek,
  now: Date,
): { readonly plan: Plan; readonly overgedragen: number; readonly blijftLiggen: number } => {
  const to = (id: PersoonId | undefined, buiten: readonly string[] = []) => {
    const deputy = id === undefined ? undefined : deputies.get(id);
    return deputy === undefined || buiten.includes(deputy) ? undefined : deputy;
  };
  const binnen = (buiten: readonly string[] = []): Deputies => new Map([...deputies].filter(([, deputy]) => !buiten.includes(deputy)));
  const plans = [
    ...work.signalen.map((s) => ((d) => d && signaalPlan(regio, s, d, now))(to(s.behandelaarId, s.uitgesloten))),
    ...work.vragen.map((v) => ((d) => d && vraagPlan(v, d, waar))(to(v.aanId, work.over.get(v.signaalId)))),
    ...work.casussen.map((c) => casusPlan(c, binnen(c.uitgesloten))),
    ...work.acties.map((a) => actiePlan(a, binnen(a.casusId && work.over.get(a.casusId)), now)),
  ];
  const done = plans.filter((plan): plan is Plan => plan !== undefined);
  const plan: Plan = {
    changes: done.flatMap((p) => p.changes ?? []),
    audit: done.flatMap((p) => p.audit ?? []),
    intents: done.flatMap((p) => p.intents ?? []),
  };
  return { plan, overgedragen: done.length, blijftLiggen: plans.length - done.length };
};
