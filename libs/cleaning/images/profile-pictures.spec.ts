import sharp from 'sharp';
import { PROFILE_PICTURE_SIZES } from '#cleaning/cleaned-file.js';
import { makeProfilePictures } from '#cleaning/images/profile-pictures.js';

const TIMES = 100;

it('profile pictures differ in their pixels each time, even for a single colour', async () => {
  const create = { width: 300, height: 200, channels: 3 as const, background: '#2f6b4f' };
  const bytes = await sharp({ create }).png().toBuffer();
  const seen = new Map<string, Set<string>>();
  for (let time = 0; time < TIMES; time += 1) {
    for (const [size, square] of (await makeProfilePictures(bytes, [])).parts) {
      // Compare pixels: the few possible quality values alone would change the bytes.
      const colours = (await sharp(square).raw().toBuffer()).toString('base64');
      seen.set(size, (seen.get(size) ?? new Set()).add(colours));
    }
  }
  const counts = [...seen].map(([size, colours]) => [Number(size), colours.size]);
  expect(counts).toEqual(PROFILE_PICTURE_SIZES.map((size) => [size, TIMES]));
});
