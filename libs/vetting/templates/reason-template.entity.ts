import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import type { LocalizedText } from '#kernel/localized-text.js';
import { ReasonClass } from '../reviews/review.entity.js';

export enum TemplatePurpose {
  ask = 'ask',
  accept = 'accept',
  decline = 'decline',
}
registerEnumType(TemplatePurpose, { name: 'TemplatePurpose' });

/** A text that a reviewer can start from and edit: a question, a reason to accept, or an explanation of a decline. */
@Entity()
export class ReasonTemplate extends Row {
  @Column('text')
  purpose!: TemplatePurpose;

  /** The reason class that a template for a decline is about; null for other templates. */
  @Column('text', { nullable: true })
  reasonClass!: ReasonClass | null;

  @Column('jsonb')
  titles!: LocalizedText;

  @Column('jsonb')
  bodies!: LocalizedText;

  @Column('int')
  position!: number;

  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}
