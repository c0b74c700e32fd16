/** Each takes room in every connection; what comes after these is read anew each time. */
const most = 500;

/**
 * Names statements, so that a connection reads and plans each of them once instead of every time [ADR 23]. The same text has the same
 * name for as long as the process runs; the empty name is none.
 */
export const statementNames = (): ((query: { readonly sql: string }) => string) => {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most) return "";
    const name = `k${names.size}`;
    names.set(sql, name);
    return name;
  };
};
