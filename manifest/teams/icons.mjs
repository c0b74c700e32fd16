// The mark: a table, and around it places that are linked. Drawn, so that nobody needs a drawing program.
import { PNG } from "pngjs";

const places = 6;
const ring = 0.36;
const samples = 4;
const distance = (x, y) => Math.hypot(x - 0.5, y - 0.5);
const isPlace = (x, y, radius) =>
  Array.from({ length: places }, (_, i) => (i / places) * 2 * Math.PI - Math.PI / 2).some(
    (a) => Math.hypot(x - 0.5 - ring * Math.cos(a), y - 0.5 - ring * Math.sin(a)) < radius,
  );
const isMark = (x, y, { table, place, line }) => distance(x, y) < table || isPlace(x, y, place) || Math.abs(distance(x, y) - ring) < line;

/** Draws with `samples` × `samples` points in every pixel, so that edges are smooth. */
const draw = (size, sizes, colour) => {
  const png = new PNG({ width: size, height: size });
  for (let i = 0; i < size * size; i++) {
    let hits = 0;
    for (let s = 0; s < samples * samples; s++) {
      const x = ((i % size) + (0.5 + (s % samples)) / samples) / size;
      const y = (Math.floor(i / size) + (0.5 + Math.floor(s / samples)) / samples) / size;
      if (isMark(x, y, sizes)) hits++;
    }
    png.data.set(colour(hits / samples ** 2), i * 4);
  }
  return PNG.sync.write(png);
};

const ground = [0x1f, 0x5f, 0x66];
export const icons = {
  /** 192 × 192, filled. */
  "color.png": () => draw(192, { table: 0.17, place: 0.075, line: 0.014 }, (a) => [...ground.map((c) => Math.round(c + (255 - c) * a)), 255]),
  /** 32 × 32, white on nothing. */
  "outline.png": () => draw(32, { table: 0.18, place: 0.085, line: 0.02 }, (a) => [255, 255, 255, Math.round(255 * a)]),
};
export const pixels = (buffer) => PNG.sync.read(buffer).data;
