import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { ChangeableSettings } from '#settings/changeable-settings.service.js';
import { ChecklistItem, NO_CONFLICT } from './checklist-item.entity.js';
import { type AskedList, isSaidAlike } from './desk-words-changes.js';
import { listedItem, type ListedItem } from './desk-words-lists.js';
import type { ChecklistItemInput } from './desk-words.inputs.js';
import { DeskWords } from './desk-words.service.js';
import { keepInOrder, listSetting } from './list-setting.js';

export const CHECKLIST = 'checklist';

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
    const setting = listSetting<ListedItem>({
      current: () => this.current(),
      assertFits,
      apply: (items) => this.apply(items),
      telling: { ofWhat: () => '', texts: ({ labels }) => [labels] },
    });
    this.changeable.register(CHECKLIST, setting);
  }

  /** As it would be, with a name for whatever is new or said otherwise. */
  async asked(
    readAs: string,
    inputs: readonly ChecklistItemInput[],
  ): Promise<AskedList<ListedItem>> {
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

  private async apply(items: readonly ListedItem[]): Promise<void> {
    const rows = this.db.repo(ChecklistItem);
    const inUse = await this.words.checklist();
    const byKey = new Map(inUse.map((row) => [row.key, row]));
    const wanted = items.map(({ key, labels }) => byKey.get(key) ?? rows.create({ key, labels }));
    await keepInOrder(rows, inUse, wanted, this.clock.now());
  }
}

function assertFits(items: readonly ListedItem[], now: readonly ListedItem[]): void {
  // Its words stay too: said otherwise it would be another one.
  if (!items.some(({ key }) => key === NO_CONFLICT)) {
    throw new Invalid('input', { items: 'noConflictStays' });
  }
  if (keysOf(items) === keysOf(now)) throw new Conflict('settings.same');
}

const keysOf = (items: readonly ListedItem[]) => items.map(({ key }) => key).join();
