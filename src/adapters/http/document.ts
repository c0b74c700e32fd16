import type { Express, Request, RequestHandler, Response } from "express";
import { rateLimit } from "express-rate-limit";
import type { Bestand } from "../../domain/document.js";
import type { Taal } from "../../domain/persoon/persoon.js";
import { say } from "../../messages/messages.js";

/** Somebody opens a link a few times; more from one address, also of a proxy before us, is somebody who guesses. */
const limit = { windowMs: 60_000, limit: 60, standardHeaders: "draft-8", legacyHeaders: false } as const;
/** No script, nothing from elsewhere, and in no frame. */
const csp = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const style = "body{font:1.1rem/1.5 Arial,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.7rem 1.2rem}";

export type DocumentParts = {
  /** What stands behind a token, once; `undefined` whatever is wrong with it. */
  readonly fetchDocument: (token: string) => Promise<Bestand | undefined>;
  readonly taal: Taal;
  readonly limit?: number;
};

/** Words of ours only: nothing of the request comes back. */
const page = (taal: Taal, tekst: string, button = ""): string =>
  `<!doctype html><html lang="${taal}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ketentafel</title><style>${style}</style></head><body><h1>Ketentafel</h1><p>${tekst}</p>${button}</body></html>`;

const privately = (response: Response): Response =>
  response.set({ "cache-control": "no-store", "x-robots-tag": "noindex, nofollow", "content-security-policy": csp });
const gone = (response: Response, taal: Taal, status: 404 | 429): void => {
  const tekst = say(taal, status === 429 ? "document.te_vaak" : "document.weg");
  privately(response).status(status).type("html").send(page(taal, tekst));
};

/** The same page for every token, real or not: a program that looks at links learns nothing and uses nothing up. */
const ask =
  (taal: Taal): RequestHandler =>
  (_request, response) => {
    const button = `<form method="post"><button type="submit">${say(taal, "document.knop")}</button></form>`;
    privately(response)
      .type("html")
      .send(page(taal, say(taal, "document.uitleg"), button));
  };

const give =
  ({ fetchDocument, taal }: DocumentParts) =>
  async (request: Request, response: Response): Promise<void> => {
    const token = /^[\w-]{16,64}$/.exec(String(request.params["token"]))?.[0];
    const bestand = token === undefined ? undefined : await fetchDocument(token);
    if (bestand === undefined) return gone(response, taal, 404);
    privately(response).attachment(bestand.naam).type(bestand.mime).send(Buffer.from(bestand.inhoud));
  };

/** `/document/<token>`: looking shows a page with one button, pressing it gives the file, once. */
export const documentDoor = (app: Express, parts: DocumentParts): void => {
  const most = parts.limit === undefined ? {} : { limit: parts.limit };
  const guard = rateLimit({ ...limit, ...most, handler: (_request, response) => gone(response, parts.taal, 429) });
  app.route("/document/:token").all(guard).get(ask(parts.taal)).post(give(parts));
};
