import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { AddressText, SingleLineText } from '#kernel/text.decorators.js';
import { MAX_LINK_LENGTH, SecureLink } from '../calls/links/secure-link.decorator.js';

const MAX_NAME_LENGTH = 80;

@InputType()
export class AddCaseLinkInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => String)
  @SingleLineText(MAX_NAME_LENGTH)
  name!: string;

  /** An address with https and without credentials. */
  @Field(() => String)
  @AddressText(MAX_LINK_LENGTH)
  @SecureLink()
  url!: string;
}

@InputType()
export class CaseLinkInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => ID)
  @IsString()
  linkId!: string;
}
