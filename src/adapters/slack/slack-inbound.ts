import type { Inbound, Place } from "../../ports/chat.js";
import { fieldIds } from "./block-kit.js";
import { decodeOption, type Press, urlId } from "./block-kit-actions.js";
import { vinkjeId } from "./block-kit-inputs.js";
import {
  ActionsPayload,
  CommandPayload,
  type FieldState,
  HomePayload,
  PressData,
  PressMetadata,
  ShortcutPayload,
  SubmissionPayload,
  type View,
} from "./slack-payloads.js";

/** Where an act came from: decides how its answer reaches the person. */
export type Origin = {
  readonly plek: "commando" | "snelkoppeling" | "bericht" | "venster" | "inzending" | "home" | "opening";
  readonly userId: string;
  readonly trigger?: string;
  readonly responseUrl?: string;
  readonly viewId?: string;
  /** Title of the open window. */
  readonly titel?: string;
  /** Fields of the open form. */
  readonly velden: ReadonlySet<string>;
};

/** A verified payload, read. @property event absent: nothing to do but to confirm, e.g. a link was opened. */
export type Received = {
  readonly teamId: string | undefined;
  readonly origin: Origin;
  readonly delivery: string;
  readonly place: Place;
  readonly event?: Inbound["event"];
};

const noFields: ReadonlySet<string> = new Set();
const prive = (channelId: string): Place["soort"] => (channelId.startsWith("D") ? "prive" : "channel");
const optional = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : ({ [key]: value } as { [P in K]: V }));

const fieldText = (actionId: string, field: FieldState): string => {
  if (actionId.startsWith(vinkjeId)) return String((field.selected_options ?? []).length > 0);
  return field.value ?? field.selected_date ?? field.selected_option?.value ?? (field.selected_options ?? []).map((o) => o.value).join(",");
};

const veldenOf = (view: View): Record<string, string> =>
  Object.fromEntries(
    Object.entries(view.state?.values ?? {}).flatMap(([veld, byAction]) => Object.entries(byAction).map(([id, field]) => [veld, fieldText(id, field)])),
  );

/** A form carries a nonce; the same act delivered or pressed again has the same one. */
const deliveryOf = (press: Press, otherwise: string): string => (press.verb.endsWith("/verstuur") && press.data["n"]) || otherwise;

export const readCommand = (body: unknown): Received => {
  const c = CommandPayload.parse(body);
  return {
    teamId: c.team_id,
    origin: { plek: "commando", userId: c.user_id, trigger: c.trigger_id, velden: noFields, ...optional("responseUrl", c.response_url) },
    delivery: c.trigger_id,
    place: { soort: prive(c.channel_id), conversationId: c.channel_id },
    event: { soort: "commando", woord: c.command.replace(/^\//, "").toLowerCase(), rest: c.text.trim() },
  };
};

export const readShortcut = (body: unknown): Received => {
  const s = ShortcutPayload.parse(body);
  return {
    teamId: s.team?.id,
    origin: { plek: "snelkoppeling", userId: s.user.id, trigger: s.trigger_id, velden: noFields, ...optional("responseUrl", s.response_url) },
    delivery: s.trigger_id,
    place: s.channel ? { soort: prive(s.channel.id), conversationId: s.channel.id } : { soort: "prive", conversationId: s.user.id },
    event: { soort: "commando", woord: "signaal", rest: s.type === "message_action" ? "van_bericht" : "" },
  };
};

export const readHomeOpened = (body: unknown): Received => {
  const h = HomePayload.parse(body);
  return {
    teamId: h.team_id,
    origin: { plek: "opening", userId: h.event.user, velden: noFields },
    delivery: h.event_id,
    place: { soort: "home", conversationId: h.event.user },
    ...(h.event.tab === "home" ? { event: { soort: "home" as const } } : {}),
  };
};

export const readSubmission = (body: unknown): Received => {
  const { view, ...s } = SubmissionPayload.parse(body);
  const press = PressMetadata.parse(JSON.parse(view.private_metadata || "{}"));
  return {
    teamId: s.team?.id ?? view.app_installed_team_id,
    origin: {
      plek: "inzending",
      userId: s.user.id,
      viewId: view.id,
      velden: fieldIds(view.blocks),
      ...optional("trigger", s.trigger_id),
      ...optional("titel", view.title?.text),
    },
    delivery: deliveryOf(press, `${view.id}:${s.trigger_id ?? ""}`),
    place: { soort: "dialoog", conversationId: s.user.id },
    event: { soort: "actie", ...press, velden: veldenOf(view) },
  };
};

type Actions = ReturnType<typeof ActionsPayload.parse>;

const pressOf = (action: Actions["actions"][number]): Press | undefined => {
  const press =
    action.type === "overflow"
      ? decodeOption(action.selected_option?.value ?? "")
      : { verb: action.action_id.replace(/#\d+$/, ""), data: PressData.parse(JSON.parse(action.value || "{}")) };
  return press.verb === urlId || press.verb === "" ? undefined : press;
};

const placeOf = (a: Actions): Place => {
  const channelId = a.container.channel_id ?? a.channel?.id;
  if (a.container.type === "message" && channelId)
    // What only he sees is no message that could be changed.
    return { soort: prive(channelId), conversationId: channelId, ...optional("messageId", a.container.is_ephemeral ? undefined : a.container.message_ts) };
  return { soort: a.view?.type === "home" ? "home" : "dialoog", conversationId: a.user.id };
};

export const readAction = (body: unknown): Received => {
  const a = ActionsPayload.parse(body);
  const [action] = a.actions;
  const press = action && pressOf(action);
  const place = placeOf(a);
  const inModal = place.soort === "dialoog";
  return {
    teamId: a.team?.id ?? a.view?.app_installed_team_id,
    origin: {
      plek: inModal ? "venster" : place.soort === "home" ? "home" : "bericht",
      userId: a.user.id,
      velden: fieldIds(a.view?.blocks ?? []),
      ...optional("trigger", a.trigger_id),
      ...optional("responseUrl", a.response_url),
      ...optional("viewId", a.view?.id),
      ...optional("titel", a.view?.title?.text),
    },
    delivery: deliveryOf(press ?? { verb: "", data: {} }, `${a.user.id}:${action?.action_ts}:${action?.action_id}`),
    place,
    ...(press ? { event: { soort: "actie" as const, ...press, velden: inModal && a.view ? veldenOf(a.view) : {} } } : {}),
  };
};
