import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { root } from "../support/source.js";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const { version } = JSON.parse(read("package.json")) as { version: string };
/** Variables that the bot reads, and those that no example may hold. */
const variables = new Set([...read("src/config.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = ""]) => name));
const secret = ["DATABASE_URL", "SLEUTELS", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "TEAMS_APP_PASSWORD"];
const paths = ["/healthz", "/readyz"];

type Probe = { readonly httpGet: { readonly path: string; readonly port: string } };
type Container = {
  readonly image: string;
  readonly env: readonly { readonly name: string }[];
  readonly envFrom: unknown;
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly lifecycle: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
  readonly volumeMounts: readonly { readonly name: string }[];
} & Readonly<Record<"startupProbe" | "readinessProbe" | "livenessProbe", Probe>>;
type Pod = {
  readonly containers: readonly [Container];
  readonly terminationGracePeriodSeconds: number;
  readonly securityContext: unknown;
  readonly volumes: readonly { readonly name: string }[];
};
type Deployment = {
  readonly replicas: number;
  readonly strategy: unknown;
  readonly template: { readonly metadata: { readonly labels: Readonly<Record<string, string>> }; readonly spec: Pod };
};
type Rule = { readonly ports: readonly { readonly port: number }[] };
type Policy = { readonly podSelector: unknown; readonly policyTypes: unknown; readonly ingress: readonly Rule[]; readonly egress: readonly Rule[] };
type Ingress = { readonly rules: readonly { readonly http: { readonly paths: readonly { readonly path: string }[] } }[] };
type Manifest = { readonly kind: string; readonly spec: unknown; readonly metadata: { readonly namespace?: string } };

describe("compose.yaml", () => {
  const { services, networks } = parse(read("docs/operations/compose.yaml"), { strict: true }) as {
    services: Record<
      "bot" | "database",
      Record<string, never> & { environment: Record<string, string>; ports?: readonly string[]; networks: readonly string[] }
    >;
    networks: Record<string, { internal?: boolean }>;
  };

  it("runs the bot as nobody in particular, on a file system that it cannot write, with time to finish", () => {
    expect(services.bot).toMatchObject({
      image: `ketentafel:${version}`,
      read_only: true,
      user: "1000:1000",
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      stop_grace_period: "15s",
      tmpfs: ["/tmp"],
      depends_on: { database: { condition: "service_healthy" } },
    });
  });

  it("opens nothing to the outside, and the database to nobody but the bot", () => {
    for (const port of services.bot.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(services.database.ports).toBeUndefined();
    expect(services.database.networks).toEqual(["inside"]);
    expect(networks["inside"]?.internal).toBe(true);
  });

  it("sets variables that the bot reads, and holds no secret", () => {
    expect(Object.keys(services.bot.environment).filter((name) => !variables.has(name))).toEqual([]);
    expect(Object.keys(services.bot.environment).filter((name) => secret.includes(name))).toEqual(["DATABASE_URL"]);
    expect(services.bot.environment["DATABASE_URL"]).toContain("${POSTGRES_PASSWORD:?");
    expect(services.database.environment["POSTGRES_PASSWORD"]).toContain("${POSTGRES_PASSWORD:?");
  });
});

describe("kubernetes.yaml", () => {
  const documents = parseAllDocuments(read("docs/operations/kubernetes.yaml"), { strict: true });
  const all = documents.map((one) => one.toJS() as Manifest);
  const spec = <T>(kind: string): T => all.find((one) => one.kind === kind)?.spec as T;
  const deployment = spec<Deployment>("Deployment");
  const { labels } = deployment.template.metadata;
  const pod = deployment.template.spec;
  const [bot] = pod.containers;

  it("is YAML without a fault, all of it in one namespace", () => {
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(all.filter(({ kind, metadata }) => kind !== "Namespace" && metadata.namespace !== "ketentafel")).toEqual([]);
    expect(all.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["Deployment", "PodDisruptionBudget", "NetworkPolicy", "Service", "Ingress", "ServiceAccount", "PersistentVolumeClaim"]),
    );
  });

  it("keeps two instances, one at least at all times", () => {
    expect(deployment.replicas).toBe(2);
    expect(deployment.strategy).toEqual({ type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } });
    expect(spec("PodDisruptionBudget")).toMatchObject({ minAvailable: 1, selector: { matchLabels: labels } });
    expect(spec("Service")).toMatchObject({ selector: labels });
    expect(spec<Policy>("NetworkPolicy").podSelector).toEqual({ matchLabels: labels });
  });

  it("gives the process no more rights than it needs, and bounds to what it takes", () => {
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } });
    expect(bot).toMatchObject({
      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
      resources: { requests: { cpu: "250m", memory: "384Mi" }, limits: { memory: "1Gi" } },
    });
    expect(bot.volumeMounts.map(({ name }) => name)).toEqual(pod.volumes.map(({ name }) => name));
  });

  it("asks paths that there are, on ports that there are, and stops later than the bot does", () => {
    for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"] as const) {
      expect(paths).toContain(bot[probe].httpGet.path);
      expect(bot[probe].httpGet.port).toBe("http");
    }
    expect(bot.ports).toEqual([
      { name: "http", containerPort: 3978 },
      { name: "metrics", containerPort: 9464 },
    ]);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(bot.lifecycle.preStop.sleep.seconds + 10);
  });

  it("names secrets and holds none", () => {
    expect(bot.envFrom).toEqual([{ secretRef: { name: "ketentafel" } }]);
    expect(bot.env.filter(({ name }) => !variables.has(name) || secret.includes(name))).toEqual([]);
    expect(all.some(({ kind }) => kind === "Secret")).toBe(false);
  });

  it("lets in who must come in, and nothing out but names, the database and the chats", () => {
    const policy = spec<Policy>("NetworkPolicy");
    expect(policy.policyTypes).toEqual(["Ingress", "Egress"]);
    expect(policy.ingress.flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual([3978, 9464]);
    expect(policy.egress.flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual([53, 53, 5432, 443]);
    const { rules } = spec<Ingress>("Ingress");
    expect(rules.flatMap(({ http }) => http.paths.map(({ path }) => path))).toEqual(["/api/messages", "/slack/events", "/agenda", "/document"]);
  });

  it("names the version of this build", () => expect(bot.image).toBe(`registry.example/ketentafel:${version}`));
});

describe("publiccode.yml", () => {
  const code = parse(read("publiccode.yml"), { strict: true }) as Record<string, never> & {
    description: Record<string, { shortDescription: string; features: readonly string[] }>;
  };

  it("says the same version and licence as the package, and describes itself in Dutch and English within the bounds of the standard", () => {
    expect(code).toMatchObject({ publiccodeYmlVersion: "0.7", softwareVersion: version, legal: { license: "EUPL-1.2" } });
    expect(Object.keys(code.description)).toEqual(["nl", "en"]);
    for (const { shortDescription, features } of Object.values(code.description)) {
      expect(shortDescription.length).toBeLessThanOrEqual(150);
      expect(features.length).toBeGreaterThan(0);
    }
  });
});
