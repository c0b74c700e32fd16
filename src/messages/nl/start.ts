/** What the operator reads at the start: wrong configuration and the local try-out. */
export const nlStart = {
  "start.fout.PORT": "PORT klopt niet: kies een getal van 0 tot en met 65535, bijvoorbeeld 3978.",
  "start.fout.HOST": "HOST klopt niet: geef één adres zonder poort, bijvoorbeeld 127.0.0.1.",
  "start.fout.METRICS_PORT": "METRICS_PORT klopt niet: kies een getal van 0 tot en met 65535, bijvoorbeeld 9464.",
  "start.fout.METRICS_HOST": "METRICS_HOST klopt niet: geef één adres zonder poort, bijvoorbeeld 127.0.0.1.",
  "start.fout.TAAL": "TAAL klopt niet: kies nl of en.",
  "start.fout.LOG_LEVEL": "LOG_LEVEL klopt niet: kies fatal, error, warn, info, debug, trace of silent.",
  "start.fout.DATABASE_URL": "DATABASE_URL klopt niet: geef een adres dat begint met postgresql://.",
  "start.fout.PUBLIC_URL": "PUBLIC_URL klopt niet: geef het adres van buiten, dat begint met https://.",
  "start.fout.SLACK_BOT_TOKEN": "SLACK_BOT_TOKEN klopt niet: het begint met xoxb- en staat bij OAuth & Permissions van uw Slack-app.",
  "start.fout.slackRechten":
    "De Slack-app mist rechten: {rechten}. Neem manifest/slack/manifest.json over bij App Manifest, installeer de app opnieuw en zet het nieuwe token in SLACK_BOT_TOKEN.",
  "start.fout.SLACK_SIGNING_SECRET": "SLACK_SIGNING_SECRET klopt niet: neem de waarde over van Basic Information van uw Slack-app.",
  "start.fout.SLACK_APP_TOKEN": "SLACK_APP_TOKEN klopt niet: het begint met xapp- en staat bij App-Level Tokens van uw Slack-app.",
  "start.fout.SLACK_TEAM_ID": "SLACK_TEAM_ID klopt niet: geef de id van één workspace, die begint met een T.",
  "start.fout.SLACK_API_URL": "SLACK_API_URL klopt niet: geef een adres dat begint met https://, of een adres op deze computer.",
  "start.fout.TEAMS_APP_ID": "TEAMS_APP_ID klopt niet: geef de application id van uw bot, 36 tekens met streepjes.",
  "start.fout.TEAMS_APP_PASSWORD": "TEAMS_APP_PASSWORD klopt niet: neem het client secret van uw bot over.",
  "start.fout.TEAMS_TENANT_ID": "TEAMS_TENANT_ID klopt niet: geef de tenant-id's met komma's ertussen, elk 36 tekens met streepjes.",
  "start.fout.TEAMS_SERVICE_HOSTS": "TEAMS_SERVICE_HOSTS klopt niet: geef namen van servers met komma's ertussen, zonder https://.",
  "start.fout.TEAMS_OPENID_METADATA_URL": "TEAMS_OPENID_METADATA_URL klopt niet: geef een adres dat begint met https://, of een adres op deze computer.",
  "start.fout.SLEUTELS":
    "{naam} klopt niet: geef elke sleutel als naam:waarde, de nieuwste eerst, elke naam en waarde één keer; npm run sleutels -- nieuw maakt er een.",
  "start.fout.sleutelsOntbreken":
    "SLEUTELS ontbreekt: zonder sleutel wordt niets bewaard. Maak er een met npm run sleutels -- nieuw en zet die in SLEUTELS of in een bestand met SLEUTELS_FILE.",
  "start.fout.sleutelOntbreekt": "{bron} mist sleutel {sleutel}, waarmee deze gegevens verzegeld zijn: zet die erbij. Er is niets gewijzigd.",
  "start.fout.sleutelAnders":
    "{bron} klopt niet: sleutel {sleutel} is een andere dan die waarmee deze gegevens verzegeld zijn. Zet de juiste terug; er is niets gewijzigd.",
  "start.fout.lokaleSleutel": "Het bestand {bestand} bevat geen sleutel meer: zet het terug, of kies een andere DATA_DIR.",
  "start.fout.SLEUTELS_FILE": "SLEUTELS_FILE klopt niet: het bestand {bestand} is niet te lezen; geef de bot leesrecht of kies een ander bestand.",
  "start.fout.OTEL_EXPORTER_OTLP_ENDPOINT": "OTEL_EXPORTER_OTLP_ENDPOINT klopt niet: geef een adres dat begint met http:// of https://.",
  "start.fout.half": "{ontbreekt} ontbreekt: vul deze aan, of haal {aanwezig} weg.",
  "start.fout.tweeSleutels": "SLEUTELS en SLEUTELS_FILE staan er allebei: laat er één staan.",
  "start.fout.probeerHost":
    "HOST is {host}, maar er zijn geen gegevens van Slack of Teams: zonder controle van gebruikers draait de bot alleen op 127.0.0.1, dus haal HOST weg of vul de gegevens in.",
  "start.fout.probeerDatabase":
    "DATABASE_URL is ingesteld, maar er zijn geen gegevens van Slack of Teams: vul die in, of haal DATABASE_URL weg om lokaal te proberen met verzonnen gegevens.",
  "start.fout.schijfVol":
    "De schijf van {map} is vol, of de bot mag er niet schrijven. De bot is gestopt. Alles wat was bevestigd, staat er nog. Maak ruimte en start de bot opnieuw.",
  "start.fout.mapBeschadigd":
    "De gegevens in {map} zijn beschadigd of niet te lezen. De bot is niet gestart. Bewaar deze map, en zet een kopie terug in een nieuwe DATA_DIR met npm run restore.",
  "start.fout.poortBezet": "Poort {poort} is al in gebruik: stop het andere programma of kies een andere {naam}.",
  "start.fout.mapBezet": "De gegevens in {map} zijn in gebruik door een andere bot: stop die, of kies een andere DATA_DIR.",
  "start.fout.mislukt": "De bot kon niet starten: {reden}",
  "start.fout.bewaartermijn":
    "Bij bewaartermijnen in het regiobestand ontbreekt {categorieen}: vul de termijn met de bron in en voer npm run regio -- <bestand> uit.",
  "start.fout.regioOntbreekt": "Er is nog geen regio: voer eerst npm run regio -- <bestand> uit.",

  "probeer.titel": "Ketentafel draait om te proberen, met verzonnen mensen en gegevens van {regio}.",
  "probeer.persoon": "  {adres}   {naam}, {rol}",
  "probeer.stap1": "1. Open het adres van {melder}, typ 'signaal' in Personal Chat en verstuur een signaal.",
  "probeer.stap2": "2. Open het adres van {analist}: het signaal staat in het kanaal {kanaal}. Kies 'Ik pak dit op'.",
  "probeer.stap3": "3. Typ 'hulp' als u niet weet wat u kunt doen. Stoppen: Ctrl+C.",
  "probeer.alleenHier":
    "De adressen werken alleen op deze computer en niemand logt in: gebruik alleen verzonnen gegevens. Een pagina laat alleen zien wat binnenkomt zolang die open is.",
  "probeer.sleutel": "Wat mensen schrijven, staat versleuteld in {map}. De sleutel staat in {bestand}, alleen leesbaar voor u.",
  "probeer.geenPlayground": "De lokale chat is niet gevonden: voer npm ci uit, of vul de gegevens van Slack of Teams in.",
  "probeer.nietGestart": "De lokale chat van {naam} startte niet: {reden}",
  "kanaal.probeer.meldpunt": "Meldpunt {gemeente}",
  "kanaal.probeer.aandachtsfunctionaris": "Aandachtsfunctionaris {gemeente}",
  "kanaal.probeer.overig": "Overig {gemeente}",
  "rol.probeer.melder": "melder",
  "rol.probeer.analist": "analist van het meldpunt",
  "rol.probeer.aandachtsfunctionaris": "aandachtsfunctionaris van {gemeente}",
  "rol.probeer.zorgcoordinator": "zorgcoördinator",
  "rol.probeer.regiehouder": "regiehouder van het Zorg- en Veiligheidshuis",
  "rol.probeer.partner": "partner bij de politie",
  "rol.probeer.ketenregisseur": "ketenregisseur",
} as const;
