import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { CaseFacts } from '../requests/case.view.js';
import { Supporter } from '../requests/supporter.entity.js';

/** A supporter who works on an accepted case. */
@ObjectType()
export class CaseTeamMember {
  @Field(() => Supporter)
  supporter!: Supporter;

  @Field(() => Boolean)
  isLead!: boolean;

  /** Whether the supporter would lead the case when its lead loses it; false for the lead. */
  @Field(() => Boolean)
  wouldLead!: boolean;

  /** The id of their part in the case, by which the side reports them; null for the supporters. */
  @Field(() => ID, { nullable: true })
  partId!: string | null;
}

/** A supporter in a case, by their part in it and the name they had then. The id stands in no other list. */
@ObjectType()
export class SupporterPart {
  /** The id that their messages have as their author. A report names it. */
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  workName!: string;
}

/** A case that the viewer read as its requester or on its side, and reads no more. */
@ObjectType()
export class FormerCase {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  /** The supporters of the viewer's time there, whom they can still report. It does not tell whether they still have it. */
  @Field(() => [SupporterPart])
  supporters!: SupporterPart[];
}

/** A supporter who is asked to join a case or to take it over, and reads nothing of it yet. */
@ObjectType()
export class SupporterOfferView {
  @Field(() => Supporter)
  supporter!: Supporter;

  @Field(() => Boolean)
  takesOver!: boolean;

  /** From when on the supporter can accept; until then the requester can exclude them. Null if they can accept now. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  acceptableFrom!: Date | null;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;

  /** Whether the requester agreed; false for supporters, who do not learn it. */
  @Field(() => Boolean)
  isAgreed!: boolean;
}

/** The supporters of an accepted case, for its requester and for its supporters. */
@ObjectType()
export class CaseTeamView {
  /** The lead first. Empty unless the case is accepted: a claim names nobody. */
  @Field(() => [CaseTeamMember])
  members!: CaseTeamMember[];

  /** Former supporters of the case whom the viewer can report. Only for the side. */
  @Field(() => [SupporterPart])
  earlier!: SupporterPart[];

  @Field(() => [SupporterOfferView])
  offers!: SupporterOfferView[];

  /** The ids that the messages of supporters have as their author, also of former supporters of the case. */
  @Field(() => [ID])
  supporterAuthorIds!: string[];

  /** The id that the messages of the present requester have as their author; null before the case has a conversation. */
  @Field(() => ID, { nullable: true })
  requesterAuthorId!: string | null;
}

/** A case that the viewer is asked to join or to take over, without a word of its requester. */
@ObjectType()
export class CaseOffer extends CaseFacts {
  /** Whether the viewer would become the lead; otherwise they would join. */
  @Field(() => Boolean)
  takesOver!: boolean;

  /** The work name of the lead, who asks. */
  @Field(() => String, { nullable: true })
  leadName!: string | null;

  /** Null if the viewer can accept now. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  acceptableFrom!: Date | null;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;
}
