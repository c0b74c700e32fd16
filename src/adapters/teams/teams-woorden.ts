import type { Taal } from "../../domain/persoon/persoon.js";

const woorden = {
  nl: {
    prive_gestuurd: "Ik heb u een privébericht gestuurd.",
    prive_kan_niet: "Ik kan u nog geen privébericht sturen. Open eerst zelf een chat met Ketentafel.",
    gedaan: "Gedaan.",
    knop_oud: "Deze knop werkt niet meer. Typ: hulp.",
    niet_hier: "Dit kan ik hier niet laten zien. Open het met de knop in een bericht van Ketentafel.",
  },
  en: {
    prive_gestuurd: "I have sent you a private message.",
    prive_kan_niet: "I cannot send you a private message yet. First open a chat with Ketentafel yourself.",
    gedaan: "Done.",
    knop_oud: "This button no longer works. Type: hulp.",
    niet_hier: "I cannot show this here. Open it with the button in a message from Ketentafel.",
  },
} as const satisfies Record<Taal, Record<string, string>>;

/** The few sentences that only exist because of how Teams works; they name no signaal and no person. */
export const zeg = (taal: Taal, woord: keyof (typeof woorden)["nl"]): string => woorden[taal][woord];
