import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { signaalTransitions } from "../../src/domain/signaal/signaal.status.js";
import { activiteiten, activiteitUri, verwerkingVan } from "../../src/domain/verwerking/verwerkingen.js";
import { root } from "../support/source.js";

const tekst = z.string().trim().min(1);
const register = z
  .strictObject({
    toelichting: tekst,
    activiteiten: z.array(
      z.strictObject({
        id: tekst,
        naam: tekst,
        doel: tekst,
        grondslag: z.strictObject({ tekst, bevestigd: z.boolean() }),
        betrokkenen: z.array(tekst).min(1),
        gegevens: z.array(tekst).min(1),
        bijzonder: z.boolean(),
        ontvangers: z.array(tekst),
        bewaartermijn: z.strictObject({ tekst, bevestigd: z.boolean() }),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(root, "docs/veiligheid/verwerkingsregister.json"), "utf8")));

describe("verwerkingsregister", () => {
  it("has every activity of the code, in its version, and no other", () => {
    expect(register.activiteiten.map(({ id }) => id).sort()).toEqual(activiteiten.map(({ id }) => activiteitUri(id)).sort());
  });

  it("is reached in every activity by something on record", () => {
    const gedaan = [...signaalTransitions.map(({ name }) => name), "aanvullen", "aanhouden", "herinnering_1", "vraag_afstemming"];
    const acts = [
      ...gedaan.map((actie) => ({ actie, object: "SG-7K3QD-9", resultaat: "gedaan" })),
      { actie: "regie_aanvaarden", object: "C-4MZTA-2", resultaat: "gedaan" },
      { actie: "actie.gereedmelden", object: "A-G9JV4-Q", resultaat: "gedaan" },
      { actie: "signaal.bekijken", object: "SG-7K3QD-9", resultaat: "gezien" },
      { actie: "export.gehaald", object: "SG-7K3QD-9", resultaat: "gezien" },
    ];
    expect([...new Set(acts.map((act) => verwerkingVan(act)?.activiteit))].sort()).toEqual(activiteiten.map(({ id }) => id).sort());
  });

  it("counts a refusal as no processing", () => {
    expect(verwerkingVan({ actie: "signaal.bekijken", object: "SG-7K3QD-9", resultaat: "geweigerd" })).toBeUndefined();
  });
});
