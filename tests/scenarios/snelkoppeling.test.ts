import { describe, expect, it } from "vitest";
import { alGeplaatst } from "../support/onschuldig.js";
import type { SlackPerson } from "../support/slack/slack-person.js";
import * as s from "../support/stappen.js";
import type { TeamsPerson } from "../support/teams/teams-person.js";
import { beide, type Mens } from "../support/wereld.js";

const bericht = "Bij Kanariebouw wonen er vijf, zegt meneer Kanarie";

/** "Signaal melden" in the menu of somebody's message. */
const kiestOpBericht = async (mens: Mens): Promise<void> => {
  const persoon: unknown = mens;
  if (mens.platform === "slack") return (persoon as SlackPerson).snelkoppeling("signaal_bericht", bericht);
  return (persoon as TeamsPerson).kiestUitMenu("signaal", bericht);
};

describe.each(beide)("een signaal vanaf een bericht op $name", (chat) => {
  const nu = s.wereldVoor(chat);

  it("opent het formulier, neemt de tekst niet over, en vraagt om het bericht weg te halen", async () => {
    const wereld = nu();
    const melder = await wereld.mens("P15");
    await kiestOpBericht(melder);
    expect(melder.ziet()).toContain("Verwijder straks het bericht waar u dit in las.");
    expect(melder.ziet()).not.toContain("Kanariebouw");
    expect(melder.waarden()["Wat zag u?"]).toBe("");
    await melder.vult(s.melding);
    const code = s.codeIn(melder.ziet());
    await s.heeftStatus(wereld, code, "bij_meldpunt");
    expect(JSON.stringify((await wereld.signaal(code)).inhoud)).not.toContain("Kanariebouw");
    expect(alGeplaatst(wereld).join()).not.toContain("Kanariebouw");
  });
});
