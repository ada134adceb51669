import { ArgsType, Field, GraphQLISODateTime, ID, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Moment, SingleLineText } from '#kernel/text.decorators.js';

@ArgsType()
export class SearchMessagesArgs {
  /**
   * Search terms, all of which must match. The last one may be a prefix; a quoted part is a phrase. May be blank only
   * if an author is given.
   */
  @Field(() => String)
  @SingleLineText(200, { canBeBlank: true })
  text!: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  channelId?: string | null;

  /** An author id as in messages: a membership in a group, a profile in a conversation. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  authorId?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @Moment()
  from?: Date | null;

  /** The end of the searched period, exclusive. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @Moment()
  until?: Date | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  first?: number | null;
}
