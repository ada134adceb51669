import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { SingleLineText } from '#kernel/text.decorators.js';

@ArgsType()
export class GroupMembersArgs {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  /** Part of the name in the group; case and accents are ignored. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @SingleLineText(60, { canBeBlank: true })
  words?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  after?: string | null;
}
