import type { Requester } from '../../app/client.js';
import { requesterActions } from '../support-requests.js';
import { teamActions } from './case-team.js';

export { bookRemindAndLose } from './calls.js';
export { makeInterpretedCall } from './interpreters.js';

interface CasePeople {
  readonly supporter: Requester;
  readonly requester: Requester;
  readonly joining: Requester & { readonly supporterId: string };
  /** The id of the request. */
  readonly id: string;
}

/** Lets a supporter join a case and lose it again, and calls `pass` after each step that sends mail. */
export async function joinThenExclude(
  { supporter, requester, joining, id }: CasePeople,
  pass: () => Promise<void>,
): Promise<void> {
  await teamActions(supporter).offer(id, joining.supporterId);
  await pass();
  await teamActions(requester).agree(id, joining.supporterId);
  await teamActions(joining).accept(id);
  await pass();
  await requesterActions(requester).exclude(id, [joining.supporterId]);
  await pass();
}
