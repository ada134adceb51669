import { buffer } from 'node:stream/consumers';
import { type Cleaned, NotClean } from '#cleaning/cleaned.js';
import { clean } from '#cleaning/clean.js';
import { framesOf, packed } from '#cleaning/packing.js';

/**
 * Entry point of the cleaning process. It handles one task, read from standard input, and writes the result to standard
 * output.
 */
async function work(input: Buffer): Promise<Cleaned> {
  if (process.argv[2] !== 'squares') return clean(input);
  const [picture, ...others] = framesOf(input);
  return (await import('#cleaning/images/squares.js')).squares(picture!, others);
}

const answer = await work(await buffer(process.stdin)).catch((error: unknown) => ({
  why: error instanceof NotClean ? error.why : ('broken' as const),
}));
process.stdout.write(packed(answer));
