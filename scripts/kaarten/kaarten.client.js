/* global AdaptiveCards, bodies */
/** As Teams light: fonts, colours, at most three buttons in sight and the others behind "…". */
const hostConfig = new AdaptiveCards.HostConfig({
  fontFamily: "'Segoe UI', system-ui, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "#E0E0E0" },
  supportsInteractivity: true,
  containerStyles: {
    default: {
      backgroundColor: "#FFFFFF",
      foregroundColors: {
        default: { default: "#242424", subtle: "#595959" },
        accent: { default: "#4F52B2", subtle: "#4F52B2" },
        good: { default: "#0E700E", subtle: "#0E700E" },
        warning: { default: "#8A3707", subtle: "#8A3707" },
        attention: { default: "#B10E1C", subtle: "#B10E1C" },
      },
    },
    attention: { backgroundColor: "#FDF3F4", foregroundColors: { default: { default: "#6E0811", subtle: "#6E0811" } } },
    warning: { backgroundColor: "#FFF9F5", foregroundColors: { default: { default: "#4A1E04", subtle: "#4A1E04" } } },
    emphasis: { backgroundColor: "#F5F5F5", foregroundColors: { default: { default: "#242424", subtle: "#595959" } } },
  },
  actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
  inputs: {
    label: { inputSpacing: "small", requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" }, optionalInputs: { weight: "bolder" } },
    errorMessage: { color: "attention", weight: "bolder" },
  },
});

const escaped = /\\([!-/:-@[-`{-~])/g;
const html = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
/** The little Markdown our own words use; escaped characters become entities first, so that they mean nothing. */
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const safe = text.replace(escaped, (_, c) => `\uE000${c.charCodeAt(0)};`);
  const marked = html(safe)
    .replace(/\*\*(.+?)\*\*/g, "<b>$1</b>")
    .replace(/\uE000(\d+);/g, "&#$1;");
  result.outputHtml = marked
    .split("\n\n")
    .map((p) => `<p>${p}</p>`)
    .join("");
  result.didProcess = true;
};

for (const host of document.querySelectorAll(".teams")) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(bodies[Number(host.dataset.index)]);
  host.append(card.render());
}
for (const input of document.querySelectorAll("input[name=taal]")) input.addEventListener("change", () => (document.body.dataset.taal = input.value));
