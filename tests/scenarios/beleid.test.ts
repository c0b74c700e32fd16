import { describe, expect, it } from "vitest";
import type { Dag } from "../../src/domain/tijd/dag.js";
import { maakActieveCasus } from "../support/agenda.js";
import { beschermd, inAfstemming, opRoute, wereldVoor, zorg } from "../support/stappen.js";
import { beide, type Mens } from "../support/wereld.js";

const leest = async (mens: Mens, code: string): Promise<string> => {
  await mens.sluit();
  await mens.typt(`casus ${code}`);
  return mens.ziet();
};
const bekijkt = async (mens: Mens, code: string): Promise<string> => {
  await leest(mens, code);
  await mens.klikt("Bekijk");
  return mens.ziet();
};

describe.each(beide)("delen op $name", (chat) => {
  const nu = wereldVoor(chat);

  it("een convenant dat is afgelopen, geeft bij de volgende klik niets meer, ook niet aan wie al gevraagd was", async () => {
    const wereld = nu();
    const { partner, code, af } = await inAfstemming(wereld, beschermd);
    expect(await bekijkt(partner, code)).toContain(beschermd.Adres);
    expect(partner.ziet()).toContain("Waarom u dit mag lezen");
    const convenanten = wereld.regio.regio.convenanten.map((een) => ({ ...een, geldigTot: "2026-11-22" as Dag }));
    await wereld.store.importRegio({ ...wereld.regio, regio: { ...wereld.regio.regio, convenanten } });
    const gelezen = await bekijkt(partner, code);
    expect(gelezen).toContain("Het convenant met uw organisatie geldt niet meer.");
    for (const tekst of Object.values(beschermd)) expect(gelezen).not.toContain(tekst);
    expect(await bekijkt(af, code)).toContain(beschermd.Adres);
  });

  it("de regiehouder legt vast of het slachtoffer het goed vindt; het staat bij de zorg en in het spoor", async () => {
    const wereld = nu();
    const { casus, signaal } = await maakActieveCasus(wereld.store);
    const rg = await wereld.mens("P07");
    await rg.typt(`casus ${casus}`);
    await rg.klikt("Bekijk casus");
    await rg.klikt("Toestemming", { in: "venster" });
    await rg.vult({ "Vindt het slachtoffer goed dat u dit deelt?": "Ja, toestemming gegeven", "Leg uit": "Zij wil dat de kanarie meekijkt." });
    expect(rg.ziet()).toContain("Vastgelegd bij casus");
    expect((await wereld.store.store.stappenVan((await wereld.signaal(signaal)).id)).map(({ name }) => name)).toContain("toestemming");
    await leest(rg, casus);
    await rg.klikt("Bekijk casus");
    expect(rg.ziet()).toContain("Zij wil dat de kanarie meekijkt.");
  });

  it("een buitenstaander vindt niets", async () => {
    const { code } = await opRoute(nu(), zorg, beschermd);
    expect(await leest(await nu().mens("P14"), code)).toContain("Deze code kennen wij niet, of u mag hem niet zien.");
  });
});
