import type { nlBezorging } from "../nl/bezorging.js";

export const enBezorging: Readonly<Record<keyof typeof nlBezorging, string>> = {
  "knop.bezorging.tonen": "Not delivered",
  "knop.bezorging.opnieuw": "Send again",
  "status.bezorging": "messages that do not arrive",
  "bezorging.kop": "Not delivered",
  "bezorging.dicht": "Nothing arrives here now ({aantal})",
  "bezorging.gestopt": "The bot no longer tries these ({aantal})",
  "bezorging.kanaal": "Channel of {van}",
  "bezorging.kanaal_los": "Channel that is no longer linked",
  "bezorging.prive": "Private messages of a participant",
  "bezorging.bericht": "Message",
  "bezorging.wachten": "Waiting: {aantal}. The bot tries again: {moment}.",
  "bezorging.leeg": "All messages arrive.",
  "bezorging.opnieuw.klaar": "The bot is sending these messages again now.",
  "bericht.bezorging_kanaal.titel": "Messages do not arrive",
  "bericht.bezorging_kanaal.tekst":
    "The bot cannot post in this channel. Restore the channel from the archive, or invite the bot again. The messages that wait will then come by themselves.",
  "bericht.bezorging_persoon.titel": "Messages do not arrive",
  "bericht.bezorging_persoon.tekst":
    "This colleague cannot get private messages of the bot. Ask this colleague to allow the bot again. Is the colleague not coming back? Then take over what waits.",
};
