import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsIn, IsString } from 'class-validator';
import { SingleLineText, NameText } from '#kernel/text.decorators.js';
import { AUDIENCES, type Audience } from '#policy/facts/audiences.js';
import { IsTerm, IsTerritory } from '#taxonomy/is-term.decorator.js';
import { AffiliationAudience } from './organisation.view.js';
import { OrganisationAudience } from './organisation.entity.js';

@InputType('FoundOrganisationInput')
export class CreateOrganisationInput {
  @Field(() => String)
  @NameText(80)
  name!: string;

  @Field(() => String, { defaultValue: '' })
  @SingleLineText(200, { canBeBlank: true })
  about!: string;

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(5)
  @IsTerm('issue', { each: true })
  issueAreas!: string[];

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(8)
  @IsTerm('practice', { each: true })
  practices!: string[];

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(10)
  @IsTerritory(['shared', 'country'], { each: true })
  territories!: string[];

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(10)
  @IsTerm('language', { each: true })
  languages!: string[];

  @Field(() => OrganisationAudience)
  @IsEnum(OrganisationAudience)
  audience!: OrganisationAudience;

  /** Only for the audience `groups`: ids of the spokesperson's own groups in which they use no persona. */
  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(20)
  @IsString({ each: true })
  groupIds!: string[];
}

@InputType()
export class EditOrganisationInput extends CreateOrganisationInput {
  @Field(() => ID)
  @IsString()
  organisationId!: string;
}

@InputType()
export class InviteToOrganisationInput {
  @Field(() => ID)
  @IsString()
  organisationId!: string;

  @Field(() => ID)
  @IsString()
  personId!: string;
}

@InputType()
export class AffiliationAudienceInput {
  @Field(() => ID)
  @IsString()
  affiliationId!: string;

  @Field(() => AffiliationAudience)
  @IsIn(AUDIENCES)
  audience!: Audience;
}
