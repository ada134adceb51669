import { buffer } from 'node:stream/consumers';
import { NotClean } from '#cleaning/cleaned.js';
import { clean } from '#cleaning/clean.js';
import { packed } from '#cleaning/packing.js';

/** A process of its own for one file, which it reads from its input and writes to its output; it knows nothing else. */
async function work(): Promise<Buffer> {
  try {
    return packed(await clean(await buffer(process.stdin)));
  } catch (error) {
    return packed({ why: error instanceof NotClean ? error.why : 'broken' });
  }
}

process.stdout.write(await work());
