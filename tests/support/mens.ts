import type { PersoonId } from "../../src/domain/persoon/persoon.js";
import type { ChatPerson } from "./chat-person.js";

/** A person of the fictional region: what he does waits until everything that follows from it was sent. */
export type Mens = ChatPerson & { readonly id: PersoonId };

const acts = new Set(["typt", "typtInKanaal", "opent", "klikt", "vult", "opnieuw", "kiestUitMenu", "snelkoppeling"]);

/** Every act is followed by this. */
export const actsThen = (person: ChatPerson, id: PersoonId, then: () => Promise<void>): Mens =>
  new Proxy(person, {
    get: (target, name) => {
      if (name === "id") return id;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (!acts.has(String(name))) return value.bind(target);
      return async (...args: unknown[]) => {
        await (value as (...args: unknown[]) => Promise<void>).apply(target, args);
        await then();
      };
    },
  }) as Mens;
