import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import type { InLanguages } from './checklist-item.entity.js';
import { ReasonClass } from '../reviews/review.entity.js';

export enum TemplatePurpose {
  ask = 'ask',
  accept = 'accept',
  decline = 'decline',
}
registerEnumType(TemplatePurpose, { name: 'TemplatePurpose' });

/** A text to begin with: a question, why to accept, or what somebody is told with a decline. It is edited before it is sent. */
@Entity()
export class ReasonTemplate extends Row {
  @Column('text')
  purpose!: TemplatePurpose;

  /** With a decline: of which class it speaks. */
  @Column('text', { nullable: true })
  reasonClass!: ReasonClass | null;

  @Column('jsonb')
  titles!: InLanguages;

  @Column('jsonb')
  bodies!: InLanguages;

  @Column('int')
  position!: number;

  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}
