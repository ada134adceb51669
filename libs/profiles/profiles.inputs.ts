import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import type { Audience } from '#policy/facts/audiences.js';
import type { FieldKind } from './own-profile/field-values.js';
import { AudienceEnum, FieldKindEnum } from './persons/profile-field.entity.js';

/** Maximum length before normalisation. Each field kind has its own lower limit. */
const MOST_UNITS = 4_000;

@InputType()
export class SetProfileFieldInput {
  @Field(() => FieldKindEnum)
  @IsEnum(FieldKindEnum)
  kind!: FieldKind;

  /** The text of a field whose kind has a text. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MOST_UNITS)
  text?: string | null;

  /** The term ids of a field whose kind has terms of the reference data. */
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  terms?: string[] | null;

  /** The version of the field that the client edited. */
  @Field(() => Int)
  @IsInt()
  version!: number;
}

@InputType()
export class SetFieldAudienceInput {
  @Field(() => FieldKindEnum)
  @IsEnum(FieldKindEnum)
  kind!: FieldKind;

  @Field(() => AudienceEnum)
  @IsEnum(AudienceEnum)
  audience!: Audience;

  /**
   * The groups that may see a field with the audience `groups`. If omitted, every group of the owner may see the field,
   * except groups in which the owner has a persona.
   */
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  groupIds?: string[] | null;

  @Field(() => Int)
  @IsInt()
  version!: number;
}

@InputType()
export class JoiningAnswerInput {
  @Field()
  @IsBoolean()
  mayBeFound!: boolean;
}

/** The kind of viewer whose view is previewed. */
export enum PreviewRole {
  member = 'member',
  groupMember = 'groupMember',
  ally = 'ally',
  person = 'person',
}
registerEnumType(PreviewRole, { name: 'Onlooker' });

@InputType()
export class ViewAsInput {
  @Field(() => PreviewRole)
  @IsEnum(PreviewRole)
  as!: PreviewRole;

  /** The id of one of the viewer's own groups, for the preview role `groupMember`. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  groupId?: string | null;

  /** The id of a person whom the viewer may see, for the preview role `person`. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  personId?: string | null;
}
