import { defineEvent } from '#events/event-type.js';

interface OfRequest {
  requestId: string;
  requesterId: string;
}

/** A request waits for a supporter: it is new, or it went back to the queue. */
export const SupportRequestWaiting = defineEvent<OfRequest>('support.waiting');
/** A request left the queue, changed hands or was destroyed. */
export const SupportRequestMoved = defineEvent<OfRequest>('support.moved');
/** The requester has something to read about their request. */
export const SupportRequestNews = defineEvent<OfRequest>('support.news');
