import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayUnique, IsEnum, IsInt, Max, Min } from 'class-validator';
import { SupportKind } from '../support-request.entity.js';

/** A day of the week with its people on duty. */
@ObjectType()
export class SupportRotaDay {
  /** 1 is Monday, 7 Sunday. */
  @Field(() => Int)
  weekday!: number;

  /** In alphabetical order; empty if nobody is on duty. */
  @Field(() => [String])
  workNames!: string[];
}

/** The people on duty on each day, and the viewer's own choice. Supporters read it. */
@ObjectType()
export class SupportRota {
  /** IANA name of the zone in which the days begin. */
  @Field(() => String)
  zone!: string;

  /** The weekday in this zone now. */
  @Field(() => Int)
  today!: number;

  /** All seven days, beginning with Monday. */
  @Field(() => [SupportRotaDay])
  days!: SupportRotaDay[];

  /** The days on which the viewer is on duty, also while they rest. */
  @Field(() => [Int])
  ownDays!: number[];

  /** The kinds of request that the viewer takes; empty for all. */
  @Field(() => [SupportKind])
  takenKinds!: SupportKind[];
}

@InputType()
export class SupportRotaInput {
  /** 1 is Monday, 7 Sunday. */
  @Field(() => [Int])
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  days!: number[];

  /** Empty for all kinds. */
  @Field(() => [SupportKind])
  @ArrayUnique()
  @IsEnum(SupportKind, { each: true })
  takenKinds!: SupportKind[];
}
