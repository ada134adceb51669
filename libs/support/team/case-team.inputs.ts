import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsString } from 'class-validator';

/** A supporter of a case, by the id of their work name. */
@InputType()
export class CaseSupporterInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => ID)
  @IsString()
  supporterId!: string;
}

@InputType()
export class OfferCaseInput extends CaseSupporterInput {
  /** Whether the supporter becomes the lead, and the viewer leaves the case. */
  @Field(() => Boolean)
  @IsBoolean()
  takesOver!: boolean;
}

@InputType()
export class AcceptCaseOfferInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** Whether the viewer, who joins a case, leads it when its lead loses it. */
  @Field(() => Boolean, { defaultValue: false })
  @IsBoolean()
  wouldLead!: boolean;
}
