// Runs as a process of its own: commits until it is killed and tells about each commit only after the store did.
import { openStore } from "../../dist/adapters/prisma/open-store.js";

try {
  const { store } = await openStore({ dataDir: process.argv[2], sleutels: [{ id: "test", waarde: Buffer.alloc(32, 7) }] });
  process.stdout.write("open\n");
  for (let n = 0; ; n++) {
    const line = { wie: "systeem", actie: `n${n}`, object: "x", resultaat: "gedaan", herkomst: "test" };
    const result = await store.commit({ delivery: { key: `n${n}` }, audit: [line] });
    if (result.ok) process.stdout.write(`n${n}\n`);
  }
} catch (error) {
  process.stdout.write(`${error.name}\n`);
  process.exit(3);
}
