import { expect, it } from "vitest";
import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { TafelId } from "../../src/domain/regio/regio.js";
import { parseRegioBestand } from "../../src/domain/regio/regio-bestand.js";
import { agendaChannels } from "../../src/use-cases/plan-agenda.js";
import { oeverland } from "../support/oeverland.js";

it("an overleg of chosen people is in no channel; one of the whole tafel is in all of its channels", () => {
  const { channels, ...rest } = oeverland() as { channels: object[] };
  const own = { soort: "tafel", tafel: "mdo", platform: "slack", tenant: "T-OEVERLAND", conversationId: "C-MDO-PROEF" };
  const read = parseRegioBestand({ ...rest, channels: [...channels, own] });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const tafelId = "mdo" as TafelId;
  expect(agendaChannels(read.value.regio, { tafelId }, "o1").length).toBeGreaterThan(0);
  expect(agendaChannels(read.value.regio, { tafelId, genodigden: ["P06" as PersoonId] }, "o1")).toEqual([]);
});
