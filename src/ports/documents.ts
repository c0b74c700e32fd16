import type { Bestand, DocumentTekst, DocumentVorm } from "../domain/document.js";

/** Makes a file of a text. */
export interface Documents {
  make(tekst: DocumentTekst, vorm: DocumentVorm): Promise<Bestand>;
}
