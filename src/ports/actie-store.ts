import type { Actiepunt, ActiepuntId } from "../domain/actiepunt/actiepunt.js";
import type { ActiepuntStatus } from "../domain/actiepunt/actiepunt.status.js";
import type { CasusId } from "../domain/casus/casus.js";
import type { ActiepuntCode } from "../domain/code.js";
import type { OverlegId } from "../domain/overleg/overleg.js";
import type { PersoonId } from "../domain/persoon/persoon.js";
import type { TafelId } from "../domain/regio/regio.js";
import type { Dag } from "../domain/tijd/dag.js";

/** Which actiepunten: all conditions hold. @property voor with a termijn before this day. */
export type ActieZoek = {
  readonly statussen: readonly ActiepuntStatus[];
  readonly van?: readonly PersoonId[];
  readonly overdrachtAan?: readonly PersoonId[];
  readonly tafels?: readonly TafelId[];
  readonly casusId?: CasusId;
  readonly overlegId?: OverlegId;
  /** Not of a casus from which one of these people is kept out. */
  readonly binnen?: readonly PersoonId[];
  readonly tijdGevraagd?: true;
  readonly overdrachtGevraagd?: true;
  readonly voor?: Dag;
  /** One of these. */
  readonly of?: readonly Omit<ActieZoek, "statussen" | "of">[];
};

export interface ActieStore {
  findActiepunt(code: ActiepuntCode): Promise<Actiepunt | undefined>;
  readActiepunt(id: ActiepuntId): Promise<Actiepunt>;
  /** The first termijn first. */
  actiepunten(zoek: ActieZoek, limit: number, vanaf?: number): Promise<readonly Actiepunt[]>;
  telActiepunten(zoek: ActieZoek): Promise<number>;
  /** Active people whose deputy he is, also those without a role. */
  wieVervangt(persoonId: PersoonId): Promise<readonly PersoonId[]>;
  /** Those of them whom a private message reaches. */
  bereikbaar(ids: readonly PersoonId[]): Promise<readonly PersoonId[]>;
}
