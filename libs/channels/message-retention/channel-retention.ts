import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DAY, HOUR, SECOND } from '#kernel/clock.js';

/** How long messages of a channel are kept. */
export enum ChannelRetention {
  /** The maximum of the instance. */
  longest = 'longest',
  days30 = 'days30',
  days7 = 'days7',
  days1 = 'days1',
  hours1 = 'hours1',
}
registerEnumType(ChannelRetention, {
  name: 'Retention',
  description: 'How long a channel keeps what is said in it; longest: as long as the instance.',
});

/** Longer than any case: the messages of a thread are destroyed with their case and have no retention of their own. */
export const THREAD_RETENTION_SECONDS = (20 * 365 * DAY) / SECOND;

/** The default maximum of an instance; also the default of the column `kept_seconds`. */
export const DEFAULT_MAX_RETENTION_SECONDS = (365 * DAY) / SECOND;

const SECONDS: Record<ChannelRetention, number> = {
  longest: Infinity,
  days30: (30 * DAY) / SECOND,
  days7: (7 * DAY) / SECOND,
  days1: DAY / SECOND,
  hours1: HOUR / SECOND,
};

export const isLongerRetention = (one: ChannelRetention, other: ChannelRetention): boolean =>
  SECONDS[one] > SECONDS[other];

/** Returns the shorter of the chosen retention and the maximum of the instance, in seconds. */
export const effectiveRetentionSeconds = (
  retention: ChannelRetention,
  longestDays: number,
): number => Math.min(SECONDS[retention], (longestDays * DAY) / SECOND);

@ObjectType({
  description:
    'Nothing up to that number is kept for longer than so many seconds after it was said.',
})
export class RetentionShortening {
  @Field(() => Int)
  upTo!: number;

  @Field(() => Int)
  seconds!: number;
}
