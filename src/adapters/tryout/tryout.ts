import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Taal } from "../../domain/persoon/persoon.js";
import { say, sayAny } from "../../messages/messages.js";
import type { Address, Sender } from "../../ports/chat.js";
import type { RegioImport } from "../../ports/regio-import.js";
import { channelOf, people, playgroundConfig, readPersoon, type TryOutPerson } from "./people.js";
import { findPlayground, type Playground, startPlayground } from "./playground.js";

export type TryOutParts = {
  readonly regio: RegioImport;
  readonly dataDir: string;
  readonly taal: Taal;
  readonly print: (line: string) => void;
  /** Where the key of the try-out is; absent when it was given. */
  readonly sleutelbestand?: string;
  /** The first person's port; the others follow. */
  readonly firstPort?: number;
};
export type TryOut = {
  /** Starts a local chat per person and prints where they are and what to do. */
  start(botUrl: string): Promise<void>;
  stop(): void;
  /** Is the page of this conversation open? Else what is sent there is lost. */
  isOpen(address: Address): boolean;
  /** A sender that posts anew what an earlier opening of the page has lost. */
  guard(sender: Sender): Sender;
};

/** The local try-out: fictional people, each at a Teams client of his own on this computer. */
export const tryOut = (parts: TryOutParts): TryOut => {
  const playgrounds: Playground[] = [];
  const serving = ({ serviceUrl }: Address): Playground | undefined =>
    playgrounds.find(({ port }) => serviceUrl !== undefined && new URL(serviceUrl).port === String(port));
  const isOpen = (address: Address): boolean => serving(address)?.isOpen() ?? false;
  let stopped = false;

  const startOne = async (cli: string, folder: string, botUrl: string, person: TryOutPerson, index: number): Promise<string | undefined> => {
    const persoon = readPersoon(parts.regio, person.id);
    const config = playgroundConfig(persoon, channelName(parts, person), parts.regio.regio.naam);
    const options = { id: person.id, folder, config, port: (parts.firstPort ?? 56150) + index, botUrl };
    try {
      const playground = await startPlayground(cli, options, (opened) => {
        // The client installs the bot in the personal chat by itself when its page opens; never in a channel.
        if (person.channel) opened.install(channelOf(person.id)).catch(() => undefined);
      });
      if (stopped) playground.stop();
      playgrounds.push(playground);
      return say(parts.taal, "probeer.persoon", {
        adres: `http://localhost:${playground.port}`,
        naam: persoon.naam,
        rol: sayAny(parts.taal, person.rol, { gemeente: gemeenteNaam(parts, person) }),
      });
    } catch (error) {
      return say(parts.taal, "probeer.nietGestart", { naam: persoon.naam, reden: error instanceof Error ? error.message : "?" });
    }
  };

  return {
    start: async (botUrl) => {
      const cli = findPlayground();
      if (!cli) return parts.print(say(parts.taal, "probeer.geenPlayground"));
      const folder = resolve(join(parts.dataDir, "tryout"));
      mkdirSync(folder, { recursive: true });
      const lines = await Promise.all(people.map((person, index) => startOne(cli, folder, botUrl, person, index)));
      if (!stopped) parts.print([...introduction(parts), ...lines.filter((line) => line !== undefined), "", ...steps(parts)].join("\n"));
    },
    stop: () => {
      stopped = true;
      for (const playground of playgrounds) playground.stop();
    },
    isOpen,
    guard: (sender) => guarded(sender, serving),
  };
};

const introduction = ({ taal, regio }: TryOutParts): readonly string[] => ["", say(taal, "probeer.titel", { regio: regio.regio.naam }), ""];

const steps = (parts: TryOutParts): readonly string[] => {
  const naam = (id: string): string => readPersoon(parts.regio, id).naam;
  const analist = people.find((person) => person.rol === "rol.probeer.analist");
  return [
    say(parts.taal, "probeer.stap1", { melder: naam("P15") }),
    say(parts.taal, "probeer.stap2", { analist: naam("P05"), kanaal: analist ? channelName(parts, analist) : "" }),
    say(parts.taal, "probeer.stap3"),
    "",
    say(parts.taal, "probeer.alleenHier"),
    ...(parts.sleutelbestand ? [say(parts.taal, "probeer.sleutel", { map: parts.dataDir, bestand: parts.sleutelbestand })] : []),
    "",
  ];
};

const gemeenteNaam = ({ regio }: TryOutParts, person: TryOutPerson): string => {
  const rol = readPersoon(regio, person.id).rollen.find((r) => r.gemeenteId !== undefined);
  return (regio.regio.gemeenten.find((g) => g.id === rol?.gemeenteId) ?? regio.regio.gemeenten[0])?.naam ?? "";
};

const channelName = (parts: TryOutParts, person: TryOutPerson): string =>
  say(parts.taal, `kanaal.probeer.${person.channel ?? "overig"}`, { gemeente: gemeenteNaam(parts, person) });

/** An update of a message that the page does not show any more counts as deleted, so that it is posted anew. */
const guarded = (sender: Sender, serving: (address: Address) => Playground | undefined): Sender => {
  const shown = new Map<string, number>();
  const keyOf = (to: Address, messageId: string): string => `${to.serviceUrl} ${to.conversationId} ${messageId}`;
  return {
    send: async (to, card, messageId) => {
      const playground = serving(to);
      if (!playground?.isOpen()) return { ok: false, gone: messageId !== undefined, reason: "page_closed", retryAfterMs: 5_000 };
      const session = playground.session();
      if (messageId !== undefined && shown.get(keyOf(to, messageId)) !== session) return { ok: false, gone: true, reason: "page_reopened" };
      const result = await sender.send(to, card, messageId);
      if (result.ok) shown.set(keyOf(to, result.messageId), session);
      return result;
    },
  };
};
