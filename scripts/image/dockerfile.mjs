import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";

const known = new Set(["FROM", "LABEL", "ENV", "WORKDIR", "COPY", "RUN", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "CMD"]);

/** The stages of the Dockerfile: each a name and its instructions. @throws on an instruction that this reader does not know. */
export const readStages = (file) => {
  const stages = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const found = /^([A-Z]+) (.+)$/.exec(line);
    if (!found) {
      if (line.trim() !== "" && !line.startsWith("#")) throw new Error(`this reader knows one line per instruction: ${line}`);
      continue;
    }
    const [, instruction, rest] = found;
    if (!known.has(instruction)) throw new Error(`unknown instruction ${instruction}`);
    if (instruction === "FROM") stages.push({ name: / AS (\w+)$/.exec(rest)?.[1] ?? "image", steps: [] });
    else stages.at(-1).steps.push({ instruction, rest });
  }
  return stages;
};

/** A copy: what, from which stage (none: the context), whereto inside the image. */
export const readCopy = (rest, workdir) => {
  const words = rest.split(" ");
  const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
  const paths = words.filter((word) => !word.startsWith("--"));
  const to = paths.pop();
  return { from, sources: paths, intoFolder: to.endsWith("/") || to === ".", to: isAbsolute(to) ? to : join(workdir, to) };
};
