import { join } from "node:path";
import { maakKaart, readVoorbeelden } from "../../scripts/kaarten-voorbeelden.mjs";
import { toHomeView, toMessageBlocks, toModalView } from "../../src/adapters/slack/block-kit.js";
import { renderCard } from "../../src/adapters/teams/teams-card.js";
import { opens } from "../../src/app.js";
import * as cards from "../../src/cards/cards.js";
import type { Card } from "../../src/domain/card.js";
import { root } from "../support/source.js";
import type { Figure } from "./figure.js";
import { median, ms, percentile, timed } from "./measure.js";

const GOAL_MS = 0.3;
const teams = { tenantIds: [], tryOut: false, host: "127.0.0.1", dialogs: true, taal: "nl" as const, opens };

const toSlack = (card: Card): unknown => {
  if (card.template === "home" && !card.vertrouwelijk) return toHomeView(card);
  const isForm = JSON.stringify(card.body).includes("/verstuur");
  return card.vertrouwelijk || isForm ? toModalView(card, { sluit: "Sluiten" }) : toMessageBlocks(card);
};
const toTeams = (card: Card): unknown => renderCard(card, card.vertrouwelijk ? "venster" : "bericht", teams);

export const cardNames = ["kaarten_teams", "kaarten_slack"] as const;

/** Every sample card from its data to what the chat gets, many times over in turn [issue 5, 7]. */
export const measureCards = async (rounds: number): Promise<readonly Figure[]> => {
  const samples = readVoorbeelden(join(root, "adaptive-cards"));
  const times: Record<(typeof cardNames)[number], number[]> = { kaarten_teams: [], kaarten_slack: [] };
  for (let round = -3; round < rounds; round += 1) {
    for (const sample of samples) {
      const forTeams = await timed(() => toTeams(maakKaart(cards, sample, "nl")));
      const forSlack = await timed(() => toSlack(maakKaart(cards, sample, "nl")));
      if (round < 0) continue;
      times.kaarten_teams.push(forTeams);
      times.kaarten_slack.push(forSlack);
    }
  }
  return cardNames.map((name) => ({
    name,
    value: median(times[name]),
    unit: "ms",
    goal: GOAL_MS,
    better: "lower",
    raw: `p50 ${ms(median(times[name]))}, p99 ${ms(percentile(times[name], 0.99))}, ${samples.length} cards ${rounds} times`,
  }));
};
