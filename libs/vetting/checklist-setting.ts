import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { ChangeableSettings } from '#settings/changeable-settings.service.js';
import { ChecklistItem, NO_CONFLICT } from './checklist-item.entity.js';
import { type AskedList, changesOf, hashOf, isSaidAlike } from './desk-words-changes.js';
import { listedItem, type ListedItem } from './desk-words-lists.js';
import type { ChecklistItemInput } from './desk-words.inputs.js';
import { DeskWords } from './desk-words.service.js';

export const CHECKLIST = 'checklist';

type Asked = AskedList<ListedItem>;

/**
 * The list that reviewers tick, as a setting that two administrators change. What is said otherwise is another item: reviews
 * keep naming what was ticked, in its words.
 */
@Injectable()
export class ChecklistSetting implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly words: DeskWords,
    private readonly changeable: ChangeableSettings,
  ) {}

  onModuleInit() {
    this.changeable.register(CHECKLIST, {
      current: () => this.current(),
      check: (value) => this.check(value as Asked),
      apply: (value) => this.apply(value as Asked),
      shown: (from, to) => changesOf(from as ListedItem[], (to as Asked).items, TELLING),
    });
  }

  /** As it would be, with a name for whatever is new or said otherwise. */
  async asked(readAs: string, inputs: readonly ChecklistItemInput[]): Promise<Asked> {
    const now = new Map((await this.current()).map((item) => [item.key, item]));
    const items = inputs.map(({ key, labels }): ListedItem => {
      const was = key ? now.get(key) : undefined;
      if (key && !was) throw new Conflict('settings.changed');
      if (was && isSaidAlike(was.labels, labels)) return was;
      return { key: newId(), labels, insteadOf: was?.key ?? null };
    });
    return { readAs, items };
  }

  private async current(): Promise<ListedItem[]> {
    return (await this.words.checklist()).map(listedItem);
  }

  private async check({ readAs, items }: Asked): Promise<void> {
    const now = await this.current();
    if (hashOf(now) !== readAs) throw new Conflict('settings.changed');
    // Its words stay too: said otherwise it would be another one.
    if (!items.some(({ key }) => key === NO_CONFLICT)) {
      throw new Invalid('input', { items: 'noConflictStays' });
    }
    if (keysOf(items) === keysOf(now)) throw new Conflict('settings.same');
  }

  private async apply({ items }: Asked): Promise<void> {
    const rows = this.db.repo(ChecklistItem);
    const inUse = new Map((await this.words.checklist()).map((row) => [row.key, row]));
    for (const [position, { key, labels }] of items.entries()) {
      const row = inUse.get(key) ?? rows.create({ key, labels });
      await rows.save(Object.assign(row, { position }));
      inUse.delete(key);
    }
    await rows.update({ key: In([...inUse.keys()]) }, { retiredAt: this.clock.now() });
  }
}

const TELLING = {
  ofWhat: () => '',
  texts: ({ labels }: ListedItem) => [labels],
};

const keysOf = (items: readonly ListedItem[]) => items.map(({ key }) => key).join();
