import type { Casus } from "../domain/casus/casus.js";
import { geldig, organisatiesIn } from "../domain/delen/convenant.js";
import type { CasusKring } from "../domain/delen/lezen.js";
import { zoalsNu } from "../domain/overleg/agendapunt.js";
import type { TafelId } from "../domain/regio/regio.js";
import { dagVan } from "../domain/tijd/tijd.js";
import type { Ports } from "../ports/ports.js";
import { vragenOpPlek } from "./work.js";

const gevraagdenVan = async (ports: Ports, casus: Casus): Promise<CasusKring["gevraagden"]> => {
  const signalen = await ports.store.signalenVanCasus(casus.id);
  const vragen = (await Promise.all(signalen.map(({ id }) => ports.store.vragenVan(id))))
    .flat()
    .filter(({ soort, status }) => soort === "afstemming" && (status === "open" || status === "beantwoord"));
  const opPlek = await vragenOpPlek(ports, vragen);
  return vragen.filter(({ id }) => opPlek.includes(id)).map(({ aanId }) => aanId);
};

const genodigdenVan = async ({ store }: Ports, casus: Casus): Promise<CasusKring["genodigden"]> => {
  const punten = await store.agendapuntenVanCasus(casus.id);
  const personen = await store.readPersonen([...new Set(punten.flatMap(({ inhoud }) => inhoud.genodigden.map(({ persoonId }) => persoonId)))]);
  return punten
    .flatMap((punt) => zoalsNu(punt, personen, casus).inhoud.genodigden)
    .filter(({ elders }) => elders !== true)
    .map(({ persoonId }) => persoonId);
};

/** Everybody who has a place in the casus, as it is at this tafel now. */
export const readKring = async (ports: Ports, casus: Casus, tafelId: TafelId): Promise<CasusKring> => {
  const [regio, gevraagden, genodigden] = await Promise.all([ports.store.readRegio(), gevraagdenVan(ports, casus), genodigdenVan(ports, casus)]);
  const tafel = regio.tafels.find(({ id }) => id === tafelId);
  const convenanten = geldig(regio.convenanten, dagVan(ports.clock.now()));
  return { casus, genodigden, gevraagden, partijen: organisatiesIn(convenanten.find(({ id }) => id === tafel?.convenantId)), convenanten };
};
