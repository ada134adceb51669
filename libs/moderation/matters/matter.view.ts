import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { WithdrawalReason } from '#vetting/vouches/vouch.entity.js';
import { ForwardedFile } from '../reports/forwarded-file.view.js';
import { MatterNoteView } from './matter-note.view.js';
import { MatterOutcome } from './matter.entity.js';
import { Notice } from '../notices/notice.entity.js';
import { ReportReason } from '../reports/report.entity.js';
import { Reportable } from '../reports/reportables.js';
import { SeparationInForce } from '../separations/separation.view.js';

/** One report as whoever has its matter in hand reads it. Who wrote it is nowhere. */
@ObjectType()
export class ReportFile {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => Reportable)
  subjectName!: Reportable;

  @Field(() => ReportReason)
  reason!: ReportReason;

  @Field()
  forwarded!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The picture that was forwarded: WebP in base64.',
  })
  picture!: string | null;

  @Field(() => [ForwardedFile])
  files!: readonly ForwardedFile[];

  @Field()
  context!: string;

  @Field()
  note!: string;

  /** The name under which the reporter met them there. */
  @Field()
  knownAs!: string;

  /** Whether moderation took it away since. */
  @Field(() => Boolean)
  isRemoved!: boolean;
}

/** What somebody did in a matter, by the audit: whether it was the viewer, not who. */
@ObjectType()
export class MatterStep {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  /** A verb of the policy. */
  @Field()
  action!: string;

  @Field(() => Boolean)
  isMine!: boolean;
}

/** A vouch for the member was withdrawn, and two who vet saw a reason for concern. Who any of them is stands nowhere. */
@ObjectType()
export class MatterConcern {
  @Field(() => WithdrawalReason)
  reason!: WithdrawalReason;

  /** Of whoever took the vouch back. */
  @Field(() => String, { nullable: true })
  words!: string | null;

  /** Of those who looked again. */
  @Field(() => [String])
  opinions!: string[];
}

/** All that was forwarded, and what was done since. */
@ObjectType()
export class MatterFile {
  /** Oldest first. */
  @Field(() => [ReportFile])
  reports!: ReportFile[];

  /** What was done and what its person is told of it, oldest first. */
  @Field(() => [Notice])
  acts!: Notice[];

  /** Oldest first. */
  @Field(() => [MatterConcern])
  concerns!: MatterConcern[];

  /** Oldest first. */
  @Field(() => [MatterStep])
  history!: MatterStep[];

  /** How it ended before it was opened again; the reason stands in the notes. */
  @Field(() => MatterOutcome, { nullable: true })
  outcome!: MatterOutcome | null;

  /** Oldest first. */
  @Field(() => [MatterNoteView])
  notes!: MatterNoteView[];

  /** What parts the reported member from somebody now. */
  @Field(() => [SeparationInForce])
  separations!: SeparationInForce[];

  /** The request to remove the member for good that waits for a second person. */
  @Field(() => ID, { nullable: true })
  removalId!: string | null;

  /** Earlier suspensions of the reported member, or of the reported persona alone, of any time. */
  @Field(() => Int)
  earlierSuspensions!: number;
}
