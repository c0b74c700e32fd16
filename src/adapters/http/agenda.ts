import type { Express } from "express";
import { rateLimit } from "express-rate-limit";
import ical, { ICalCalendarMethod } from "ical-generator";
import type { Taal } from "../../domain/persoon/persoon.js";
import { say } from "../../messages/messages.js";
import type { AgendaInhoud } from "../../use-cases/agenda-feed.js";

/** A calendar asks a few times an hour; more from one address is somebody who guesses. */
const limit = { windowMs: 60_000, limit: 60, standardHeaders: "draft-8", legacyHeaders: false } as const;
const vernieuwSeconden = 3_600;

/** The calendar of a tafel for one person: which tafel, when and where, and nothing about people. */
const calendar = ({ tafel, overleggen }: AgendaInhoud, taal: Taal): string => {
  const name = say(taal, "agenda.overleg", { tafel: tafel.naam });
  const agenda = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: { company: "Ketentafel", product: "agenda" }, ttl: vernieuwSeconden });
  for (const { id, version, begin, eind, plaats, link } of overleggen)
    agenda.createEvent({
      id: `${id}@ketentafel`,
      sequence: version,
      stamp: begin,
      start: begin,
      end: eind,
      summary: name,
      ...(plaats === undefined && link === undefined ? {} : { location: plaats ?? link ?? "" }),
      ...(link === undefined ? {} : { url: link }),
    });
  return agenda.toString();
};

export type AgendaParts = { readonly read: (token: string) => Promise<AgendaInhoud | undefined>; readonly taal: Taal; readonly limit?: number };

/** `GET /agenda/<token>.ics`. What is not known, was stopped or is not a token looks the same: there is nothing here. */
export const agendaDoor = (app: Express, { read, taal, limit: most }: AgendaParts): void => {
  app.get("/agenda/:file", rateLimit({ ...limit, ...(most === undefined ? {} : { limit: most }) }), async (request, response) => {
    const token = /^([\w-]{16,64})\.ics$/.exec(String(request.params["file"]))?.[1];
    const inhoud = token === undefined ? undefined : await read(token);
    if (inhoud === undefined) {
      response.status(404).json({ error: "not_found" });
      return;
    }
    response.set("cache-control", "private, no-store").set("x-robots-tag", "noindex").type("text/calendar; charset=utf-8").send(calendar(inhoud, taal));
  });
};
