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

  /** Name of a persona, used in this group only; null for the profile's name. */
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

  /** Name of a persona, used in this group only; null for the profile's name. */
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

  /** Answer to the group's question. Ignored if the link admits its holder at once. */
  @Field(() => String, { defaultValue: '' })
  @Paragraphs(1_000, { canBeBlank: true })
  answer!: string;

  /** Name of a persona, used in this group only; null for the profile's name. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Name(60)
  personaName?: string | null;
}

/** The member to invite, or whose invitation to withdraw. */
@InputType('InviteToGroupInput')
export class GroupInvitationInput {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  @Field(() => ID)
  @IsString()
  personId!: string;
}
