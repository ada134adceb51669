import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsString } from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText } from '#kernel/text.decorators.js';
import { ChannelRetention } from './channel-retention.js';

@InputType()
export class ShortenRetentionInput {
  @Field(() => ID)
  @IsString()
  channelId!: string;

  @Field(() => ChannelRetention)
  @IsEnum(ChannelRetention)
  retention!: ChannelRetention;
}

@InputType()
export class LengthenRetentionInput extends ShortenRetentionInput {
  /** The reason, shown to the person who has to agree. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}
