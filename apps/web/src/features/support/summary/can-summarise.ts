import type { OwnRequest } from '../own/own-requests.graphql';

type Unanswered = Pick<OwnRequest, 'stage' | 'dueAt' | 'waitsForRequesterUntil'>;
type Request = Unanswered &
  Pick<OwnRequest, 'destroyedAt' | 'isWithoutSupporter' | 'hasOneCandidate'>;

/** Whether the first answer is late. It is not while its deadline is on hold. `now` is in milliseconds. */
export const isLate = ({ stage, dueAt, waitsForRequesterUntil }: Unanswered, now: number) =>
  (stage === 'waiting' || stage === 'claimed') &&
  !waitsForRequesterUntil &&
  Date.parse(dueAt) < now;

/** Whether the requester may need help elsewhere: the request ended or is late, or possibly nobody can take it. */
export const canSummarise = (request: Request, now: number) =>
  request.destroyedAt !== null ||
  request.isWithoutSupporter ||
  request.hasOneCandidate ||
  isLate(request, now);
