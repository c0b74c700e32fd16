import { naWoord, type Vondst, vondsten } from "./redactie-tekst.js";

const V_WOORD = /(?<![\p{L}\p{N}])(?:v[-. ]?(?:nummer|nr\b)|vreemdelingen ?-?(?:nummer|nr)|ind[- ]?(?:dossier|nummer|nr|zaak)\p{L}*)/giu;
const V_NUMMER = /(?<![\d-])\d(?:[ .-]?\d){8,9}(?![\d])/;

/** V-nummers: ten digits (nine in old ones) behind their name. */
export const vnummers = (tekst: string): readonly Vondst[] => naWoord(tekst, V_WOORD, V_NUMMER);

const DOCUMENT_WOORD =
  /(?<![\p{L}\p{N}])(?:paspoort|pasp\b|passport|pasaport|paszport|id[- ]?(?:kaart|bewijs)|id\b|identiteits(?:kaart|bewijs)|identity card|rijbewijs|driving licen[cs]e|document(?:nummer|nr)|[wv]-document|verblijfs(?:document|vergunning|kaart)|dow[oó]d|buletin)/giu;
/** Seven to twelve capitals and digits, loose signs between them or not; small letters only in one piece. */
const DOCUMENT_NUMMER = /(?<![\p{L}\p{N}])(?:(?=(?:[A-Z][ .-]?){0,5}\d)(?:[A-Z0-9][ .-]?){6,11}[A-Z0-9]|(?=[a-z]{1,5}\d)[a-z0-9]{7,12})(?![\p{L}\p{N}])/u;
/** A Dutch passport or identity card by its own form: N or I, no letter O, a digit at the end. */
const NEDERLANDS = /(?<![\p{L}\p{N}-])[NI][A-NP-Z](?=[A-Z]*\d[A-Z]*\d)[A-NP-Z0-9]{6}\d(?![\p{L}\p{N}-])/gu;

const heeftCijfers = (tekst: string, { start, end }: Vondst): boolean => tekst.slice(start, end).replace(/\D/g, "").length >= 3;

/** Numbers of passports, identity cards, driving licences and residence papers. */
export const documenten = (tekst: string): readonly Vondst[] => [
  ...naWoord(tekst, DOCUMENT_WOORD, DOCUMENT_NUMMER).filter((plek) => heeftCijfers(tekst, plek)),
  ...vondsten(tekst, NEDERLANDS),
];

const KVK_WOORD = /(?<![\p{L}\p{N}])(?:k\.?v\.?k\b\.?|kvk\p{L}*|kamer van koophandel|eenmanszaak|zzp'?er|handelsregister)/giu;
const KVK_NUMMER = /(?<![\d-])\d(?:[ .]?\d){7}(?![\d])/;
const VESTIGING = /vestigings ?-?(?:nummer|nr)/giu;
const BTW_NUMMER = /(?<![\p{L}\p{N}])NL ?\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?B[ .]?\d{2}(?!\d)/giu;

/** Numbers of a business: often that of one person who works for himself. */
export const ondernemingen = (tekst: string): readonly Vondst[] => [
  ...naWoord(tekst, KVK_WOORD, KVK_NUMMER),
  ...naWoord(tekst, VESTIGING, /(?<!\d)\d{12}(?!\d)/),
  ...vondsten(tekst, BTW_NUMMER),
];
