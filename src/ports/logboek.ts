/** Where the Logboek Dataverwerkingen goes. */
export type LogboekDoel = "bestand" | "collector";

/** A sealed line of the audit trail without who did it. @property signalen ids of the signalen that it is about. */
export type LogboekBronRegel = {
  readonly nr: string;
  readonly hash: string;
  readonly op: Date;
  readonly begonOp?: Date;
  readonly traceId?: string;
  readonly actie: string;
  readonly object: string;
  readonly resultaat: string;
  readonly signalen: readonly string[];
};

/** The audit trail as the source of the Logboek: each target has read up to a number, and nothing is passed over. */
export interface LogboekBron {
  /** The lines after those that are done, for this instance alone until the lease runs out; none while another instance has them. */
  claim(doel: LogboekDoel, leaseMs: number, limit: number): Promise<readonly LogboekBronRegel[]>;
  /** The target confirmed everything up to this number. */
  done(doel: LogboekDoel, nr: string): Promise<void>;
  /** The secret under which persons concerned are pseudonymous. */
  zout(): Promise<Uint8Array>;
  /** How many sealed lines the slowest target has not read. */
  behind(): Promise<number>;
}
