import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderCard } from "../../../src/adapters/teams/teams-card.js";
import { formulierKaart } from "../../../src/cards/formulier.js";
import { type FormulierNaam, formulieren } from "../../../src/cards/formulieren.js";
import { type Harness, startHarness } from "../../support/teams/harness.js";
import { TeamsPerson } from "../../support/teams/teams-person.js";

let h: Harness;
beforeAll(async () => {
  h = await startHarness({ dialogs: false });
});
afterAll(() => h.stop());

const form = (waarden = {}, fouten = {}) =>
  formulierKaart({ formulier: "aanvullen", verb: "signaal.aanvullen", data: { s: "SG-7K3Q-9", n: "nonce" }, waarden, fouten, vertrouwelijk: false }, "nl");

describe("the real forms in Teams", () => {
  it("are filled by their labels, and show their errors where they belong", async () => {
    const noor = new TeamsPerson(h.fake, { name: "Noor Melder" });
    h.answer = () => ({ soort: "toon", card: form() });
    await noor.typt("signaal");
    const [first = "", second = ""] = Object.keys(noor.waarden());
    await noor.vult({ [second]: "Kade 1" });
    expect(Object.keys(noor.fouten())).toEqual([first]);
    expect(h.inbounds).toHaveLength(1);

    h.answer = ({ event }) => ({
      soort: "fouten",
      card: form(event.soort === "actie" ? event.velden : {}, { tekst: "Te kort." }),
      fouten: { tekst: "Te kort." },
    });
    await noor.vult({ [first]: "*sterren*" });
    expect(h.inbounds[1]).toMatchObject({
      delivery: "nonce",
      event: { verb: "signaal.aanvullen/verstuur", data: { s: "SG-7K3Q-9", n: "nonce" }, velden: { tekst: "*sterren*", adres: "Kade 1" } },
    });
    expect(noor.fouten()[first]).toContain("Te kort.");
    expect(noor.waarden()).toMatchObject({ [first]: "*sterren*", [second]: "Kade 1" });
  });

  it.each(Object.keys(formulieren) as FormulierNaam[])("%s fits, and has one button to send it", (formulier) => {
    const card = formulierKaart(
      { formulier, verb: "x.y", data: { s: "SG-7K3Q-9" }, keuzes: { gemeente: [{ titel: "Rivierstede", waarde: "g1" }] }, vertrouwelijk: false },
      "nl",
    );
    const rendered = JSON.stringify(renderCard(card, "venster", h.config));
    expect(rendered.match(/"verb":"x\.y\/verstuur"/g)).toHaveLength(1);
    expect(rendered).not.toContain("Action.Execute");
  });
});
