import type { AppsManifestCreateArguments } from "@slack/web-api";
import { botEvents, commandos, eventsPath, scopes, snelkoppelingen } from "../../src/adapters/slack/slack-features.js";

type Manifest = AppsManifestCreateArguments["manifest"];

/** Replace it with the address of your own installation (PUBLIC_URL). */
const publicUrl = "https://ketentafel.example.org";
const url = `${publicUrl}${eventsPath}`;

const omschrijvingen: Record<(typeof commandos)[number], { readonly wat: string; readonly hint?: string }> = {
  signaal: { wat: "Meld een signaal van mogelijke mensenhandel. Bij gevaar: bel 112." },
  mijnsignalen: { wat: "Bekijk uw eigen signalen en vul ze aan." },
  casus: { wat: "Bekijk een casus.", hint: "C-4MZT-2" },
  tafel: { wat: "Bekijk de volgende tafel en de agenda." },
  acties: { wat: "Bekijk uw acties." },
  besluiten: { wat: "Zoek een besluit op." },
  wijzer: { wat: "Wie kunt u bellen?" },
  inzage: { wat: "Vraag welke gegevens wij van u hebben." },
  taal: { wat: "Kies Nederlands of Engels." },
  hulp: { wat: "Wat kunt u hier doen?" },
};

const snelkoppelingNamen: Record<keyof typeof snelkoppelingen, { readonly name: string; readonly description: string }> = {
  signaal: { name: "Signaal melden", description: "Meld een signaal van mogelijke mensenhandel." },
  signaal_bericht: { name: "Signaal melden", description: "Opent het formulier. De tekst van het bericht gaat niet mee." },
};

/** The Slack app as it is installed: the lists come from the code that uses them. */
export const manifest = {
  _metadata: { major_version: 2, minor_version: 1 },
  display_information: {
    name: "Ketentafel",
    description: "Signalen van mensenhandel melden, bespreken en volgen",
    background_color: "#154273",
  },
  features: {
    // People press and type commands; what they write in the messages tab would never reach the bot.
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
    bot_user: { display_name: "ketentafel", always_online: true },
    shortcuts: (Object.keys(snelkoppelingen) as (keyof typeof snelkoppelingen)[]).map((callback_id) => ({
      type: snelkoppelingen[callback_id],
      callback_id,
      ...snelkoppelingNamen[callback_id],
    })),
    slash_commands: commandos.map((woord) => {
      const { wat, hint } = omschrijvingen[woord];
      return { command: `/${woord}`, url, description: wat, ...(hint ? { usage_hint: hint } : {}), should_escape: false };
    }),
  },
  oauth_config: { scopes: { bot: [...scopes] } },
  settings: {
    event_subscriptions: { request_url: url, bot_events: [...botEvents] },
    interactivity: { is_enabled: true, request_url: url },
    org_deploy_enabled: false,
    socket_mode_enabled: false,
    token_rotation_enabled: false,
  },
} satisfies Manifest;

/** As the formatter of this repository leaves it: lists of words on one line. */
export const manifestJson = `${JSON.stringify(manifest, null, 2).replace(/\[\n\s+([^[\]{}]*?)\n\s+\]/g, (_, items: string) => `[${items.replace(/\n\s+/g, " ")}]`)}\n`;
