import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsEnum, IsOptional, IsString } from 'class-validator';
import { SingleLineText, NameText, MultiLineText } from '#kernel/text.decorators.js';
import { IsTerm } from '#taxonomy/is-term.decorator.js';
import { GroupAccess } from './group.entity.js';

@InputType('GroupText')
export class GroupTextInput {
  @Field(() => String)
  @NameText(60)
  name!: string;

  @Field(() => String)
  @MultiLineText(600)
  purpose!: string;

  @Field(() => [ID])
  @ArrayMaxSize(5)
  @IsTerm('issue', { each: true })
  issueAreas!: string[];

  @Field(() => String, { defaultValue: '' })
  @SingleLineText(200, { canBeBlank: true })
  question!: string;

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(4_000, { canBeBlank: true })
  agreements!: string;
}

@InputType('FoundGroupInput')
export class CreateGroupInput extends GroupTextInput {
  @Field(() => Boolean)
  @IsBoolean()
  isListed!: boolean;

  @Field(() => GroupAccess)
  @IsEnum(GroupAccess)
  access!: GroupAccess;
}

@InputType()
export class EditGroupInput extends GroupTextInput {
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
  @NameText(60)
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
  @NameText(60)
  personaName?: string | null;

  @Field(() => String)
  @MultiLineText(1_000, { canBeBlank: true })
  answer!: string;
}

@InputType()
export class UseGroupLinkInput {
  @Field(() => String)
  @IsString()
  token!: string;

  /** Answer to the group's question. Ignored if the link admits its holder at once. */
  @Field(() => String, { defaultValue: '' })
  @MultiLineText(1_000, { canBeBlank: true })
  answer!: string;

  /** Name of a persona, used in this group only; null for the profile's name. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @NameText(60)
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
