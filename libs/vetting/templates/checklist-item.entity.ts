import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import type { Language } from '#kernel/language.js';

/** A text of the instance in each of its languages. */
export type InLanguages = Readonly<Record<Language, string>>;

/** The one item that an instance cannot take from its list. */
export const NO_CONFLICT = 'noConflict';

/** What a reviewer looks at before having an opinion. Retired ones stay, since reviews name them. */
@Entity()
export class ChecklistItem extends Row {
  /** How a review names it. */
  @Column('text', { unique: true })
  key!: string;

  @Column('jsonb')
  labels!: InLanguages;

  @Column('int')
  position!: number;

  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}
