/** Block Kit blocks as HTML: our own approximation of what Slack shows. */
export const escapeHtml = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const lines = (text) => escapeHtml(text).replaceAll("\n", "<br>");
const words = (element) => lines(element?.text ?? "");
const rich = (element) =>
  (element.elements ?? []).map((e) => (e.type === "text" ? (e.style?.bold ? `<b>${lines(e.text)}</b>` : lines(e.text)) : `<div>${rich(e)}</div>`)).join("");

const choice = (type) => (element) => {
  const chosen = [element.initial_option, ...(element.initial_options ?? [])].map((option) => option?.value);
  return element.options
    .map((o) => `<label class="optie"><input type="${type}"${chosen.includes(o.value) ? " checked" : ""} disabled> ${words(o.text)}</label>`)
    .join("");
};
const inputs = {
  plain_text_input: (e) =>
    e.multiline
      ? `<textarea rows="3" readonly>${escapeHtml(e.initial_value ?? "")}</textarea>`
      : `<input readonly value="${escapeHtml(e.initial_value ?? "")}">`,
  datepicker: (e) => `<input readonly value="${escapeHtml(e.initial_date ?? "")}" placeholder="datum">`,
  static_select: (e) => `<div class="select">${words(e.initial_option?.text) || words(e.placeholder)} ▾</div>`,
  multi_static_select: (e) => `<div class="select">${words(e.placeholder)} ▾</div>`,
  radio_buttons: choice("radio"),
  checkboxes: choice("checkbox"),
};

const action = (e) =>
  e.type === "overflow"
    ? `<details class="meer"><summary>⋯</summary>${e.options.map((o) => `<div>${words(o.text)}</div>`).join("")}</details>`
    : `<span class="knop ${e.style ?? ""}">${words(e.text)}</span>`;

const blocks = {
  header: (b) => `<div class="kop">${words(b.text)}</div>`,
  section: (b) => `<div>${words(b.text)}</div>`,
  context: (b) => `<div class="klein">${b.elements.map(words).join(" ")}</div>`,
  divider: () => "<hr>",
  rich_text: (b) => `<div>${rich(b)}</div>`,
  actions: (b) => `<div class="acties">${b.elements.map(action).join("")}</div>`,
  input: (b) =>
    `<div class="veld"><div class="label">${words(b.label)}${b.optional ? ' <span class="klein">(optional)</span>' : ""}</div>${inputs[b.element.type]?.(b.element) ?? b.element.type}${b.hint ? `<div class="klein">${words(b.hint)}</div>` : ""}</div>`,
};
const html = (list) => list.map((block) => blocks[block.type]?.(block) ?? `<p>${escapeHtml(block.type)}</p>`).join("");

const hasInput = (value) =>
  Array.isArray(value)
    ? value.some(hasInput)
    : typeof value === "object" && value !== null && (String(value.type).startsWith("Input.") || Object.values(value).some(hasInput));
const hasSubmit = (card) => JSON.stringify(card.body).includes('/verstuur"');

/** A card as Slack would show it; says so when the converter is absent or refuses it. */
export const slackHtml = (converter, card, taal) => {
  if (!converter) return '<p class="fout">De Slack-omzetting is er nog niet.</p>';
  try {
    if (card.vertrouwelijk || hasInput(card.body) || hasSubmit(card)) {
      const view = converter.toModalView(card, { stop: taal === "nl" ? "Stop" : "Cancel", sluit: taal === "nl" ? "Sluiten" : "Close", fouten: "toon" });
      return `<div class="slack venster"><div class="titel">${words(view.title)}</div>${html(view.blocks)}<div class="acties voet"><span class="knop">${words(view.close)}</span>${view.submit ? `<span class="knop primary">${words(view.submit)}</span>` : ""}</div></div>`;
    }
    return `<div class="slack">${html(card.template === "home" ? converter.toHomeView(card).blocks : converter.toMessageBlocks(card))}</div>`;
  } catch (error) {
    return `<p class="fout">Slack weigert deze kaart: ${escapeHtml(error.message)}</p>`;
  }
};
