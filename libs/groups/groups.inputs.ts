import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { SingleLineText, NameText, MultiLineText } from '#kernel/text.decorators.js';
import { IsTerm } from '#taxonomy/is-term.decorator.js';
import { TermSearchArgs } from '#taxonomy/words/term-search.view.js';
import { AgreementsVersionNumber, MAX_AGREEMENTS_LENGTH } from './agreements/agreements.inputs.js';
import { GroupAccess, MAX_QUESTIONS } from './group.entity.js';

/** The highest number of visible characters of a join question. */
const MAX_QUESTION_LENGTH = 200;
const MAX_ANSWER_LENGTH = 1_000;

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

  /** The join questions, in order. */
  @Field(() => [String], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MAX_QUESTIONS)
  @ArrayUnique()
  @SingleLineText(MAX_QUESTION_LENGTH, { each: true })
  questions?: string[] | null;

  /** The only join question, from a web app that knows one. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @SingleLineText(MAX_QUESTION_LENGTH, { canBeBlank: true })
  question?: string | null;
}

@InputType('FoundGroupInput')
export class CreateGroupInput extends GroupTextInput {
  @Field(() => String, { defaultValue: '' })
  @MultiLineText(MAX_AGREEMENTS_LENGTH, { canBeBlank: true })
  agreements!: string;

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

  /**
   * The join questions that the steward edited, in order. The edit is refused if the group has others meanwhile. They
   * are compared, not stored, so they are not normalised.
   */
  @Field(() => [String], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MAX_QUESTIONS)
  @IsString({ each: true })
  questionsBefore?: string[] | null;

  /** Only earlier versions of the web app send it: a changed text becomes a version without a summary. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MultiLineText(MAX_AGREEMENTS_LENGTH, { canBeBlank: true })
  agreements?: string | null;
}

@ArgsType()
export class GroupSearchArgs extends TermSearchArgs {
  /** Also finds coalitions, which are groups of another kind. */
  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  withCoalitions?: boolean | null;
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

  @AgreementsVersionNumber()
  agreementsVersion!: number;
}

@InputType()
export class JoinAnswerInput {
  /** The wording of the question as the requester read it. It is compared, not stored, so it is not normalised. */
  @Field(() => String)
  @IsString()
  question!: string;

  @Field(() => String)
  @MultiLineText(MAX_ANSWER_LENGTH)
  answer!: string;
}

/** The text that a requester writes to the stewards of a group. */
@InputType({ isAbstract: true })
export abstract class JoinAnswersInput {
  /** One answer to each join question of the group. */
  @Field(() => [JoinAnswerInput], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_QUESTIONS)
  @ValidateNested({ each: true })
  @Type(() => JoinAnswerInput)
  answers?: JoinAnswerInput[] | null;

  /** Text to a group without questions; also the only answer, from a web app that knows one question. */
  @Field(() => String, { defaultValue: '' })
  @MultiLineText(MAX_ANSWER_LENGTH, { canBeBlank: true })
  answer!: string;
}

@InputType()
export class RequestToJoinInput extends JoinAnswersInput {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  /** Name of a persona, used in this group only; null for the profile's name. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @NameText(60)
  personaName?: string | null;

  @AgreementsVersionNumber()
  agreementsVersion!: number;
}

/** The answers are ignored if the link admits its holder at once. */
@InputType()
export class UseGroupLinkInput extends JoinAnswersInput {
  @Field(() => String)
  @IsString()
  token!: string;

  /** Name of a persona, used in this group only; null for the profile's name. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @NameText(60)
  personaName?: string | null;

  @AgreementsVersionNumber()
  agreementsVersion!: number;
}

@ArgsType()
export class AcceptGroupInvitationArgs {
  @Field(() => ID)
  @IsString()
  invitationId!: string;

  @AgreementsVersionNumber()
  agreementsVersion!: number;
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
