import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString } from 'class-validator';
import { MAX_DELEGATES } from './delegate.entity.js';

/** The delegates of a participant: whoever is not named ends being one. */
@InputType()
export class NameDelegatesInput {
  @Field(() => ID)
  @IsString()
  participantId!: string;

  /** The ids of memberships of the group, or of affiliations to the organisation. */
  @Field(() => [ID])
  @IsArray()
  @ArrayMaxSize(MAX_DELEGATES)
  @ArrayUnique()
  @IsString({ each: true })
  personIds!: string[];

  /** The one of them who is coalition steward; null if the participant's stewards or spokesperson are. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  stewardId?: string | null;
}
