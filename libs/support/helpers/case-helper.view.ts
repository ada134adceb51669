import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { PersonCard } from '#profiles/persons/person.view.js';
import { SupportKind } from '../requests/support-request.entity.js';
import { CaseHelperState, HelperEndReason } from './case-helper.entity.js';

/** An agreement of the requester: the exact text, to whom, and until when. */
@ObjectType()
export class ConsentEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => CaseHelperState)
  state!: CaseHelperState;

  /** The name of the helper in this case. */
  @Field(() => String)
  name!: string;

  @Field(() => String)
  text!: string;

  @Field(() => GraphQLISODateTime)
  until!: Date;

  /** The hash that a consent must contain: another text, name or day has another one. */
  @Field(() => String)
  hash!: string;

  @Field(() => GraphQLISODateTime, { nullable: true })
  consentedAt!: Date | null;

  /** When the helper could read for the first time. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  openedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => HelperEndReason, { nullable: true })
  endedBy!: HelperEndReason | null;
}

/** An outside helper as the supporters of the case see them. */
@ObjectType()
export class CaseHelperView {
  @Field(() => ID)
  id!: string;

  @Field(() => CaseHelperState)
  state!: CaseHelperState;

  /** Null if the viewer can no longer find the person. */
  @Field(() => PersonCard, { nullable: true })
  person!: PersonCard | null;

  /** The name that the helper chose; null before they agree. */
  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  text!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  until!: Date | null;

  /** Until when the helper can answer the question. */
  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => HelperEndReason, { nullable: true })
  endedBy!: HelperEndReason | null;

  /** The request for approval that waits for another supporter; null if there is none. */
  @Field(() => ID, { nullable: true })
  waitingActId!: string | null;

  /** The thread of the helper, also after its end. */
  @Field(() => ID, { nullable: true })
  channelId!: string | null;
}

/** A case in which the viewer is asked to help, or helps. It shows nothing else of the case. */
@ObjectType()
export class HelperCase {
  /** The id of the support request. */
  @Field(() => ID)
  id!: string;

  @Field(() => SupportKind)
  kind!: SupportKind;

  @Field(() => CaseHelperState)
  state!: CaseHelperState;

  /** The work name of the supporter who leads the case. */
  @Field(() => String, { nullable: true })
  leadName!: string | null;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;

  /** The name that the viewer chose in this case. */
  @Field(() => String, { nullable: true })
  name!: string | null;

  /** The text for the viewer; null until the thread is open. */
  @Field(() => String, { nullable: true })
  text!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  until!: Date | null;

  @Field(() => ID, { nullable: true })
  channelId!: string | null;
}
