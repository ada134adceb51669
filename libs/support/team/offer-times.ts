import { DAY, HOUR } from '#kernel/clock.js';
import type { SupporterOffer } from './supporter-offer.entity.js';

/** Maximum number of supporters of a case besides its lead, with those who were asked to join. */
export const MAX_SUPPORTERS = 3;
/** How long an offer can be accepted. */
export const OFFER_DURATION = 7 * DAY;
/** How long the requester has to exclude the supporter before they can accept, unless the requester agrees earlier. */
const REQUESTER_TIME = DAY;
const URGENT_REQUESTER_TIME = HOUR;

type Times = Pick<SupporterOffer, 'createdAt' | 'agreedAt'>;

/** From when on the offer can be accepted. */
export const acceptableFrom = ({ createdAt, agreedAt }: Times, isUrgent: boolean): Date =>
  agreedAt ?? new Date(createdAt.getTime() + (isUrgent ? URGENT_REQUESTER_TIME : REQUESTER_TIME));

/** From when on the offer can no longer be accepted. */
export const offerEndsAt = ({ createdAt }: Pick<Times, 'createdAt'>): Date =>
  new Date(createdAt.getTime() + OFFER_DURATION);
