import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsEnum, IsOptional, IsString } from 'class-validator';
import { Line, Name, Paragraphs } from '#kernel/text.decorators.js';
import { IsTerm } from '#taxonomy/is-term.decorator.js';
import { GroupAccess } from './group.entity.js';

@InputType()
export class GroupText {
  @Field(() => String)
  @Name(60)
  name!: string;

  @Field(() => String)
  @Paragraphs(600)
  purpose!: string;

  @Field(() => [ID])
  @ArrayMaxSize(5)
  @IsTerm('issue', { each: true })
  issueAreas!: string[];

  @Field(() => String, { defaultValue: '' })
  @Line(200, { canBeBlank: true })
  question!: string;

  @Field(() => String, { defaultValue: '' })
  @Paragraphs(4_000, { canBeBlank: true })
  agreements!: string;
}

@InputType()
export class FoundGroupInput extends GroupText {
  @Field(() => Boolean)
  @IsBoolean()
  isListed!: boolean;

  @Field(() => GroupAccess)
  @IsEnum(GroupAccess)
  access!: GroupAccess;
}

@InputType()
export class EditGroupInput extends GroupText {
  @Field(() => ID)
  @IsString()
  groupId!: string;
}

@ArgsType()
export class JoinGroupArgs {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  /** A name for this group only, so that it never meets another; null: the profile's. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Name(60)
  personaName?: string | null;
}

@InputType()
export class RequestToJoinInput {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  /** A name for this group only, so that it never meets another; null: the profile's. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Name(60)
  personaName?: string | null;

  @Field(() => String)
  @Paragraphs(1_000, { canBeBlank: true })
  answer!: string;
}

@InputType()
export class UseGroupLinkInput {
  @Field(() => String)
  @IsString()
  token!: string;

  /** To the group's question; not read where the link lets its holder in at once. */
  @Field(() => String, { defaultValue: '' })
  @Paragraphs(1_000, { canBeBlank: true })
  answer!: string;

  /** A name for this group only, so that it never meets another; null: the profile's. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Name(60)
  personaName?: string | null;
}

/** Somebody whom a steward invites, or no longer. */
@InputType('InviteToGroupInput')
export class GroupInvitationInput {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  @Field(() => ID)
  @IsString()
  personId!: string;
}
