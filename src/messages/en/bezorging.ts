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
  "publiek.gedeeld": "The channel is shared with another organisation.",
  "bericht.publiek_gedeeld.titel": "The channel is shared",
  "bericht.publiek_gedeeld.tekst":
    "This channel is shared with another organisation. The bot posts nothing here any more and takes its cards away. Stop sharing, or link another channel. Then everything comes back by itself.",
  "publiek.openbaar": "The channel is public.",
  "bericht.publiek_openbaar.titel": "The channel is public",
  "bericht.publiek_openbaar.tekst":
    "Everybody in your organisation can read this channel. The bot posts nothing here any more and takes its cards away. Make the channel private. Then everything comes back by itself.",
  "publiek.onbekend": "Unknown readers in the channel: {aantal}.",
  "bericht.publiek_onbekend.titel": "Somebody reads along in the channel",
  "bericht.publiek_onbekend.tekst":
    "Somebody whom the bot does not know can read along in this channel, such as a guest or another app. Number: {aantal}. The bot posts nothing here any more and takes its cards away. Take that person or app out of the channel. Is it right as it is? Then ask your ketenregisseur to put that person in the region file. Then everything comes back by itself.",
  "publiek.buiten_tafel": "Readers who do not belong to the tafel: {aantal}.",
  "bericht.publiek_buiten_tafel.titel": "Somebody reads along in the channel",
  "bericht.publiek_buiten_tafel.tekst":
    "Somebody who does not belong to the tafel can read along in this channel. Number: {aantal}. The bot posts nothing here any more and takes its cards away. Take that person out of the channel, or make that person a participant of the tafel. Then everything comes back by itself.",
  "publiek.buiten_gemeente": "Readers who do not work here: {aantal}.",
  "bericht.publiek_buiten_gemeente.titel": "Somebody reads along in the channel",
  "bericht.publiek_buiten_gemeente.tekst":
    "Somebody who does not belong to the gemeente and has no task in it can read along in this channel. Number: {aantal}. The bot posts nothing here any more and takes its cards away. Take that person out of the channel. Then everything comes back by itself.",
};
