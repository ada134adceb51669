import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { WithdrawalReason } from '#vetting/vouches/vouch.entity.js';
import { ReportedFileMetadata } from '../reports/reported-file-metadata.view.js';
import { MatterNoteView } from './matter-note.view.js';
import { MatterOutcome } from './matter.entity.js';
import { Notice } from '../notices/notice.entity.js';
import { ReportReason } from '../reports/report.entity.js';
import { ReportableContentType } from '../reports/reportable-content-registry.js';
import { ActiveSeparation } from '../separations/separation.view.js';

/** A report as the assignee of its matter reads it; it never names the reporter. */
@ObjectType('ReportFile')
export class MatterFileReport {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => ReportableContentType)
  subjectName!: ReportableContentType;

  @Field(() => ReportReason)
  reason!: ReportReason;

  @Field()
  forwarded!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The picture that was forwarded: WebP in base64.',
  })
  picture!: string | null;

  @Field(() => [ReportedFileMetadata])
  files!: readonly ReportedFileMetadata[];

  @Field()
  context!: string;

  @Field()
  note!: string;

  /** The name under which the reporter knows the reported member. */
  @Field()
  knownAs!: string;

  /** Whether moderation has removed the content. */
  @Field(() => Boolean)
  isRemoved!: boolean;
}

/** An entry of the matter's audit. It shows whether the viewer did the act, not who else did. */
@ObjectType()
export class MatterStep {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  /** The name of the act: an action of the policy. */
  @Field()
  action!: string;

  @Field(() => Boolean)
  isMine!: boolean;
}

/** A withdrawn vouch for the member about which two reviewers had concerns. It names no one involved. */
@ObjectType()
export class MatterConcern {
  @Field(() => WithdrawalReason)
  reason!: WithdrawalReason;

  /** The text of the member who withdrew the vouch. */
  @Field(() => String, { nullable: true })
  words!: string | null;

  /** The texts of the reviewers. */
  @Field(() => [String])
  opinions!: string[];
}

/** The content of a matter: reports, acts and notes. */
@ObjectType()
export class MatterFile {
  /** Reports, oldest first. */
  @Field(() => [MatterFileReport])
  reports!: MatterFileReport[];

  /** Acts and the notices about them, oldest first. */
  @Field(() => [Notice])
  acts!: Notice[];

  /** Concerns of reviewers, oldest first. */
  @Field(() => [MatterConcern])
  concerns!: MatterConcern[];

  /** Audit entries, oldest first. */
  @Field(() => [MatterStep])
  history!: MatterStep[];

  /** The outcome before the matter was opened again; a note contains the reason. */
  @Field(() => MatterOutcome, { nullable: true })
  outcome!: MatterOutcome | null;

  /** Notes of moderators, oldest first. */
  @Field(() => [MatterNoteView])
  notes!: MatterNoteView[];

  /** Active separations of the reported member. */
  @Field(() => [ActiveSeparation])
  separations!: ActiveSeparation[];

  /** The pending two-person act that would remove the member. */
  @Field(() => ID, { nullable: true })
  removalId!: string | null;

  /** Number of all earlier suspensions of the reported member, or only of the reported persona. */
  @Field(() => Int)
  earlierSuspensions!: number;
}
