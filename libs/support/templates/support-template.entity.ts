import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import type { LocalizedText } from '#kernel/localized-text.js';

export enum SupportTemplatePurpose {
  accept = 'accept',
  ask = 'ask',
  decline = 'decline',
  refer = 'refer',
}
registerEnumType(SupportTemplatePurpose, {
  name: 'SupportTemplatePurpose',
  description:
    'accept: a request is accepted. ask: a question in the conversation. decline: a request is refused. refer: other organisations help better.',
});

/** A text of this instance that a supporter can start from and edit before they send it. It belongs to no case. */
@Entity()
export class SupportTemplate extends Row {
  @Column('text')
  purpose!: SupportTemplatePurpose;

  @Column('jsonb')
  titles!: LocalizedText;

  @Column('jsonb')
  bodies!: LocalizedText;

  @Column('int')
  position!: number;

  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}
