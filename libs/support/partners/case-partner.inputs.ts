import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { NameText } from '#kernel/text.decorators.js';

@InputType()
export class InvitePartnerInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => ID)
  @IsString()
  personId!: string;
}

@InputType()
export class RemovePartnerInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** The id of the entry in `casePartners`. */
  @Field(() => ID)
  @IsString()
  partnerId!: string;
}

@InputType()
export class OfferOwnershipInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** The id of the entry in `casePartners`; null withdraws the offer. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  partnerId?: string | null;
}

@InputType()
export class AcceptPartnerInvitationInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** The name under which the people of the case see the viewer. */
  @Field(() => String)
  @NameText(60)
  name!: string;
}
