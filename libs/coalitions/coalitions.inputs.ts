import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText, NameText } from '#kernel/text.decorators.js';

/** The version of the coalition's agreements that the viewer read and consents to. */
export const AgreementsVersionNumber = ({ isOptional = false } = {}): PropertyDecorator =>
  applyDecorators(
    Field(() => Int, { nullable: isOptional }),
    ...(isOptional ? [IsOptional()] : []),
    IsInt(),
    Min(1),
    Max(1_000_000),
  ) as PropertyDecorator;

/** Names a group or an organisation: exactly one of the two ids. */
@InputType({ isAbstract: true })
export abstract class GroupOrOrganisationInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  groupId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  organisationId?: string | null;
}

/** A group or an organisation, and how the coalition sees it. */
@InputType({ isAbstract: true })
export abstract class NewParticipantInput extends GroupOrOrganisationInput {
  /**
   * The name in this coalition; null for the own name and a link to the page. Hidden groups, and organisations that are
   * not open to all members, need one.
   */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @NameText(60)
  shownName?: string | null;
}

@InputType()
export class FoundCoalitionInput extends NewParticipantInput {
  @Field(() => String)
  @NameText(60)
  name!: string;

  @Field(() => String)
  @MultiLineText(600)
  purpose!: string;

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(4_000, { canBeBlank: true })
  agreements!: string;

  /** Whether every member of the instance can see the coalition's name, purpose, agreements and participants. */
  @Field(() => Boolean)
  @IsBoolean()
  isListed!: boolean;
}

@InputType()
export class EditCoalitionInput {
  @Field(() => ID)
  @IsString()
  coalitionId!: string;

  @Field(() => String)
  @NameText(60)
  name!: string;

  @Field(() => String)
  @MultiLineText(600)
  purpose!: string;
}

/** Invites a group or an organisation that the viewer can see; without either it makes a link. */
@InputType()
export class InviteToCoalitionInput extends GroupOrOrganisationInput {
  @Field(() => ID)
  @IsString()
  coalitionId!: string;

  /** The reason, for the coalition steward who approves; needed from two participants on. */
  @Field(() => String, { defaultValue: '' })
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH, { canBeBlank: true })
  reason!: string;
}

@InputType()
export class AcceptCoalitionInvitationInput {
  @Field(() => ID)
  @IsString()
  invitationId!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @NameText(60)
  shownName?: string | null;

  @AgreementsVersionNumber()
  agreementsVersion!: number;
}

@InputType()
export class UseCoalitionLinkInput extends NewParticipantInput {
  @Field(() => String)
  @IsString()
  token!: string;

  @AgreementsVersionNumber()
  agreementsVersion!: number;
}

@ArgsType()
export class RenameParticipantArgs {
  @Field(() => ID)
  @IsString()
  participantId!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @NameText(60)
  shownName?: string | null;
}
