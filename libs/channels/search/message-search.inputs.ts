import { ArgsType, Field, GraphQLISODateTime, ID, Int } from '@nestjs/graphql';
import { IsDate, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Line } from '#kernel/text.decorators.js';

@ArgsType()
export class SearchMessagesArgs {
  /** Words of which each must be there, the last one perhaps its beginning; in quotes, a phrase. Blank only with an author. */
  @Field(() => String)
  @Line(200, { canBeBlank: true })
  text!: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  channelId?: string | null;

  /** As messages name their author: a membership, or in a conversation a profile. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  authorId?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @IsDate()
  from?: Date | null;

  /** Up to this moment, and not at it. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @IsDate()
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
