import { createHash } from 'node:crypto';
import { picturesLookAlike } from '#cleaning/images/profile-pictures.js';
import { type Requester, send } from '../app/client.js';
import type { Identity } from '../matrix/identity-linkage.js';

const NAME = /\b[0-9a-f]{32}\b/g;

/** A picture file that a viewer was allowed to download. */
export interface DownloadedPicture {
  readonly name: string;
  readonly sum: string;
  readonly bytes: Buffer;
}

/** Downloads every picture whose file name occurs in a response, if the server allows it. */
export async function downloadPictures(
  who: Requester,
  told: unknown,
): Promise<DownloadedPicture[]> {
  const got: DownloadedPicture[] = [];
  for (const name of new Set(JSON.stringify(told).match(NAME))) {
    for (const kind of ['avatar', 'persona']) {
      const answer = await send(who, `/files/${kind}/${name}/96`);
      if (answer.status !== 200) continue;
      const bytes = Buffer.from(await answer.arrayBuffer());
      got.push({ name, bytes, sum: createHash('sha256').update(bytes).digest('hex') });
    }
  }
  return got;
}

/** Returns the name and checksum of each picture, as rows for the linkage check. */
export const pictureRows = (all: readonly DownloadedPicture[]) =>
  all.map(({ name, sum }) => ({ name, sum }));

/** Returns the pairs of similar pictures that one person has under two names. */
export async function similarPictures(
  all: readonly DownloadedPicture[],
  by: readonly Identity[],
): Promise<string[]> {
  const ownerOf = ({ name }: DownloadedPicture) => by.find(({ marks }) => marks.includes(name))?.of;
  const found: string[] = [];
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      if (!ownerOf(one) || ownerOf(one) !== ownerOf(other)) continue;
      if (await picturesLookAlike(one.bytes, other.bytes))
        found.push(`${one.name} looks like ${other.name}`);
    }
  }
  return found;
}
