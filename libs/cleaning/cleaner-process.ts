import { buffer } from 'node:stream/consumers';
import { type CleanedFile, FileRefusedError } from '#cleaning/cleaned-file.js';
import { cleanFile } from '#cleaning/clean-file.js';
import { splitFileFrames, serialiseCleaningResult } from '#cleaning/cleaner-protocol.js';

/**
 * Entry point of the cleaning process. It handles one task, read from standard input, and writes the result to standard
 * output.
 */
async function work(input: Buffer): Promise<CleanedFile> {
  if (process.argv[2] !== 'squares') return cleanFile(input);
  const [picture, ...others] = splitFileFrames(input);
  return (await import('#cleaning/images/profile-pictures.js')).makeProfilePictures(
    picture!,
    others,
  );
}

const answer = await work(await buffer(process.stdin)).catch((error: unknown) => ({
  why: error instanceof FileRefusedError ? error.why : ('broken' as const),
}));
process.stdout.write(serialiseCleaningResult(answer));
