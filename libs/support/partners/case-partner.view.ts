import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { PersonCard } from '#profiles/persons/person.view.js';
import {
  SupportKind,
  SupportRequestAction,
  SupportStage,
} from '../requests/support-request.entity.js';

/** A person of the partner side, or one who is invited, as the requester of the case sees them. */
@ObjectType()
export class CasePartnerView {
  @Field(() => ID)
  id!: string;

  /** Null if the requester can no longer find the person. */
  @Field(() => PersonCard, { nullable: true })
  person!: PersonCard | null;

  /** The name that the person chose in this case; null before they accept. */
  @Field(() => String, { nullable: true })
  chosenName!: string | null;

  /** Whether the person accepted. An invitation that was declined looks like one without an answer. */
  @Field(() => Boolean)
  takesPart!: boolean;

  /** Whether the requester offers the case to this person. */
  @Field(() => Boolean)
  isOfferedOwnership!: boolean;

  /** When the invitation ends; null for a person who takes part. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  expiresAt!: Date | null;
}

/** An invitation to the partner side. It shows nothing of the case. */
@ObjectType()
export class PartnerInvitation {
  /** The id of the support request. */
  @Field(() => ID)
  id!: string;

  /** The person who invites; null if the viewer cannot find them. */
  @Field(() => PersonCard, { nullable: true })
  inviter!: PersonCard | null;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;
}

/** A case in which the viewer is on the partner side, without what its requester wrote when they asked. */
@ObjectType()
export class PartnerCase {
  /** The id of the support request. */
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => SupportKind)
  kind!: SupportKind;

  @Field(() => SupportStage)
  stage!: SupportStage;

  /** The person who invited the viewer; null if the viewer can no longer find them. */
  @Field(() => PersonCard, { nullable: true })
  inviter!: PersonCard | null;

  /** When the case closes that its requester left; null unless it is paused. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  pausedUntil!: Date | null;

  /** When the case will be destroyed; null while it is open. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  destroyedAt!: Date | null;

  @Field(() => [SupportRequestAction])
  viewerCan!: string[];
}
