import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import type { LocalizedText } from '#kernel/localized-text.js';

/** The key of the one item that cannot be removed from the checklist. */
export const NO_CONFLICT_ITEM_KEY = 'noConflict';

/**
 * An item that reviewers check before they form an opinion. Removed items are retired, not deleted, because reviews
 * refer to them.
 */
@Entity()
export class ChecklistItem extends Row {
  /** The key by which reviews refer to the item. */
  @Column('text', { unique: true })
  key!: string;

  @Column('jsonb')
  labels!: LocalizedText;

  @Column('int')
  position!: number;

  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}
