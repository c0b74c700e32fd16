export type Register = {
  readonly categorieen: Readonly<Record<string, { readonly lezen: string }>>;
  readonly modellen: Readonly<Record<string, { readonly bewaren: string; readonly velden: Readonly<Record<string, readonly string[]>> }>>;
};
export function velden(schema: string, register: Register): readonly string[];
