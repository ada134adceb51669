import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';
import type { ForwardedFile } from './forwarded-file.view.js';
import { Reportable } from './reportables.js';

export enum ReportReason {
  harassment = 'harassment',
  threat = 'threat',
  hate = 'hate',
  exposure = 'exposure',
  impersonation = 'impersonation',
  spam = 'spam',
  other = 'other',
}
registerEnumType(ReportReason, { name: 'ReportReason' });

export enum ReportStage {
  open = 'open',
  closed = 'closed',
}
registerEnumType(ReportStage, { name: 'ReportStage' });

export const ReportAction = actionEnum('Report');

/** A member's complaint on something they can see. The reported person never learns of it, nor who wrote it. */
@Entity()
@ObjectType()
export class Report extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  reporterId!: string;

  @Column('uuid')
  matterId!: string;

  @Field(() => Reportable)
  @Column('text')
  subjectName!: Reportable;

  /** The id of the subject's row, or of the thing that it showed; kept with its name and asked for through access. */
  @Column('uuid')
  subjectKey!: string;

  @Field(() => ReportReason)
  @Column('text')
  reason!: ReportReason;

  /** The reporter's words. */
  @Sealed()
  note!: string;

  /** What the reporter forwarded, as it stood then: a later edit hides nothing. */
  @Sealed()
  forwarded!: string;

  /** The picture that was forwarded, WebP in base64. Only for whoever works on the file: others read many of these rows. */
  @Sealed({ nullable: true })
  picture!: string | null;

  /** The files that its message had; null where it was none, or had none. */
  @Sealed({ nullable: true })
  files!: readonly ForwardedFile[] | null;

  /** What stood right around it. */
  @Sealed()
  context!: string;

  /** The name under which the reporter met whom they report. */
  @Sealed()
  knownAs!: string;

  /** Account ids of whoever wrote some of what was forwarded, under a persona too: recused (R3), told to nobody. */
  @Column('uuid', { array: true, default: '{}' })
  namedIds!: string[];

  @Field(() => ReportStage)
  @Column('text', { default: ReportStage.open })
  stage!: ReportStage;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
