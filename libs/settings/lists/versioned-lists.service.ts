import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, Repository } from 'typeorm';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { ChangeableSettingsService } from '../changeable-settings.service.js';
import {
  describeListChanges,
  type KeyedListItem,
  type ListItemFormatter,
} from './describe-list-changes.js';

/** A requested change of a list: the hash of the list that the requester read, and the new items. */
export interface RequestedList<Item> {
  readonly readAs: string;
  readonly items: readonly Item[];
}

interface ListKind<Item> {
  current(): Promise<Item[]>;
  /** Throws Invalid for an invalid list and Conflict `settings.same` for an unchanged one. */
  assertFits(items: readonly Item[], now: readonly Item[]): void;
  /** Stores the list in the open transaction. */
  apply(items: readonly Item[]): Promise<void>;
  readonly formatter: ListItemFormatter<Item>;
}

interface PlacedRow extends ObjectLiteral {
  position: number;
  retiredAt: Date | null;
}

/** SHA-256 of a list in hexadecimal digits. A change request contains it, so that a stale request is detected. */
const hashOf = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('hex');

/** Throws Conflict `settings.same` if `parts` returns the same for all items of both lists. */
export function assertChanged<Item>(
  items: readonly Item[],
  now: readonly Item[],
  parts: (item: Item) => unknown,
): void {
  if (JSON.stringify(items.map(parts)) === JSON.stringify(now.map(parts)))
    throw new Conflict('settings.same');
}

/** Whole lists as settings, each of which two administrators change at once. */
@Injectable()
export class VersionedListsService {
  constructor(
    private readonly clock: Clock,
    private readonly changeable: ChangeableSettingsService,
  ) {}

  /** Registers a list as one setting. A request that is based on an outdated list is refused. */
  register<Item extends KeyedListItem>(name: string, kind: ListKind<Item>): void {
    const itemsOf = (value: unknown) => (value as RequestedList<Item>).items;
    this.changeable.register(name, {
      current: () => kind.current(),
      async check(value) {
        const now = await kind.current();
        if (hashOf(now) !== (value as RequestedList<Item>).readAs)
          throw new Conflict('settings.changed');
        kind.assertFits(itemsOf(value), now);
      },
      apply: (value) => kind.apply(itemsOf(value)),
      shown: (from, to) => describeListChanges(from as Item[], itemsOf(to), kind.formatter),
    });
  }

  /** The hash of a list, which a request to change it sends back. */
  hashOf(list: unknown): string {
    return hashOf(list);
  }

  /** Stores the rows in this order, and retires the rows of `inUse` that are not among them. */
  async save<Row extends PlacedRow>(
    rows: Repository<Row>,
    inUse: readonly Row[],
    wanted: readonly Row[],
  ): Promise<void> {
    for (const [position, row] of wanted.entries())
      await rows.save(Object.assign(row, { position }));
    const retiredAt = this.clock.now();
    const gone = inUse.filter((row) => !wanted.includes(row));
    for (const row of gone) await rows.save(Object.assign(row, { retiredAt }));
  }
}
