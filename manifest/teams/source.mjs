// What Teams is told about the bot, in two languages. `node scripts/teams-manifest.mjs` makes the JSON and the icons of it.

/** The words that start something, in the order of the menu; a test keeps them equal to those of the code. */
const commands = [
  ["signaal", "Meld wat u zag", "Report what you saw"],
  ["mijnsignalen", "Bekijk wat u eerder meldde", "See what you reported before"],
  ["casus", "Open een casus: typ de code erachter", "Open a casus: type its code after it"],
  ["tafel", "Bekijk uw overleggen", "See your meetings"],
  ["acties", "Bekijk wat u moet doen", "See what you have to do"],
  ["besluiten", "Bekijk wat er is afgesproken", "See what was agreed"],
  ["wijzer", "Zoek wie u kunt bellen", "Find who you can call"],
  ["inzage", "Vraag welke gegevens wij van u hebben", "Ask which data we have about you"],
  ["taal", "Kies Nederlands of Engels", "Choose Dutch or English"],
  ["hulp", "Lees wat u hier kunt doen", "Read what you can do here"],
];

const texts = {
  nl: {
    full: "Ketentafel: samen melden, bespreken en afspreken",
    descriptionShort: "Meld een signaal en volg samen wat er is afgesproken.",
    descriptionFull:
      "Ketentafel helpt partners om samen te werken. U meldt een signaal. De juiste persoon leest het. Het overleg krijgt een agenda. Wat u afspreekt, wordt een actie. Iedereen ziet alleen wat hij mag zien. Is er nu gevaar? Bel 112.",
    actionTitle: "Signaal melden",
    actionDescription: "Open het formulier. Wat in het bericht staat, gaat niet mee.",
  },
  en: {
    full: "Ketentafel: report, discuss and agree together",
    descriptionShort: "Report a signaal and follow together what was agreed.",
    descriptionFull:
      "Ketentafel helps partners to work together. You report a signaal. The right person reads it. The meeting gets an agenda. What you agree becomes an action. Everybody sees only what he may see. Is there danger now? Call 112.",
    actionTitle: "Report a signaal",
    actionDescription: "Opens the form. What the message says does not come along.",
  },
};

export const placeholderId = "00000000-0000-0000-0000-000000000000";
const version = "1.23";
const schema = (name) => `https://developer.microsoft.com/json-schemas/teams/v${version}/${name}.schema.json`;
export const schemaFolder = `v${version}`;

/** @param {{ appId?: string, website?: string, version?: string }} options of the installation */
export const manifest = ({ appId = placeholderId, website = "https://ketentafel.example", version: appVersion = "1.0.0" } = {}) => {
  const { nl } = texts;
  const site = website.replace(/\/+$/, "");
  return {
    $schema: schema("MicrosoftTeams"),
    manifestVersion: version,
    version: appVersion,
    id: appId,
    developer: { name: "Ketentafel", websiteUrl: site, privacyUrl: `${site}/privacy`, termsOfUseUrl: `${site}/voorwaarden` },
    name: { short: "Ketentafel", full: nl.full },
    description: { short: nl.descriptionShort, full: nl.descriptionFull },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#1F5F66",
    localizationInfo: { defaultLanguageTag: "nl", defaultLanguageFile: "nl.json", additionalLanguages: [{ languageTag: "en", file: "en.json" }] },
    bots: [
      {
        botId: appId,
        scopes: ["personal", "team"],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [{ scopes: ["personal", "team"], commands: commands.map(([title, description]) => ({ title, description })) }],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: "signaal",
            type: "action",
            title: nl.actionTitle,
            description: nl.actionDescription,
            context: ["message", "compose", "commandBox"],
            fetchTask: true,
          },
        ],
      },
    ],
    staticTabs: [
      { entityId: "conversations", scopes: ["personal"] },
      { entityId: "about", scopes: ["personal"] },
    ],
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [],
  };
};

/** @param {"nl" | "en"} taal */
export const localization = (taal) => {
  const t = texts[taal];
  return {
    $schema: schema("MicrosoftTeams.Localization"),
    "name.short": "Ketentafel",
    "name.full": t.full,
    "description.short": t.descriptionShort,
    "description.full": t.descriptionFull,
    ...Object.fromEntries(commands.map(([, nl, en], i) => [`bots[0].commandLists[0].commands[${i}].description`, taal === "nl" ? nl : en])),
    "composeExtensions[0].commands[0].title": t.actionTitle,
    "composeExtensions[0].commands[0].description": t.actionDescription,
  };
};
