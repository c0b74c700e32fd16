import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Door, Metrics } from "./metrics.js";

/** Overwritten on every request, so that nothing from outside comes into the log by it. */
export const requestIdHeader = "x-request-id";

const doorOf = (path: string): Door => {
  if (path.startsWith("/slack/")) return "slack";
  if (path.startsWith("/api/messages")) return "teams";
  if (path.startsWith("/agenda/")) return "agenda";
  return path.startsWith("/document/") ? "document" : "anders";
};

/** Gives a request an id of its own, tells it to who asked, and measures the answer. A path is never kept: a link holds its key. */
export const watchRequests =
  (metrics: Pick<Metrics, "request">): RequestHandler =>
  (request, response, next) => {
    const id = randomUUID();
    const began = performance.now();
    const door = doorOf(request.path);
    request.headers[requestIdHeader] = id;
    response.setHeader(requestIdHeader, id);
    response.once("close", () => {
      const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : "aborted";
      metrics.request(door, status, performance.now() - began);
    });
    next();
  };
