import { expect } from "vitest";
import type { Mens, Wereld } from "./wereld.js";

const tabellen = ["signaal", "stap", "vraag", "overdracht", "casus", "due_moment", "persoon"] as const;
type AuditRegel = { readonly wie: string; readonly actie: string; readonly object: string; readonly resultaat: string };

/** Everything that a repeat or a refusal leaves as it is. */
export const stand = async ({ store }: Wereld): Promise<Readonly<Record<string, string>>> => {
  const parts = tabellen.map((tabel) => `SELECT '${tabel}' AS t, md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) AS h FROM ${tabel} x`);
  const { rows } = await store.pool.query<{ t: string; h: string }>(parts.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ t, h }) => [t, h]));
};

/** Nothing of what is stored about signalen changes by this. */
export const verandertNiets = async (wereld: Wereld, act: () => Promise<void>): Promise<void> => {
  const before = await stand(wereld);
  await act();
  expect(await stand(wereld)).toEqual(before);
};

export const audit = async ({ store }: Wereld, wie: string): Promise<readonly AuditRegel[]> =>
  (await store.pool.query<AuditRegel>("SELECT wie, actie, object, resultaat FROM audit_line WHERE wie = $1 ORDER BY id", [wie])).rows;

/** What waits to be sent is lost, as when a chat refused it for good. */
export const verliesBerichten = async ({ store }: Wereld): Promise<void> =>
  void (await store.pool.query("UPDATE outgoing SET status = 'gestopt' WHERE status = 'wacht'"));

/** What he read last: in front of him, or among his private messages. An open window is put away first. */
export const leest = async (mens: Mens): Promise<string> => {
  const venster = mens.ziet();
  await mens.sluit();
  return [venster, mens.ziet(), ...mens.priveBerichten().slice(-2)].join("\n");
};

export type Anders = { readonly email?: string; readonly gast?: boolean; readonly extern?: boolean; readonly weg?: boolean };

/** What the platform says about this account changes. */
export const wordtAnders = ({ slack, teams, regio }: Wereld, mens: Mens, { email, gast = false, extern = false, weg = false }: Anders): void => {
  if (mens.platform === "slack") {
    const eigen = regio.personen.find(({ id }) => id === mens.id)?.email ?? `${mens.id}@rivierstede.example`;
    slack.addUser({ id: mens.userId, naam: mens.id, email: email ?? eigen, gast, gestopt: weg, ...(extern ? { teamId: "TELDERS" } : {}) });
    return;
  }
  const [id, member] = [...teams.members].find(([, one]) => one.aadObjectId === mens.userId) ?? [];
  if (id === undefined || member === undefined) throw new Error(`${mens.id} is not in Teams`);
  if (weg) return void teams.members.delete(id);
  teams.members.set(id, { ...member, ...(email === undefined ? {} : { email }), userRole: gast ? "guest" : "user", ...(extern ? { tenantId: "elders" } : {}) });
};

/** A new region file in which these people no longer stand. */
export const vertrekt = async ({ store, regio }: Wereld, ...ids: readonly string[]): Promise<void> => {
  await store.importRegio({ ...regio, personen: regio.personen.filter(({ id }) => !ids.includes(id)) });
};
