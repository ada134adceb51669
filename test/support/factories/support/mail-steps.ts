import { MINUTE } from '#kernel/clock.js';
import { ThreadNews } from '#support/threads/thread-news.js';
import type { Requester } from '../../app/client.js';
import { makeSupporter, requesterActions, supporterActions } from '../support-requests.js';
import { threadActions, threadsOf } from '../../messages/case-threads.js';
import { type Person, signInAgain } from '../make-people.js';
import { helperActions } from './case-helpers.js';
import { linkActions } from './case-links.js';
import { partnerActions } from './case-partners.js';
import { taskActions } from './case-tasks.js';
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

/** A supporter claims a request and asks its requester, who answers. Calls `pass` after each step that sends mail. */
export async function askBeforeAnswer(
  {
    supporter,
    requester,
    id,
    canary,
  }: Omit<CasePeople, 'joining'> & { readonly canary: () => string },
  pass: () => Promise<void>,
): Promise<void> {
  await supporterActions(supporter).claimAndOpen(id);
  await supporterActions(supporter).ask(id, canary());
  await pass();
  await requesterActions(requester).answer(id, canary());
  await pass();
  await supporterActions(supporter).open(id);
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

/** Adds a task and a link, and takes an outside helper from the question to the open thread. Calls `pass` after the question, and at the end. */
export async function askThenShare(
  {
    supporter,
    requester,
    id: requestId,
  }: Omit<CasePeople, 'joining'> & { readonly supporter: Person },
  { who, personId }: { readonly who: Requester; readonly personId: string },
  { canary, pass }: { readonly canary: () => string; readonly pass: () => Promise<void> },
): Promise<void> {
  const { app } = supporter;
  await taskActions(supporter).add(requestId, canary());
  await linkActions(supporter).add(requestId, canary());
  await helperActions(supporter).ask(requestId, personId);
  await pass();
  await helperActions(who).agree(requestId, canary());
  const [{ id: helperId }] = await helperActions(supporter).list(requestId);
  const of = { requestId, helperId };
  await helperActions(supporter).describe(of, canary());
  const [{ hash }] = await helperActions(requester).consents(requestId);
  await helperActions(requester).consent(of, hash);
  const act = await helperActions(await signInAgain(supporter)).share(of, canary());
  await helperActions(await makeSupporter(app)).approve(act.id, act.hash);
  const [{ channelId }] = await helperActions(who).cases();
  await threadActions(supporter).post(channelId, canary());
  await pass();
  await helperActions(requester).withdraw(of);
}

/** Adds a person to the partner side, and lets a message wait for them. Calls `pass` after each step that sends mail. */
export async function inviteThenPost(
  { supporter, requester, id }: Omit<CasePeople, 'joining'>,
  { who, personId }: { readonly who: Requester; readonly personId: string },
  pass: () => Promise<void>,
): Promise<void> {
  await partnerActions(requester).invite(id, personId);
  await pass();
  await partnerActions(who).accept(id);
  const { requesterId } = await threadsOf(supporter.app, id);
  await threadActions(supporter).post(requesterId, 'Hola');
  supporter.app.clock.move(MINUTE);
  await supporter.app.get(ThreadNews).readWhatIsBehind();
  await pass();
  await partnerActions(who).leave(id);
}
