import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { IsEnum, IsOptional, IsString } from 'class-validator';
import { NameText } from '#kernel/text.decorators.js';

export enum InterpreterChoice {
  agree = 'agree',
  refuse = 'refuse',
  without = 'without',
  search = 'search',
}
registerEnumType(InterpreterChoice, {
  name: 'InterpreterChoice',
  description:
    'agree: to the offered interpreter. refuse: the next one is offered. without: the call takes place without an interpreter. search: with one after all.',
});

@InputType()
export class InterpreterChoiceInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => InterpreterChoice)
  @IsEnum(InterpreterChoice)
  choice!: InterpreterChoice;

  /** The offered interpreter whom the viewer saw; needed to agree or refuse. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  interpreterId?: string | null;
}

/** An interpreter as the requester sees them: a name, which leads to no account and no profile. */
@ObjectType()
export class CallInterpreter {
  /** Id of this offer. */
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  /** Ids of the language terms between which they interpret this call. */
  @Field(() => [String])
  languages!: string[];

  @Field(() => Boolean)
  isAgreed!: boolean;
}

@ObjectType()
export class CallInterpreting {
  /** Whether the requester and the supporter have no language in common, and the requester wants an interpreter. */
  @Field(() => Boolean)
  isNeeded!: boolean;

  /** Whether the requester chose a call without an interpreter. */
  @Field(() => Boolean)
  isWithout!: boolean;

  /** Null if none is needed, or nobody fits. */
  @Field(() => CallInterpreter, { nullable: true })
  interpreter!: CallInterpreter | null;
}

@InputType()
export class InterpreterInput {
  /** The name that requesters and supporters see. */
  @Field(() => String)
  @NameText(40)
  name!: string;
}

/** The viewer as an interpreter. */
@ObjectType('OwnInterpreter')
export class OwnInterpreterView {
  @Field(() => String)
  name!: string;

  /** Since when the viewer is offered to nobody; null if they are. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  restingSince!: Date | null;
}

/** A booked call that the viewer interprets: nothing about the case and its people. */
@ObjectType('InterpretedCall')
export class InterpretedCallView {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  startsAt!: Date;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;

  /** Time zone of the city that the interpreter chose for their hours; null without hours. */
  @Field(() => String, { nullable: true })
  interpreterZone!: string | null;

  /** Ids of the language terms between which the viewer interprets. */
  @Field(() => [String])
  languages!: string[];

  /** Null outside of the time in which it is shown. */
  @Field(() => String, { nullable: true })
  link!: string | null;

  @Field(() => GraphQLISODateTime)
  linkShownFrom!: Date;

  /** The call as an iCalendar file, with a neutral title and nothing else. */
  @Field(() => String)
  calendarFile!: string;
}
