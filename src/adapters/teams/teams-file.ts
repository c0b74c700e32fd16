import { type Activity, ActivityTypes, type FileConsentCardResponse } from "botbuilder";
import { z } from "zod";
import type { Card } from "../../domain/card.js";
import type { Bestand } from "../../domain/document.js";
import { say } from "../../messages/messages.js";
import { isLoopback, type TeamsConfig } from "./teams-config.js";

const consentType = "application/vnd.microsoft.teams.card.file.consent";
const infoType = "application/vnd.microsoft.teams.card.file.info";
const uploadTimeoutMs = 8_000;
/** Where Teams keeps the files of people. */
const uploadHosts = [".sharepoint.com", ".sharepoint.us"];

const UploadInfo = z.looseObject({
  uploadUrl: z.string(),
  contentUrl: z.string(),
  name: z.string().min(1).max(300),
  uniqueId: z.string().max(300),
  fileType: z.string().max(20),
});

/** What becomes of an accepted file. */
export type Uploaded = z.infer<typeof UploadInfo>;

/** Only to a store of Microsoft, https and by its name; on this machine in tests alone. */
export const isAllowedUpload = (config: Pick<TeamsConfig, "openIdMetadataUrl">, url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, port } = new URL(url);
  if (username || password) return false;
  if (config.openIdMetadataUrl !== undefined && isLoopback(hostname)) return protocol === "http:";
  return protocol === "https:" && port === "" && uploadHosts.some((host) => hostname.endsWith(host));
};

/** Asks the person whether the file may be put among his own: Teams hands over no file without it. */
export const consentActivity = (card: Card, { naam, inhoud, ophalen }: NonNullable<Card["bestand"]>, config: TeamsConfig): Partial<Activity> => {
  const taal = card.body["lang"] === "en" ? "en" : card.body["lang"] === "nl" ? "nl" : config.taal;
  const content = { description: say(taal, "teams.bestand_uitleg"), sizeInBytes: inhoud.byteLength, acceptContext: { k: ophalen }, declineContext: {} };
  return { type: ActivityTypes.Message, summary: card.tekst, attachments: [{ contentType: consentType, name: naam, content }] };
};

/** Puts the file where Teams said, in one go. Throws when it does not arrive, or may not go there. */
export const uploadFile = async (config: TeamsConfig, info: FileConsentCardResponse["uploadInfo"], { inhoud }: Bestand): Promise<Uploaded> => {
  const uploaded = UploadInfo.parse(info);
  if (!isAllowedUpload(config, uploaded.uploadUrl) || !isAllowedUpload(config, uploaded.contentUrl)) throw new Error("upload host");
  const size = inhoud.byteLength;
  const response = await fetch(uploaded.uploadUrl, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream", "content-range": `bytes 0-${size - 1}/${size}` },
    body: new Uint8Array(inhoud),
    redirect: "error",
    signal: AbortSignal.timeout(uploadTimeoutMs),
  });
  if (!response.ok) throw Object.assign(new Error("upload"), { statusCode: response.status });
  return uploaded;
};

/** In place of the question: the file as Teams shows it. */
export const infoActivity = ({ contentUrl, name, uniqueId, fileType }: Uploaded): Partial<Activity> => ({
  type: ActivityTypes.Message,
  attachments: [{ contentType: infoType, contentUrl, name, content: { uniqueId, fileType } }],
});
