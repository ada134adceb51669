import { Field, InputType, Int } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MAX_PASSWORD_LENGTH } from '../passwords/passwords.service.js';

const LONGEST_ADDRESS = 512; // Generous limit for pasted text. The address itself is validated where it is parsed.

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  currentPassword!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  newPassword!: string;
}

@InputType()
export class ChangeAddressInput {
  @Field(() => String)
  @IsString()
  @MaxLength(LONGEST_ADDRESS)
  email!: string;

  @Field(() => String)
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  password!: string;
}

@InputType()
export class PasswordInput {
  @Field(() => String)
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  password!: string;
}

@InputType()
export class SessionDaysInput {
  /** The maximum duration of sessions in days; null for the default duration. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsIn([1, 7, 30])
  days!: number | null;
}
