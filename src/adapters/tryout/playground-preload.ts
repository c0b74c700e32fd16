import { Server as HttpServer, type IncomingMessage } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

/**
 * Loaded into the process of a local Teams client, before its own code. That client listens on every interface, outlives
 * whoever started it, and forgets what was posted while no page was open; so here it is kept to this computer, ends with
 * the bot (also after kill -9), and tells how many pages are open.
 */
const listen = NetServer.prototype.listen as (...args: unknown[]) => NetServer;
NetServer.prototype.listen = function (this: NetServer, ...args: unknown[]) {
  return listen.apply(this, typeof args[0] === "number" && typeof args[1] !== "string" ? [args[0], "127.0.0.1", ...args.slice(1)] : args);
} as typeof NetServer.prototype.listen;

let pages = 0;
const tell = (change: 1 | -1): void => {
  pages += change;
  process.send?.({ pages });
};
const emit = HttpServer.prototype.emit as (event: string, ...args: unknown[]) => boolean;
HttpServer.prototype.emit = function (this: HttpServer, event: string, ...args: unknown[]): boolean {
  if (event === "upgrade") {
    const [, socket] = args as [IncomingMessage, Socket];
    tell(1);
    socket.once("close", () => tell(-1));
  }
  return emit.call(this, event, ...args);
};

process.once("disconnect", () => process.exit(0));
