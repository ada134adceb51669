import { createHash } from 'node:crypto';

/** Handles of people with a picture: findable people who take requests, including some with an open request. */
export const PEOPLE_WITH_PICTURES: readonly string[] = [
  ...['iracema', 'colette', 'benicio', 'rumi', 'lucrecia'],
  ...['steward1', 'desmond', 'shanelle', 'keisha', 'mirlande'],
];

/** Twice the displayed size, so that downscaling smooths the edges. */
export const PICTURE_SIZE = 512;

/** Colours of the web app, from light to dark. */
const PALETTES = [
  ['fbedc4', 'f2a65a', 'c8643c', '8a3b2a', '0f5c4c'],
  ['dceaf4', 'fbe6db', '4f93b8', '0b5a8a', '0d4a3d'],
  ['fbe6db', 'fbedc4', 'd9774a', '983a18', '5a2a3c'],
  ['e6ebd3', 'fbedc4', '8fae5d', '465318', '0f5c4c'],
  ['f3e0e3', 'fbe6db', 'd0708a', '8a2436', '4a2340'],
  ['dcefe8', 'fbedc4', '5fae95', '0f5c4c', '983a18'],
] as const;

/** Returns the index of one of five colours for a point of the unit square. */
type Pattern = (x: number, y: number) => number;

const wave = (x: number, turns: number, shift: number) =>
  Math.sin(2 * Math.PI * (x * turns + shift));
const apart = (x: number, y: number, atX: number, atY: number) => Math.hypot(x - atX, y - atY);

/** Hills under a sun. */
const hills = (dice: () => number): Pattern => {
  const [sunX, sunY, size] = [0.25 + dice() / 2, 0.24 + dice() / 8, 0.1 + dice() / 16];
  const ridges = [0.5, 0.66, 0.82].map((height) => {
    const [turns, shift, rise] = [0.7 + dice(), dice(), 0.05 + dice() / 16];
    return (x: number) => height + rise * wave(x, turns, shift);
  });
  return (x, y) => {
    const near = ridges.findLastIndex((ridge) => y > ridge(x));
    if (near >= 0) return 2 + near;
    return apart(x, y, sunX, sunY) < size ? 2 : y < 0.34 ? 0 : 1;
  };
};

/** Stepped diamonds, as in woven cloth. */
const diamonds = (dice: () => number): Pattern => {
  const [steps, width] = [dice() < 0.5 ? 20 : 28, 5 + Math.floor(dice() * 3)];
  const fold = (at: number) => Math.abs((at % (2 * width)) - width + 0.5);
  return (x, y) => {
    const ring = Math.floor((fold(Math.floor(x * steps)) + fold(Math.floor(y * steps))) / 2);
    return [4, 2, 0, 3, 1][ring % 5]!;
  };
};

/** Bands, some of them in zigzag, as in woven cloth. */
const bands = (dice: () => number): Pattern => {
  const rows = Array.from({ length: 7 }, () => ({
    colour: Math.floor(dice() * 5),
    over: 1 + Math.floor(dice() * 4),
    teeth: dice() < 0.6 ? 4 + Math.floor(dice() * 4) : 0,
  }));
  return (x, y) => {
    const { colour, over, teeth } = rows[Math.min(6, Math.floor(y * 7))]!;
    const tooth = Math.abs(((x * teeth) % 1) - 0.5) * 2;
    const isOver = teeth > 0 && (y * 7) % 1 > tooth;
    return isOver ? (colour + over) % 5 : colour;
  };
};

/** Water under a moon. */
const water = (dice: () => number): Pattern => {
  const [moonX, turns, shift] = [0.3 + dice() * 0.4, 1.5 + dice(), dice()];
  return (x, y) => {
    const row = Math.floor((y - 0.45 + 0.022 * wave(x, turns, shift + y * 2)) * 11);
    if (row < 0) return apart(x, y, moonX, 0.26) < 0.13 ? 1 : 0;
    return [2, 3, 2, 4, 3, 4][row % 6]!;
  };
};

const PATTERNS = [hills, diamonds, bands, water];

export const demoPictureOf = (handle: string): Buffer =>
  drawDemoPicture(handle, PEOPLE_WITH_PICTURES.indexOf(handle));

/** Draws an abstract picture, always the same for the same name. Returns RGB bytes, row by row. */
export function drawDemoPicture(name: string, at: number): Buffer {
  const bytes = createHash('sha256').update(name).digest();
  let thrown = 0;
  const dice = () => bytes[thrown++ % bytes.length]! / 256;
  const pattern = PATTERNS[at % PATTERNS.length]!(dice);
  const colours = PALETTES[at % PALETTES.length]!.map((hex) => Buffer.from(hex, 'hex'));
  const pixels = Buffer.alloc(PICTURE_SIZE * PICTURE_SIZE * 3);
  for (let place = 0; place < PICTURE_SIZE * PICTURE_SIZE; place += 1) {
    const [x, y] = [
      (place % PICTURE_SIZE) / PICTURE_SIZE,
      Math.floor(place / PICTURE_SIZE) / PICTURE_SIZE,
    ];
    colours[pattern(x, y)]!.copy(pixels, place * 3);
  }
  return pixels;
}
