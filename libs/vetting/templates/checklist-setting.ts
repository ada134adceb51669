import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { isSameLocalizedText } from '#kernel/localized-text.js';
import {
  type RequestedList,
  VersionedListsService,
} from '#settings/lists/versioned-lists.service.js';
import { ChecklistItem, NO_CONFLICT_ITEM_KEY } from './checklist-item.entity.js';
import {
  toRequestedChecklistItem,
  type RequestedChecklistItem,
} from './requested-checklist-and-templates.js';
import type { ChecklistItemInput } from './review-templates.inputs.js';
import { ReviewTemplatesService } from './review-templates.service.js';

export const CHECKLIST_SETTING_NAME = 'checklist';

/**
 * The reviewers' checklist, as a setting whose changes need two administrators. A reworded item gets a new key, so that
 * reviews keep referring to the text that the reviewer checked.
 */
@Injectable()
export class ChecklistSetting implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly words: ReviewTemplatesService,
    private readonly lists: VersionedListsService,
  ) {}

  onModuleInit() {
    this.lists.register<RequestedChecklistItem>(CHECKLIST_SETTING_NAME, {
      current: () => this.current(),
      assertFits,
      apply: (items) => this.apply(items),
      formatter: { labelSuffixOf: () => '', texts: ({ labels }) => ({ labels }) },
    });
  }

  /** Converts the input to a requested list. New and reworded items get a new key. */
  async asked(
    readAs: string,
    inputs: readonly ChecklistItemInput[],
  ): Promise<RequestedList<RequestedChecklistItem>> {
    const now = new Map((await this.current()).map((item) => [item.key, item]));
    const items = inputs.map(({ key, labels }): RequestedChecklistItem => {
      const was = key ? now.get(key) : undefined;
      if (key && !was) throw new Conflict('settings.changed');
      if (was && isSameLocalizedText(was.labels, labels)) return was;
      return { key: newId(), labels, insteadOf: was?.key ?? null };
    });
    return { readAs, items };
  }

  private async current(): Promise<RequestedChecklistItem[]> {
    return (await this.words.checklist()).map(toRequestedChecklistItem);
  }

  private async apply(items: readonly RequestedChecklistItem[]): Promise<void> {
    const rows = this.db.repo(ChecklistItem);
    const inUse = await this.words.checklist();
    const byKey = new Map(inUse.map((row) => [row.key, row]));
    const wanted = items.map(({ key, labels }) => byKey.get(key) ?? rows.create({ key, labels }));
    await this.lists.save(rows, inUse, wanted);
  }
}

function assertFits(
  items: readonly RequestedChecklistItem[],
  now: readonly RequestedChecklistItem[],
): void {
  // Comparing keys is enough, because a reworded item would have a new key.
  if (!items.some(({ key }) => key === NO_CONFLICT_ITEM_KEY)) {
    throw new Invalid('input', { items: 'noConflictStays' });
  }
  if (keysOf(items) === keysOf(now)) throw new Conflict('settings.same');
}

const keysOf = (items: readonly RequestedChecklistItem[]) => items.map(({ key }) => key).join();
