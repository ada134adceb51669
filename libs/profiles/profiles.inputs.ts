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
import type { FieldKind } from './own/field-values.js';
import { AudienceEnum, FieldKindEnum } from './persons/profile-field.entity.js';

/** Before normalising; what a field takes is for its kind to say. */
const MOST_UNITS = 4_000;

@InputType()
export class SetProfileFieldInput {
  @Field(() => FieldKindEnum)
  @IsEnum(FieldKindEnum)
  kind!: FieldKind;

  /** For the kinds that say a text. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(MOST_UNITS)
  text?: string | null;

  /** Ids of terms, for the kinds that choose from the reference data. */
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  terms?: string[] | null;

  /** The version that was changed. */
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

  /** With the audience `groups`: only these; left out: any shared group. */
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

/** With whose eyes one looks at oneself. */
export enum Onlooker {
  member = 'member',
  groupMember = 'groupMember',
  ally = 'ally',
  person = 'person',
}
registerEnumType(Onlooker, { name: 'Onlooker' });

@InputType()
export class ViewAsInput {
  @Field(() => Onlooker)
  @IsEnum(Onlooker)
  as!: Onlooker;

  /** Of `groupMember`: someone of this group of one's own. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  groupId?: string | null;

  /** Of `person`: somebody whom one may see. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  personId?: string | null;
}
