import type { nlStart } from "../nl/start.js";

/** What the operator reads at the start: wrong configuration and the local try-out. */
export const enStart = {
  "start.fout.PORT": "PORT is wrong: choose a number from 0 to 65535, for example 3978.",
  "start.fout.HOST": "HOST is wrong: give one address without a port, for example 127.0.0.1.",
  "start.fout.METRICS_PORT": "METRICS_PORT is wrong: choose a number from 0 to 65535, for example 9464.",
  "start.fout.METRICS_HOST": "METRICS_HOST is wrong: give one address without a port, for example 127.0.0.1.",
  "start.fout.TAAL": "TAAL is wrong: choose nl or en.",
  "start.fout.LOG_LEVEL": "LOG_LEVEL is wrong: choose fatal, error, warn, info, debug, trace or silent.",
  "start.fout.DATABASE_URL": "DATABASE_URL is wrong: give an address that starts with postgresql://.",
  "start.fout.PUBLIC_URL": "PUBLIC_URL is wrong: give the outside address, starting with https://.",
  "start.fout.SLACK_BOT_TOKEN": "SLACK_BOT_TOKEN is wrong: it starts with xoxb- and stands under OAuth & Permissions of your Slack app.",
  "start.fout.slackRechten":
    "The Slack app lacks rights: {rechten}. Copy manifest/slack/manifest.json to App Manifest, install the app again and put the new token in SLACK_BOT_TOKEN.",
  "start.fout.SLACK_SIGNING_SECRET": "SLACK_SIGNING_SECRET is wrong: copy it from Basic Information of your Slack app.",
  "start.fout.SLACK_APP_TOKEN": "SLACK_APP_TOKEN is wrong: it starts with xapp- and stands under App-Level Tokens of your Slack app.",
  "start.fout.SLACK_TEAM_ID": "SLACK_TEAM_ID is wrong: give the id of one workspace, starting with a T.",
  "start.fout.SLACK_API_URL": "SLACK_API_URL is wrong: give an address that starts with https://, or an address on this computer.",
  "start.fout.TEAMS_APP_ID": "TEAMS_APP_ID is wrong: give the application id of your bot, 36 characters with dashes.",
  "start.fout.TEAMS_APP_PASSWORD": "TEAMS_APP_PASSWORD is wrong: copy the client secret of your bot.",
  "start.fout.TEAMS_TENANT_ID": "TEAMS_TENANT_ID is wrong: give the tenant ids with commas between, each 36 characters with dashes.",
  "start.fout.TEAMS_SERVICE_HOSTS": "TEAMS_SERVICE_HOSTS is wrong: give names of servers with commas between, without https://.",
  "start.fout.TEAMS_OPENID_METADATA_URL": "TEAMS_OPENID_METADATA_URL is wrong: give an address that starts with https://, or an address on this computer.",
  "start.fout.SLEUTELS": "{naam} is wrong: give each key as name:value, newest first, each name and value once; npm run sleutels -- nieuw makes one.",
  "start.fout.sleutelsOntbreken":
    "SLEUTELS is missing: nothing is kept without a key. Make one with npm run sleutels -- nieuw and put it in SLEUTELS, or in a file with SLEUTELS_FILE.",
  "start.fout.sleutelOntbreekt": "{bron} lacks key {sleutel}, with which this data is sealed: add it. Nothing was changed.",
  "start.fout.sleutelAnders": "{bron} is wrong: key {sleutel} is another one than sealed this data. Put the right one back; nothing was changed.",
  "start.fout.lokaleSleutel": "The file {bestand} holds no key any more: put it back, or choose another DATA_DIR.",
  "start.fout.SLEUTELS_FILE": "SLEUTELS_FILE is wrong: the file {bestand} cannot be read; let the bot read it or choose another file.",
  "start.fout.OTEL_EXPORTER_OTLP_ENDPOINT": "OTEL_EXPORTER_OTLP_ENDPOINT is wrong: give an address that starts with http:// or https://.",
  "start.fout.half": "{ontbreekt} is missing: add it, or remove {aanwezig}.",
  "start.fout.tweeSleutels": "SLEUTELS and SLEUTELS_FILE are both set: keep one.",
  "start.fout.probeerHost":
    "HOST is {host}, but there are no Slack or Teams credentials: without a check of users the bot runs on 127.0.0.1 only, so remove HOST or add the credentials.",
  "start.fout.probeerDatabase":
    "DATABASE_URL is set, but there are no Slack or Teams credentials: add those, or remove DATABASE_URL to try the bot locally with fictional data.",
  "start.fout.schijfVol":
    "The disk of {map} is full, or the bot may not write there. The bot has stopped. Everything that was confirmed is still there. Make room and start the bot again.",
  "start.fout.mapBeschadigd":
    "The data in {map} is damaged or cannot be read. The bot did not start. Keep this folder, and put a backup back into a new DATA_DIR with npm run restore.",
  "start.fout.poortBezet": "Port {poort} is in use: stop the other program or choose another {naam}.",
  "start.fout.mapBezet": "The data in {map} are in use by another bot: stop that one, or choose another DATA_DIR.",
  "start.fout.mislukt": "The bot could not start: {reden}",
  "start.fout.bewaartermijn": "Under bewaartermijnen the region file misses {categorieen}: fill in the term with its source and run npm run regio -- <file>.",
  "start.fout.regioOntbreekt": "There is no region yet: first run npm run regio -- <file>.",

  "probeer.titel": "Ketentafel runs as a try-out, with fictional people and data of {regio}.",
  "probeer.persoon": "  {adres}   {naam}, {rol}",
  "probeer.stap1": "1. Open the address of {melder}, type 'signaal' in Personal Chat and submit a signal.",
  "probeer.stap2": "2. Open the address of {analist}: the signal is in the channel {kanaal}. Choose 'Ik pak dit op'.",
  "probeer.stap3": "3. Type 'hulp' when you do not know what to do. To stop: Ctrl+C.",
  "probeer.alleenHier":
    "The addresses work on this computer only and nobody logs in: use fictional data only. A page shows only what comes in while it is open.",
  "probeer.sleutel": "What people write is encrypted in {map}. The key is in {bestand}, for you alone to read.",
  "probeer.geenPlayground": "The local chat was not found: run npm ci, or add the Slack or Teams credentials.",
  "probeer.nietGestart": "The local chat of {naam} did not start: {reden}",
  "kanaal.probeer.meldpunt": "Meldpunt {gemeente}",
  "kanaal.probeer.aandachtsfunctionaris": "Aandachtsfunctionaris {gemeente}",
  "kanaal.probeer.overig": "Other {gemeente}",
  "rol.probeer.melder": "reporter",
  "rol.probeer.analist": "analyst of the reporting desk",
  "rol.probeer.aandachtsfunctionaris": "focal officer of {gemeente}",
  "rol.probeer.zorgcoordinator": "care coordinator",
  "rol.probeer.regiehouder": "case director of the Zorg- en Veiligheidshuis",
  "rol.probeer.partner": "partner at the police",
  "rol.probeer.ketenregisseur": "regional chain director",
} as const satisfies Record<keyof typeof nlStart, string>;
