import { LessThanOrEqual, MoreThan, IsNull } from 'typeorm';
import { type Clock, DAY, HOUR } from '#kernel/clock.js';
import type { SupporterOffer } from './supporter-offer.entity.js';

/** Maximum number of supporters of a case besides its lead, with those who were asked to join. */
export const MAX_SUPPORTERS = 3;
/** How long an offer can be accepted. */
const OFFER_DURATION = 7 * DAY;
/** How long after an offer ended the same supporter cannot be asked again. */
const OFFER_PAUSE = 7 * DAY;
/** How long the requester has to exclude the supporter before they can accept, unless the requester agrees earlier. */
const REQUESTER_TIME = DAY;
const URGENT_REQUESTER_TIME = HOUR;

/**
 * From when on an offer can be accepted. The short time of an urgent case begins when the requester can be notified,
 * because it would otherwise pass before the mail leaves.
 */
export const acceptableFrom = (offeredAt: Date, isUrgent: boolean, mailableAt: Date): Date =>
  isUrgent
    ? new Date(Math.max(offeredAt.getTime(), mailableAt.getTime()) + URGENT_REQUESTER_TIME)
    : new Date(offeredAt.getTime() + REQUESTER_TIME);

/** From when on the offer can no longer be accepted. */
export const offerEndsAt = ({ createdAt }: Pick<SupporterOffer, 'createdAt'>): Date =>
  new Date(createdAt.getTime() + OFFER_DURATION);

/** The condition of offers that can be answered. */
export const isOpen = (clock: Clock) => ({
  createdAt: MoreThan(clock.in(-OFFER_DURATION)),
  endedAt: IsNull(),
});

/** The condition of offers that nobody answered in time, and that are not ended yet. */
export const isExpired = (clock: Clock) => ({
  createdAt: LessThanOrEqual(clock.in(-OFFER_DURATION)),
  endedAt: IsNull(),
});

/** The condition of offers that ended so long ago that the same supporter can be asked again. */
export const isForgotten = (clock: Clock) => ({
  endedAt: LessThanOrEqual(clock.in(-OFFER_PAUSE)),
});
