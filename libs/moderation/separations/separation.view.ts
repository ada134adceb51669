import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { IsEnum, IsString } from 'class-validator';

/** One of the two of a separation, without saying who that is. */
export enum SeparationSide {
  reported = 'reported',
  reporter = 'reporter',
}
registerEnumType(SeparationSide, { name: 'SeparationSide' });

/** A group in which both are, of which one leaves. */
@ObjectType()
export class SharedGroup {
  @Field(() => ID)
  groupId!: string;

  /** Null: it is not for the viewer to know, or one of the two has another name in it. */
  @Field(() => String, { nullable: true })
  name!: string | null;

  /** The one of the two who alone holds it; when they leave, whoever joined it first does. */
  @Field(() => SeparationSide, { nullable: true })
  onlySteward!: SeparationSide | null;
}

/** A separation of the reported person that holds now. */
@ObjectType()
export class SeparationInForce {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;
}

@InputType('LeavingInput')
export class Leaving {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  /** Who leaves it. */
  @Field(() => SeparationSide)
  @IsEnum(SeparationSide)
  side!: SeparationSide;
}
