/** Titles joined with ", "; a title may hold a comma itself. */
export const titlesIn = (shown: string, titles: readonly string[]): readonly string[] => {
  const first = titles.find((title) => shown === title || shown.startsWith(`${title}, `));
  if (first === undefined || shown === first) return [shown];
  return [first, ...titlesIn(shown.slice(first.length + 2), titles)];
};
