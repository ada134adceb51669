import { StandingService } from '#members/standing.service.js';
import { DAY } from '#kernel/clock.js';
import type { TestApp } from '../app/app.js';
import { type Person, type PersonKind, signInAgain } from '../factories/make-people.js';
import { helperActions, makeHelper } from '../factories/support/case-helpers.js';
import { allowAskingWithoutAccount, makeGuestCase } from '../factories/support/guests.js';
import { supporterActions } from '../factories/support-requests.js';
import { makeCase, threadsOf } from '../messages/case-threads.js';
import type { MatrixFixture, MatrixFixtureFactory, RelatedPerson } from './matrix-fixture.js';
import { makeCaseFixture } from './matrix-fixtures-support.js';

/** A case with all its relations. One outside helper has a thread, and one former helper had a thread. */
async function makeThreads(app: TestApp) {
  const { id: requestId, people } = await makeCaseFixture(app);
  const personOf = (relation: string) => people.find(([, is]) => is === relation)![2];
  const made = { requester: personOf('own'), supporter: personOf('assigned'), requestId };
  const left = await makeHelper(app, made, 'Plomera');
  await helperActions(left.helper).leave(requestId);
  const present = await makeHelper(app, made);
  const others = people.filter(([, relation]) => !/helper$/i.test(relation));
  const helpers: RelatedPerson[] = [
    ['ME', 'helper', present.helper],
    ['ME', 'formerHelper', left.helper],
  ];
  return {
    ...{ ...(await threadsOf(app, requestId)), outsideId: present.channelId },
    ...{ leftId: left.channelId, people: [...others, ...helpers] },
  };
}

/** The tests only read and post, so all states share one case. */
const shared = new WeakMap<TestApp, ReturnType<typeof makeThreads>>();
function sharedThreads(app: TestApp): ReturnType<typeof makeThreads> {
  const threads = shared.get(app) ?? makeThreads(app);
  shared.set(app, threads);
  return threads;
}

/** A requester who is no member, with the thread of a case of their own. */
async function requesterOf(app: TestApp, column: 'AP' | 'SP' | 'GU'): Promise<RelatedPerson> {
  if (column === 'GU') {
    const { guest, requesterId } = await makeGuestCase(app);
    await allowAskingWithoutAccount(app, false);
    const [row] = await app.db.query<{ id: string }>(
      'select requester_id as id from support_request where id = $1',
      [guest.requestId],
    );
    const account = { accountId: row!.id, kind: 'guest', name: 'gu' } as const;
    return [column, 'own', { ...guest, ...account, sessionId: '', email: '' }, requesterId];
  }
  const kind: PersonKind = column === 'AP' ? 'applicant' : 'member';
  const { requester, requesterId } = await makeCase(app, { kind });
  const who = column === 'AP' ? requester : await suspended(requester);
  return [column, 'own', who, requesterId];
}

async function suspended(who: Person): Promise<Person> {
  const { app, accountId } = who;
  await app.db.write(() => app.get(StandingService).suspend(accountId, app.clock.in(DAY)));
  return signInAgain(who);
}

/** The threads of cases, one of each kind. */
export const THREAD_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  async 'Channel, a requester’s thread'(app): Promise<MatrixFixture> {
    const { requesterId: id, people } = await sharedThreads(app);
    const others: RelatedPerson[] = [];
    for (const column of ['AP', 'SP', 'GU'] as const) others.push(await requesterOf(app, column));
    return { id, people: [...people, ...others] };
  },
  async 'Channel, an internal thread'(app): Promise<MatrixFixture> {
    const { internalId: id, people } = await sharedThreads(app);
    return { id, people };
  },
  async 'Channel, a thread of an outside helper'(app): Promise<MatrixFixture> {
    const { outsideId: id, people } = await sharedThreads(app);
    return { id, people };
  },
  async 'Channel, a thread of a helper who left'(app): Promise<MatrixFixture> {
    const { leftId: id, people } = await sharedThreads(app);
    return { id, people };
  },
  async 'Channel, a thread of an ended request'(app): Promise<MatrixFixture> {
    const { id: requestId, people } = await makeCaseFixture(app);
    const [, , supporter] = people.find(([, relation]) => relation === 'assigned')!;
    await supporterActions(supporter).close(requestId);
    return { id: (await threadsOf(app, requestId)).requesterId, people };
  },
};
