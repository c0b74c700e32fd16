const folder = (name) => `^src/${name}(/|\\.ts$)`;
const anyOf = (...names) => `^src/(${names.join("|")})(/|\\.ts$)`;

/** A layer and the layers it may see beside itself; everything else inside src is refused. */
const mayOnlySee = (layer, ...seen) => ({
  name: `${layer}-sees-its-own-side`,
  severity: "error",
  from: { path: folder(layer) },
  to: { path: "^src/", pathNot: anyOf(layer, ...seen) },
});

/** Packages that one folder alone may import. */
const onlyIn = (name, inside, packages) => ({
  name,
  severity: "error",
  from: { path: "^src/", pathNot: inside },
  to: { path: packages },
});

module.exports = {
  forbidden: [
    mayOnlySee("domain"),
    mayOnlySee("ports", "domain"),
    mayOnlySee("use-cases", "ports", "domain"),
    mayOnlySee("cards", "messages", "domain"),
    mayOnlySee("messages", "domain"),
    mayOnlySee("interactions", "use-cases", "cards", "messages", "ports", "domain"),
    mayOnlySee("app", "interactions", "use-cases", "cards", "messages", "ports", "domain"),
    mayOnlySee("config", "messages", "domain"),
    {
      name: "adapters-see-inward",
      severity: "error",
      from: { path: "^src/adapters/" },
      to: { path: "^src/", pathNot: anyOf("adapters", "app", "config", "interactions", "use-cases", "cards", "messages", "ports", "domain") },
    },
    {
      name: "adapters-do-not-know-each-other",
      severity: "error",
      from: { path: "^src/adapters/([^/]+)/" },
      to: { path: "^src/adapters/", pathNot: "^src/adapters/($1)/" },
    },
    onlyIn("slack-only-in-its-adapter", "^src/adapters/slack/", "(^|node_modules/)@slack/"),
    onlyIn("botbuilder-only-in-teams", "^src/adapters/teams/", "(^|node_modules/)(botbuilder|botframework-)"),
    onlyIn("database-only-in-prisma", "^src/adapters/prisma/", "(^|node_modules/)(@prisma/|prisma/|pg/|pg-|@electric-sql/|@types/pg/)"),
    {
      name: "core-has-no-packages",
      severity: "error",
      from: { path: "^src/(domain|use-cases|ports)/", pathNot: "^src/domain/regio/regio-bestand" },
      to: { path: "(^|/)node_modules/", pathNot: "node_modules/(date-fns|@date-fns|date-holidays|croner|stdnum|ibantools|libphonenumber-js)/" },
    },
    {
      name: "core-has-no-node",
      severity: "error",
      from: { path: "^src/(domain|use-cases|ports|cards|messages|interactions)/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(fs|path|url)$" },
    },
    { name: "domain-has-no-node", severity: "error", from: { path: "^src/(domain|use-cases|ports|messages)/" }, to: { dependencyTypes: ["core"] } },
    { name: "nobody-imports-main", severity: "error", from: {}, to: { path: "^src/main\\.ts$" } },
    { name: "src-does-not-see-tests", severity: "error", from: { path: "^src/" }, to: { path: "^tests/" } },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: { path: "^src/" }, to: { couldNotResolve: true } },
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/adapters/prisma/generated/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
