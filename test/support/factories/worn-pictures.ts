import { createHash } from 'node:crypto';
import { alike } from '#cleaning/images/squares.js';
import { type Asker, send } from '../app/client.js';
import type { Identity } from '../matrix/dots.js';

const NAME = /\b[0-9a-f]{32}\b/g;

/** A file as somebody got it. */
export interface Got {
  readonly name: string;
  readonly sum: string;
  readonly bytes: Buffer;
}

/** Every picture whose name stands in what somebody was told, as far as any door gives it to them. */
export async function picturesIn(who: Asker, told: unknown): Promise<Got[]> {
  const got: Got[] = [];
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

/** What a browser has of each: its name and its bytes, told together. */
export const asRows = (all: readonly Got[]) => all.map(({ name, sum }) => ({ name, sum }));

/** Those that look like one another though one person shows them under two names. */
export async function lookalikes(all: readonly Got[], by: readonly Identity[]): Promise<string[]> {
  const ownerOf = ({ name }: Got) => by.find(({ marks }) => marks.includes(name))?.of;
  const found: string[] = [];
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      if (!ownerOf(one) || ownerOf(one) !== ownerOf(other)) continue;
      if (await alike(one.bytes, other.bytes)) found.push(`${one.name} looks like ${other.name}`);
    }
  }
  return found;
}
