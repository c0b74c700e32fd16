import type { Platform } from "../../domain/persoon/persoon.js";

/** Milliseconds between two messages in one conversation. */
export type Spacing = Readonly<Record<Platform, number>>;

/** Slack allows 1 per second in a conversation; Teams 7 in one second and 8 in two. */
export const defaultSpacing: Spacing = { slack: 1_000, teams: 250 };

/** Teams allows 30 per second to one tenant; answers to who acts come on top of what is sent here. */
export const tenantSpacingMs = 40;
export const tenantKey = (tenant: string): string => `tenant:teams:${tenant}`;
