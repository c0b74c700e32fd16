import { documents } from "../../src/adapters/document/documents.js";
import type { OpenStore } from "../../src/adapters/prisma/open-store.js";
import { randomIds, systemClock } from "../../src/adapters/system.js";
import { type App, composeApp } from "../../src/app.js";
import type { Answer, Inbound } from "../../src/ports/chat.js";
import type { Ports } from "../../src/ports/ports.js";
import type { Store } from "../../src/ports/store.js";
import { slackTenant, slackUser } from "./region/fill.js";

export const benchPorts = (store: Store): Ports => ({ store, clock: systemClock, ids: randomIds, documents });

/** The app over a store, as the chats see it. A bug ends the run: a fast apology is no figure. */
export const benchApp = ({ store }: Pick<OpenStore, "store">): App =>
  composeApp({
    ports: benchPorts(store),
    taal: "nl",
    onBug: (_reference, error) => {
      throw error;
    },
    kick: () => undefined,
  });

let deliveries = 0;

const does = async ({ dispatch }: App, persoonId: string, event: Inbound["event"]): Promise<Answer> => {
  const account = { platform: "slack" as const, tenant: slackTenant, userId: slackUser(persoonId) };
  const place = { soort: event.soort === "home" ? ("home" as const) : ("channel" as const), conversationId: "C-BENCH" };
  deliveries += 1;
  return dispatch({ delivery: `bench-${process.pid}-${deliveries}`, account, place, event, canShow: true, profiel: async () => undefined });
};

const shown = (answer: Answer, what: string): void => {
  if (answer.soort !== "toon" && answer.soort !== "home") throw new Error(`${what} was answered with ${answer.soort} ${"tekst" in answer ? answer.tekst : ""}`);
};

/** What a person asks for, answered with a card. */
export const types = async (app: App, persoonId: string, woord: string, rest = ""): Promise<void> =>
  shown(await does(app, persoonId, { soort: "commando", woord, rest }), woord);
export const presses = async (app: App, persoonId: string, verb: string, data: Readonly<Record<string, string>>): Promise<void> =>
  shown(await does(app, persoonId, { soort: "actie", verb, data, velden: {} }), verb);
export const opensHome = async (app: App, persoonId: string): Promise<void> => shown(await does(app, persoonId, { soort: "home" }), "home");
