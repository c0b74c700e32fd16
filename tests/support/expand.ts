import { parse } from "libpg-query";

type Node = Readonly<Record<string, unknown>>;
type Statement = { readonly kind: string; readonly is: Node };

const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const word = (value: unknown): string => (typeof value === "string" ? value : "");
const tableOf = ({ relation }: Node): string => word((relation as Node | undefined)?.["relname"]);
const strings = (value: unknown): readonly string[] =>
  list(value).map((one) => word((one["String"] as Node | undefined)?.["sval"] ?? (one["IndexElem"] as Node | undefined)?.["name"]));

/** What the version before does not survive when it is done to a table that it knows, as PostgreSQL itself calls it. */
const breaking: Readonly<Record<string, string>> = {
  AT_DropColumn: "removes a column",
  AT_AlterColumnType: "changes the type of a column",
  AT_SetNotNull: "demands a value",
  AT_DropConstraint: "removes a constraint that the version before relies on",
};

const constraintsOf = (column: Node): readonly string[] => list(column["constraints"]).map((one) => word((one["Constraint"] as Node)["contype"]));

/** @param fresh columns that came in the same migration: the version before leaves them empty. */
const refusedCommand = (table: string, command: Node, fresh: ReadonlySet<string>): string | undefined => {
  const subtype = word(command["subtype"]);
  const { ColumnDef: column, Constraint: constraint } = (command["def"] ?? {}) as { ColumnDef?: Node; Constraint?: Node };
  if (subtype === "AT_AddColumn" && column) {
    const kinds = constraintsOf(column);
    return kinds.includes("CONSTR_NOTNULL") && !kinds.includes("CONSTR_DEFAULT")
      ? `${table}.${word(column["colname"])}: demands a value without a default`
      : undefined;
  }
  if (subtype === "AT_ColumnDefault" && command["def"] === undefined) return `${table}.${word(command["name"])}: removes a default`;
  if (subtype === "AT_AddConstraint" && constraint) {
    const columns = [...strings(constraint["keys"]), ...strings(constraint["fk_attrs"])];
    const onlyFresh = columns.length > 0 && columns.every((one) => fresh.has(`${table}.${one}`));
    return onlyFresh ? undefined : `${table}: a new constraint on what the version before writes`;
  }
  const why = breaking[subtype];
  return why === undefined ? undefined : `${table}${command["name"] === undefined ? "" : `.${word(command["name"])}`}: ${why}`;
};

const addedColumns = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(
    statements
      .filter(({ kind }) => kind === "AlterTableStmt")
      .flatMap(({ is }) =>
        list(is["cmds"])
          .map((one) => one["AlterTableCmd"] as Node)
          .filter((command) => command["subtype"] === "AT_AddColumn")
          .map((command) => `${tableOf(is)}.${word(((command["def"] as Node)["ColumnDef"] as Node)["colname"])}`),
      ),
  );

const refusedStatement = ({ kind, is }: Statement, created: ReadonlySet<string>, fresh: ReadonlySet<string>): readonly (string | undefined)[] => {
  const table = tableOf(is);
  if (kind === "RenameStmt") return [`${table}: renames`];
  if (kind === "DropStmt") return is["removeType"] === "OBJECT_INDEX" || is["removeType"] === "OBJECT_TRIGGER" ? [] : [`${word(is["removeType"])}: removes`];
  if (created.has(table)) return [];
  if (kind === "AlterTableStmt") return list(is["cmds"]).map((one) => refusedCommand(table, one["AlterTableCmd"] as Node, fresh));
  if (kind === "IndexStmt" && is["unique"] === true && !strings(is["indexParams"]).some((one) => fresh.has(`${table}.${one}`)))
    return [`${table}: a new unique index on what the version before writes`];
  return [];
};

/** What in a migration would stop the version before it, which still runs beside it. */
export const refusedSteps = async (sql: string): Promise<readonly string[]> => {
  const { stmts = [] } = (await parse(sql)) as { stmts?: readonly { readonly stmt: Node }[] };
  const statements = stmts.map(({ stmt }): Statement => {
    const [kind = ""] = Object.keys(stmt);
    return { kind, is: stmt[kind] as Node };
  });
  const created = new Set(statements.filter(({ kind }) => kind === "CreateStmt").map(({ is }) => tableOf(is)));
  const fresh = addedColumns(statements);
  return statements.flatMap((statement) => refusedStatement(statement, created, fresh)).filter((one) => one !== undefined);
};
