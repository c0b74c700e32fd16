/** The fields of each model that are columns, not relations. */
const columns = (schema) =>
  [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, model, body]) => ({
    model,
    velden: [...body.matchAll(/^ {2}([a-z]\w*)\s+(\w+)/gm)].filter(([, , type]) => !type.endsWith("Row")).map(([, veld]) => veld),
  }));

/** What a register of fields lacks or has too much, one sentence each. */
export const velden = (schema, { categorieen, modellen }) => {
  const found = columns(schema);
  const weg = Object.keys(modellen).filter((model) => !found.some((een) => een.model === model));
  return [
    ...weg.map((model) => `${model} is not in the schema: take it out of docs/veiligheid/velden.json`),
    ...found.flatMap(({ model, velden: inSchema }) => {
      const rij = modellen[model];
      if (!rij?.bewaren) return [`${model} has no retention in docs/veiligheid/velden.json`];
      const genoemd = Object.values(rij.velden).flat();
      return [
        ...Object.keys(rij.velden).flatMap((categorie) => (categorieen[categorie]?.lezen ? [] : [`${model}: category ${categorie} does not say who reads it`])),
        ...inSchema.flatMap((veld) => {
          const keer = genoemd.filter((een) => een === veld).length;
          return keer === 1 ? [] : [`${model}.${veld} stands ${keer} times in docs/veiligheid/velden.json: give it one category`];
        }),
        ...genoemd
          .filter((veld) => !inSchema.includes(veld))
          .map((veld) => `${model}.${veld} is not in the schema: take it out of docs/veiligheid/velden.json`),
      ];
    }),
  ];
};
