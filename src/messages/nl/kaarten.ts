/** Words on cards and forms. */
export const nlKaarten = {
} as const;
