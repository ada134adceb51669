import { Field, ID, InputType, ObjectType, OmitType } from '@nestjs/graphql';
import { IsEnum, IsString, IsUUID, MaxLength } from 'class-validator';
import { Language } from '#kernel/language.js';
import { AskSupportInput } from '../support-request.inputs.js';

/** A request without an account. It excludes nobody: who has no account reads no work names. */
@InputType()
export class AskAsGuestInput extends OmitType(AskSupportInput, ['excludedIds'] as const) {
  /** The language of the pages and of the recovery phrase. */
  @Field(() => Language)
  @IsEnum(Language)
  language!: Language;
}

/** The phrase of one of the viewer's requests that they have saved. */
@InputType()
export class SavedCasePhraseInput {
  @Field(() => ID)
  @IsUUID()
  requestId!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(500)
  words!: string;
}

/** The recovery phrase of a case. The server returns its words only once. */
@ObjectType()
export class CasePhrase {
  @Field(() => ID)
  requestId!: string;

  @Field(() => [String])
  words!: readonly string[];
}

/** A request that was just made, with its guest. */
export interface GuestRequest extends CasePhrase {
  readonly guestId: string;
}
