import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** Every package under a folder of packages, also those of packages. */
const packagesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => (name.startsWith("@") ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name]))
    .flatMap((name) => [name, ...(existsSync(join(folder, name, "node_modules")) ? packagesIn(join(folder, name, "node_modules")) : [])]);

const filesIn = (folder, path = "") =>
  readdirSync(join(folder, path)).flatMap((name) => {
    const inner = join(path, name);
    if (name === "node_modules") return [];
    return statSync(join(folder, inner)).isDirectory() ? filesIn(folder, inner) : [inner];
  });

/** A file in a folder of the application by its kind, so that the list says what sort of thing is there. */
const kindOf = (file) => {
  const [app, folder, ...rest] = file.split("/");
  return rest.length === 0 ? `/${file}` : `/${app}/${folder}/**/*${extname(file)}`;
};

/** What the image holds beside its base: kinds of files, folders to write in, packages. */
export const contents = (image) => {
  const kinds = new Set(filesIn(image).map(kindOf));
  const empty = readdirSync(image).filter((name) => readdirSync(join(image, name)).length === 0);
  const packages = new Set(packagesIn(join(image, "app/node_modules")).map((name) => `/app/node_modules/${name}`));
  return [...[...kinds].sort(), ...empty.map((name) => `/${name}/`), ...[...packages].sort()];
};
