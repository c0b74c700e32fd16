/** Kinds of commit that a user notices, and where they stand in the changelog. */
const headings = { feat: "Added", perf: "Faster", fix: "Fixed" };

/** A commit message by the rules of Conventional Commits; one that does not follow them is of no kind. */
export const readCommit = (message) => {
  const [subject = "", ...body] = message.trim().split("\n");
  const found = /^([a-z]+)(?:\([^)]*\))?(!)?: (.+)$/.exec(subject);
  const breaking = found?.[2] === "!" || body.some((line) => /^BREAKING[ -]CHANGE: /.test(line));
  return { kind: found?.[1], text: found?.[3] ?? subject, breaking };
};

/** The version after this one, or nothing when no user would notice. Before 1.0.0 what breaks raises the second number. */
export const nextVersion = (current, commits) => {
  const [major, minor, patch] = current.split(".").map(Number);
  if (commits.some(({ breaking }) => breaking)) return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  if (commits.some(({ kind }) => kind === "feat")) return `${major}.${minor + 1}.0`;
  return commits.some(({ kind }) => kind in headings) ? `${major}.${minor}.${patch + 1}` : undefined;
};

const sentence = (text) => `- ${text[0].toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;

/** Lines per heading from commits, for headings that nobody wrote himself. */
const fromCommits = (commits, written) =>
  [
    ["Breaking", commits.filter(({ breaking }) => breaking)],
    ...Object.entries(headings).map(([kind, title]) => [title, commits.filter((one) => one.kind === kind && !one.breaking)]),
  ]
    .filter(([title, found]) => found.length > 0 && !written.includes(`### ${title}`))
    .map(([title, found]) => `### ${title}\n\n${found.map(({ text }) => sentence(text)).join("\n")}`);

const unreleased = "## [Unreleased]";

/** The changelog with a section for this version: what was written under Unreleased, and commits for what was not. */
export const withSection = (changelog, version, day, commits) => {
  const start = changelog.indexOf(unreleased);
  if (start < 0) throw new Error(`CHANGELOG.md has no "${unreleased}"`);
  const after = start + unreleased.length;
  const next = changelog.indexOf("\n## [", after);
  const written = changelog.slice(after, next < 0 ? undefined : next).trim();
  const section = [written, ...fromCommits(commits, written)].filter((part) => part !== "").join("\n\n");
  return `${changelog.slice(0, after)}\n\n## [${version}] - ${day}\n\n${section}\n${next < 0 ? "" : changelog.slice(next)}`;
};

/** Files that name the version, and how each reads with another one. */
export const versioned = {
  "package.json": (text, version) => text.replace(/"version": "[^"]+"/, `"version": "${version}"`),
  "package-lock.json": (text, version) => {
    const lock = JSON.parse(text);
    lock.version = version;
    lock.packages[""].version = version;
    return `${JSON.stringify(lock, null, 2)}\n`;
  },
  "publiccode.yml": (text, version, day) => text.replace(/^(softwareVersion: ").*(")$/m, `$1${version}$2`).replace(/^(releaseDate: ").*(")$/m, `$1${day}$2`),
  "docs/operations/compose.yaml": (text, version) => text.replace(/(image: ketentafel:)\S+/, `$1${version}`),
  "docs/operations/kubernetes.yaml": (text, version) => text.replace(/(image: registry\.example\/ketentafel:)\S+/, `$1${version}`),
};
