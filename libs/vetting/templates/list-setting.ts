import type { ObjectLiteral, Repository } from 'typeorm';
import { Conflict } from '#kernel/errors.js';
import type { ChangeableSetting } from '#settings/changeable-settings.service.js';
import {
  type AskedList,
  changesOf,
  hashOf,
  type Listed,
  type Telling,
} from './desk-words-changes.js';

interface ListKind<Item> {
  /** In order. */
  current(): Promise<Item[]>;
  /** Throws Invalid for a list that cannot be, and Conflict `settings.same` when it is so already. */
  assertFits(items: readonly Item[], now: readonly Item[]): void;
  /** Makes it so, in the open transaction. */
  apply(items: readonly Item[]): Promise<void>;
  readonly telling: Telling<Item>;
}

/** A whole list as one setting: asked for by whoever read it, and refused where another came meanwhile. */
export function listSetting<Item extends Listed>(kind: ListKind<Item>): ChangeableSetting {
  const itemsOf = (value: unknown) => (value as AskedList<Item>).items;
  return {
    current: () => kind.current(),
    async check(value) {
      const now = await kind.current();
      if (hashOf(now) !== (value as AskedList<Item>).readAs) throw new Conflict('settings.changed');
      kind.assertFits(itemsOf(value), now);
    },
    apply: (value) => kind.apply(itemsOf(value)),
    shown: (from, to) => changesOf(from as Item[], itemsOf(to), kind.telling),
  };
}

interface PlacedRow extends ObjectLiteral {
  position: number;
  retiredAt: Date | null;
}

/** Keeps the rows of a list in this order, and retires those of `inUse` that are no longer among them. */
export async function keepInOrder<Row extends PlacedRow>(
  rows: Repository<Row>,
  inUse: readonly Row[],
  wanted: readonly Row[],
  retiredAt: Date,
): Promise<void> {
  for (const [position, row] of wanted.entries()) await rows.save(Object.assign(row, { position }));
  const gone = inUse.filter((row) => !wanted.includes(row));
  for (const row of gone) await rows.save(Object.assign(row, { retiredAt }));
}
