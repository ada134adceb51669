import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsString } from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText } from '#kernel/text.decorators.js';
import { GroupPrivacy } from './group-privacy.js';

@InputType()
export class GroupPrivacyInput {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  @Field(() => GroupPrivacy)
  @IsEnum(GroupPrivacy)
  privacy!: GroupPrivacy;
}

@InputType()
export class LessPrivateGroupInput extends GroupPrivacyInput {
  /** The reason, for the person who approves. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}
