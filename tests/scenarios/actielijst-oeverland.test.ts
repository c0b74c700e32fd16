import { expect, it } from "vitest";
import type { ActiepuntStatus } from "../../src/domain/actiepunt/actiepunt.status.js";
import type { ActiepuntCode } from "../../src/domain/code.js";
import type { Overleg, OverlegId } from "../../src/domain/overleg/overleg.js";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { momentOp } from "../../src/domain/tijd/tijd.js";
import actielijst from "../domain/actielijst.json" with { type: "json" };
import { leesActie, maakActiepunt, maakCasus } from "../support/acties.js";
import { gepland } from "../support/agenda.js";
import * as s from "../support/stappen.js";
import { chats } from "../support/wereld.js";

const nu = s.wereldVoor(chats[0] as (typeof chats)[number]);

/** Overleggen of the MDO in the sample, and what each agreed: the sample's `uit_overleg` and `doorgezet`. */
const overleggen = ["2026-10-01", "2026-11-05"] as const;
const uit: Readonly<Record<string, { readonly op: Dag; readonly doorgezet: number }>> = {
  "A-2026-071": { op: "2026-10-01" as Dag, doorgezet: 1 },
  "A-2026-072": { op: "2026-11-12" as Dag, doorgezet: 0 },
  "A-2026-074": { op: "2026-11-05" as Dag, doorgezet: 0 },
  "A-2026-076": { op: "2026-09-03" as Dag, doorgezet: 2 },
  "A-2026-078": { op: "2026-11-24" as Dag, doorgezet: 0 },
};

it("de actielijst van Oeverland komt uit de overleggen van oktober en november, met wie hoe vaak is doorgezet", async () => {
  const wereld = nu();
  const { store } = wereld;
  const lopend = actielijst.acties.filter(({ was }) => uit[was] !== undefined);
  const casussen = new Map<string, Awaited<ReturnType<typeof maakCasus>>>();
  for (const { casus } of lopend) if (casus !== undefined && !casussen.has(casus)) casussen.set(casus, await maakCasus(store));
  for (const actie of lopend) {
    const casus = actie.casus === undefined ? undefined : casussen.get(actie.casus);
    await maakActiepunt(store, {
      code: actie.code as ActiepuntCode,
      tafelId: actie.tafel as TafelId,
      actiehouderId: actie.actiehouder as PersoonId,
      termijn: actie.termijn as Dag,
      status: actie.status as ActiepuntStatus,
      gemaaktOp: momentOp(uit[actie.was]?.op as Dag, "11:00"),
      ...(casus === undefined ? {} : { casusId: casus.id }),
    });
  }
  const gehouden = overleggen.map((dag): Overleg => {
    const begin = momentOp(dag as Dag, "10:00");
    return {
      id: `mdo-${dag}` as OverlegId,
      version: 0,
      tafelId: "mdo" as TafelId,
      soort: "extra",
      begin,
      eind: momentOp(dag as Dag, "11:30"),
      status: "gehouden",
      aangepast: true,
    };
  });
  const nacht = gehouden.map(({ id }, i) => ({ soort: "agenda" as const, objectId: id, op: new Date(wereld.nu.getTime() + i), stap: 0 }));
  await store.store.commit({ changes: gehouden.map((overleg) => ({ soort: "overleg_nieuw", overleg })), moments: nacht });
  const mdo = await gepland(wereld);

  for (const { code, was } of lopend) expect([was, (await leesActie(store, code)).doorgezet]).toEqual([was, uit[was]?.doorgezet]);
  // The sample says "2x doorgezet: bespreekpunt" and shows no such point on its agenda of 3 December; its own rule wins [domein 3].
  const punten = await store.store.agendapuntenVan(mdo.id);
  const vaak = await leesActie(store, lopend.find(({ was }) => was === "A-2026-076")?.code ?? "");
  expect(punten.map(({ soort, actiepuntId }) => [soort, actiepuntId])).toEqual([["actie", vaak.id]]);
  expect(wereld.bugs).toEqual([]);
});
