import type { ActiepuntCode, CasusCode, SignaalCode } from "../domain/code.js";

/** The only source of chance. */
export interface Ids {
  /** A fresh random id, to be branded by the caller. */
  id(): string;
  /** Marks one shown form, so that a second delivery or click of it is recognised. */
  nonce(): string;
  /** Names one act in audit trail, Logboek and log: a trace id of W3C Trace Context, 32 hexadecimal characters. */
  trace(): string;
  signaalCode(): SignaalCode;
  casusCode(): CasusCode;
  actiepuntCode(): ActiepuntCode;
}
