import sharp from 'sharp';
import { cleanImage } from '#cleaning/images/clean-image.js';

const SIDE = 24;
const SEEN = [10, 120, 60, 255];
/** Two colours for fully transparent pixels. */
const [SECRET, ANOTHER] = [
  [200, 30, 90],
  [20, 220, 10],
];
/** Maximum difference of a colour value due to noise and lossy compression. */
const NEAR = 16;
/** Larger than the number of quality levels, so that differences in quality alone do not pass the test. */
const MORE_THAN_QUALITIES = 7;
type Format = 'png' | 'webp' | 'jpeg' | 'gif';

/** A square with a coloured but fully transparent left half. */
function halfSeen(frames = 1, hidden: readonly number[] = SECRET): Buffer {
  const data = Buffer.alloc(SIDE * SIDE * frames * 4, 255);
  for (let at = 0; at < data.length; at += 4) {
    const isSeen = (at / 4) % SIDE >= SIDE / 2;
    const isLate = at >= data.length / frames;
    data.set(isSeen ? [10, isLate ? 200 : 120, 60, 255] : [...hidden, 0], at);
  }
  return data;
}

async function pixelsOf(bytes: Buffer, isAnimated = false) {
  const picture = sharp(bytes, { animated: isAnimated }).ensureAlpha().raw();
  return picture.toBuffer();
}
const cleaned = async (bytes: Buffer, format: Format) => {
  const { parts } = await cleanImage(bytes, format);
  return { original: parts.get('original')!, thumb: parts.get('thumb')! };
};

describe('a sanitised image', () => {
  it.each(['png', 'webp'] as const)(
    'contains no colour of transparent pixels (%s)',
    async (format) => {
      const raw = { width: SIDE, height: SIDE, channels: 4 as const };
      const drawn = async (hidden: readonly number[]) => {
        const picture = sharp(halfSeen(1, hidden), { raw });
        const made =
          format === 'png' ? picture.png() : picture.webp({ lossless: true, exact: true });
        const before = await made.toBuffer();
        expect([...(await pixelsOf(before)).subarray(0, 4)]).toEqual([...hidden, 0]);
        return pixelsOf((await cleaned(before, format)).original);
      };
      const [one, other] = [await drawn(SECRET), await drawn(ANOTHER)];
      for (let at = 0; at < one.length; at += 1) {
        const [isSeen, channel] = [Math.floor(at / 4) % SIDE >= SIDE / 2, at % 4];
        // Lossy compression may spread colour from visible neighbours, but not from hidden pixels.
        expect(Math.abs(one[at]! - other[at]!)).toBeLessThan(NEAR);
        if (isSeen) expect(Math.abs(one[at]! - SEEN[channel]!)).toBeLessThan(2 * NEAR);
        else if (format === 'png' || channel === 3) expect(one[at]).toBe(0);
      }
    },
  );

  it('contains no colour of transparent pixels in any frame of an animation, and keeps the frame delays', async () => {
    const raw = { width: SIDE, height: SIDE * 2, channels: 4 as const, pageHeight: SIDE };
    const before = await sharp(halfSeen(2), { raw })
      .webp({ lossless: true, exact: true, delay: [70, 130], loop: 3 })
      .toBuffer();
    expect([...(await pixelsOf(before, true)).subarray(0, 3)]).toEqual(SECRET);
    const { original } = await cleaned(before, 'webp');
    const about = await sharp(original, { animated: true }).metadata();
    expect(about).toMatchObject({ pages: 2, delay: [70, 130], loop: 3, pageHeight: SIDE });
    const after = await pixelsOf(original, true);
    expect([...after.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(Math.abs(after.at(-3)! - 200)).toBeLessThan(8);
  });

  it.each(
    (['png', 'webp', 'jpeg'] as const).flatMap((format) =>
      ['#2f6b4f', '#000000'].map((background) => ({ format, background })),
    ),
  )('differs each time the same image is sent (%o)', async ({ format, background }) => {
    const create = { width: 200, height: 100, channels: 3 as const, background };
    const bytes = await sharp({ create }).toFormat(format).toBuffer();
    const all = [];
    for (let time = 0; time < MORE_THAN_QUALITIES; time += 1)
      all.push(await cleaned(bytes, format));
    for (const part of ['original', 'thumb'] as const) {
      const unlike = new Set(all.map((each) => each[part].toString('base64')));
      expect(unlike.size).toBe(MORE_THAN_QUALITIES);
    }
    const { original } = all[0]!;
    const [before, after] = [await pixelsOf(bytes), await pixelsOf(original)];
    expect(Math.max(...before.map((colour, at) => Math.abs(colour - after[at]!)))).toBeLessThan(9);
    expect((await sharp(original).metadata()).hasAlpha).toBe(false);
  });
});
