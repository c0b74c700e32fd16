/** The only source of "now". */
export interface Clock {
  now(): Date;
}
