import { describe, expect, it } from "vitest";
import { leest, verandertNiets } from "../support/gevaren.js";
import { bijAandachtsfunctionaris, heeftStatus, kaart, kliktOpKaart, melding, wereldVoor } from "../support/stappen.js";
import { beide } from "../support/wereld.js";

const excuus = /Er ging iets mis\. Onze excuses\. Probeer het opnieuw\. Lukt het niet\? Noem dan dit nummer: [\w-]{8}\./;

describe.each(beide)("een fout in de bot op $name", (chat) => {
  const wereld = wereldVoor(chat, { bugs: true });
  /** From here on this breaks, and quotes content. */
  const breekt = (method: "stappenVan" | "personenMetRol" | "commit"): void => {
    wereld().store.store[method] = async () => {
      throw new Error(`cannot read ${melding["Wat zag u?"]}`);
    };
  };

  it.each([
    ["Bekijk", "stappenVan"],
    ["Vraag een partner", "personenMetRol"],
  ] as const)("behind %s gives one apology with a reference, and nothing of what went wrong", async (knop, method) => {
    const { af } = await bijAandachtsfunctionaris(wereld());
    breekt(method);
    await verandertNiets(wereld(), () => kliktOpKaart(wereld(), af, "aandachtsfunctionaris", knop));
    const gelezen = await leest(af);
    expect(gelezen).toMatch(excuus);
    expect(gelezen).not.toMatch(/kanarie|Error|cannot|\.ts:/i);
    expect(wereld().bugs).toHaveLength(1);
  });

  it("in a form that was sent leaves everything as it was, and it can be sent again", async () => {
    const { af, code } = await bijAandachtsfunctionaris(wereld());
    const heel = wereld().store.store.commit;
    await kliktOpKaart(wereld(), af, "aandachtsfunctionaris", "Vraag een partner");
    const velden = {
      "Aan wie stelt u de vraag?": "Kemal Aydin (Nederlandse Arbeidsinspectie)",
      "Uw vraag": "Kanarie?",
      "Waarom mag dit? (grondslag)": "Kanariewet",
    };
    breekt("commit");
    await verandertNiets(wereld(), () => af.vult(velden));
    expect(await leest(af)).toMatch(excuus);
    expect(kaart(wereld(), "aandachtsfunctionaris")).toContain("opgepakt");

    wereld().store.store.commit = heel;
    await af.opnieuw();
    await heeftStatus(wereld(), code, "in_afstemming");
  });
});
