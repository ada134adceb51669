import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { IsEnum, IsString } from 'class-validator';

/** One of the two separated members, without their identity. */
export enum SeparationSide {
  reported = 'reported',
  reporter = 'reporter',
}
registerEnumType(SeparationSide, { name: 'SeparationSide' });

/** A group that both members are in; one of them leaves it. */
@ObjectType()
export class SharedGroup {
  @Field(() => ID)
  groupId!: string;

  /** Null if the viewer may not see the group, or if one of the two uses a persona in it. */
  @Field(() => String, { nullable: true })
  name!: string | null;

  /**
   * Which of the two is the only steward. If they leave, nobody becomes steward by it: after 14 days the members are
   * asked, one at a time.
   */
  @Field(() => SeparationSide, { nullable: true })
  onlySteward!: SeparationSide | null;
}

/** An active separation of the reported member. */
@ObjectType('SeparationInForce')
export class ActiveSeparation {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;
}

@InputType('LeavingInput')
export class LeavingInput {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  /** The member who leaves the group. */
  @Field(() => SeparationSide)
  @IsEnum(SeparationSide)
  side!: SeparationSide;
}
