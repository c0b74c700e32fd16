import { describe, expect, it } from "vitest";
import { leest, verandertNiets, verliesBerichten } from "../support/gevaren.js";
import { bijAandachtsfunctionaris, heeftStatus, inAfstemming, inVerrijking, kaart, kiest, kliktOpKaart, oordeeltJa, wereldVoor } from "../support/stappen.js";
import { beide } from "../support/wereld.js";

const al_verder = "Dit kan nu niet meer. Het signaal is al verder.";

describe.each(beide)("een oude kaart op $name", (chat) => {
  const wereld = wereldVoor(chat);

  it("says that the signaal has moved on, changes nothing, and reads as it stands now", async () => {
    const { af, code } = await bijAandachtsfunctionaris(wereld());
    const ander = await wereld().mens("P02");
    await wereld().zonderVerzenden(async () => {
      await kiest(wereld(), af, "aandachtsfunctionaris", "Laat vervallen");
      await af.vult({ "Wat is er aan de hand?": "Het is een vergissing", "Leg uit waarom": "Kanarie" });
    });
    await verliesBerichten(wereld());
    expect(kaart(wereld(), "aandachtsfunctionaris")).toContain("opgepakt");

    await verandertNiets(wereld(), () => kliktOpKaart(wereld(), ander, "aandachtsfunctionaris", "Vraag een partner"));
    expect(ander.ziet()).toContain(al_verder);
    await heeftStatus(wereld(), code, "vervallen");
    expect(kaart(wereld(), "aandachtsfunctionaris")).toContain("klaar");
    expect(ander.knoppen("kanaal", wereld().plek(ander, "aandachtsfunctionaris").kanaal)).not.toContain("Vraag een partner");
  });

  it("with a form that was open already: what is sent too late is refused in one sentence", async () => {
    const { af } = await inAfstemming(wereld());
    const ander = await wereld().mens("P02");
    await kliktOpKaart(wereld(), ander, "aandachtsfunctionaris", "Oordeel en route");
    await oordeeltJa(wereld(), af);
    await verandertNiets(wereld(), () =>
      ander.vult({
        "Is er een vermoeden van mensenhandel?": "Nee",
        "Leg uit waarom": "Kanarie",
        "Met wie heeft u overlegd?": "Kanarie",
        "Bij nee: wie pakt het op?": "Reguliere hulp",
      }),
    );
    expect(ander.ziet()).toContain(al_verder);
  });

  it("of a partner: a question that is not needed any more", async () => {
    const { af, partner } = await inAfstemming(wereld());
    await wereld().zonderVerzenden(() => oordeeltJa(wereld(), af));
    await verliesBerichten(wereld());
    await verandertNiets(wereld(), () => partner.klikt("Lees de vraag", { in: "prive" }));
    expect(partner.ziet()).toContain(al_verder);
    expect(partner.knoppen("prive")).not.toContain("Lees de vraag");
    expect(partner.priveBerichten().join("\n")).toContain("De vraag is niet meer nodig.");
  });

  it("of the meldpunt, after the analist passed the signaal on", async () => {
    const { analist, code } = await inVerrijking(wereld());
    await kliktOpKaart(wereld(), analist, "meldpunt", "Leg verrijking vast");
    await wereld().zonderVerzenden(() => analist.vult({ Adres: "ja", "Is het signaal versterkt?": "Ja" }));
    await heeftStatus(wereld(), code, "bij_aandachtsfunctionaris");
    await verliesBerichten(wereld());
    await verandertNiets(wereld(), () => kliktOpKaart(wereld(), analist, "meldpunt", "Leg verrijking vast"));
    expect(await leest(analist)).toContain(al_verder);
    expect(analist.knoppen("kanaal", wereld().plek(analist, "meldpunt").kanaal)).not.toContain("Leg verrijking vast");
  });
});
