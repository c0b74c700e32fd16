// Before everything else in a process: after so many bytes under DATA_DIR its disk takes no more, as a full one does.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const under = process.env.DATA_DIR ?? "";
let room = Number(process.env.DISK_ROOM);
const files = new Set();
const { openSync, writeSync } = fs;

fs.openSync = (path, ...rest) => {
  const file = openSync(path, ...rest);
  if (String(path).startsWith(under)) files.add(file);
  else files.delete(file);
  return file;
};
fs.writeSync = (file, buffer, ...rest) => {
  if (files.has(file)) {
    room -= typeof rest[1] === "number" ? rest[1] : buffer.length;
    if (room < 0) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", errno: -28, syscall: "write" });
  }
  return writeSync(file, buffer, ...rest);
};
syncBuiltinESMExports();
