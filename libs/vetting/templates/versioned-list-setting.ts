import type { ObjectLiteral, Repository } from 'typeorm';
import { Conflict } from '#kernel/errors.js';
import type { ChangeableSetting } from '#settings/changeable-settings.service.js';
import {
  type RequestedList,
  describeListChanges,
  hashOfList,
  type KeyedListItem,
  type ListItemFormatter,
} from './requested-list-changes.js';

interface ListKind<Item> {
  current(): Promise<Item[]>;
  /** Throws Invalid for an invalid list and Conflict `settings.same` for an unchanged one. */
  assertFits(items: readonly Item[], now: readonly Item[]): void;
  /** Stores the list in the open transaction. */
  apply(items: readonly Item[]): Promise<void>;
  readonly formatter: ListItemFormatter<Item>;
}

/** A whole list as one setting. A request that is based on an outdated list is refused. */
export function versionedListSetting<Item extends KeyedListItem>(
  kind: ListKind<Item>,
): ChangeableSetting {
  const itemsOf = (value: unknown) => (value as RequestedList<Item>).items;
  return {
    current: () => kind.current(),
    async check(value) {
      const now = await kind.current();
      if (hashOfList(now) !== (value as RequestedList<Item>).readAs)
        throw new Conflict('settings.changed');
      kind.assertFits(itemsOf(value), now);
    },
    apply: (value) => kind.apply(itemsOf(value)),
    shown: (from, to) => describeListChanges(from as Item[], itemsOf(to), kind.formatter),
  };
}

interface PlacedRow extends ObjectLiteral {
  position: number;
  retiredAt: Date | null;
}

/** Stores the rows in this order, and retires the rows of `inUse` that are not among them. */
export async function saveListInOrder<Row extends PlacedRow>(
  rows: Repository<Row>,
  inUse: readonly Row[],
  wanted: readonly Row[],
  retiredAt: Date,
): Promise<void> {
  for (const [position, row] of wanted.entries()) await rows.save(Object.assign(row, { position }));
  const gone = inUse.filter((row) => !wanted.includes(row));
  for (const row of gone) await rows.save(Object.assign(row, { retiredAt }));
}
