import { Field, ID, InputType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
} from 'class-validator';
import { NameText } from '#kernel/text.decorators.js';
import { AgreementsVersionNumber } from '../coalitions.inputs.js';

@InputType()
export class GrantInput {
  @Field(() => ID)
  @IsString()
  participantId!: string;

  /** The ids of memberships of the group, or of affiliations to the organisation. */
  @Field(() => [ID])
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  personIds!: string[];
}

@InputType()
export class TakePartInput {
  @Field(() => ID)
  @IsString()
  grantId!: string;

  /** Name of a persona, used in this coalition only; null for the profile's name. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @NameText(60)
  personaName?: string | null;

  /** Whether the coalition sees through which participant the viewer comes. */
  @Field(() => Boolean, { defaultValue: false })
  @IsBoolean()
  isShown!: boolean;

  /** Null for a viewer who takes part already: they keep their name and their consent. */
  @AgreementsVersionNumber({ isOptional: true })
  agreementsVersion?: number | null;
}
