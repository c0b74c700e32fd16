import type { Platform } from "../domain/persoon/persoon.js";

/** Messages that wait. @property reden why: their turn, another try, nobody there has written to the bot yet, or the conversation takes nothing. */
export type Wachtrij = {
  readonly platform: Platform | "onbekend";
  readonly reden: "beurt" | "opnieuw" | "adres" | "dicht";
  readonly aantal: number;
  readonly oudsteMs: number;
};

/** How the work that waits in the database stands; counts and ages only. */
export type Stand = {
  readonly uitgaand: readonly Wachtrij[];
  /** Moments whose time has come and that are not done. */
  readonly momenten: { readonly aantal: number; readonly oudsteMs: number };
  /** Lines of the audit trail that wait for their number. @property laat longer than a minute. */
  readonly audit: { readonly laat: number; readonly oudsteMs: number };
};

/** Connections to the database. @property wachtend requests that wait for one. */
export type Verbindingen = { readonly bezig: number; readonly vrij: number; readonly wachtend: number };
