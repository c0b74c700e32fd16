import { Router } from "express";
import { eventsPath } from "./slack-features.js";

const windowSeconds = 300;

/**
 * Stands before Bolt, which refuses only requests that are too old, and takes a content type only without its charset.
 * It reads the machine's time, as Bolt does: a signature is about the wire, not about the work.
 */
export const slackDoor = (nowSeconds: () => number = () => Date.now() / 1000): Router => {
  const router = Router();
  router.post(eventsPath, (request, response, next) => {
    const sent = Number(request.headers["x-slack-request-timestamp"]);
    if (!Number.isFinite(sent) || Math.abs(nowSeconds() - sent) > windowSeconds) {
      response.status(401).end();
      return;
    }
    const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
    if (type) request.headers["content-type"] = type;
    next();
  });
  return router;
};
