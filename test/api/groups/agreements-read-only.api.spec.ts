import { randomUUID } from 'node:crypto';
import { MembershipRole } from '#members/membership.entity.js';
import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type GraphqlVariables } from '../../support/app/client.js';
import { postFilesInput } from '../../support/app/upload-files.js';
import {
  CONSENT_TO_AGREEMENTS,
  makeGroupWithAgreements as makeGroup,
  NEW,
  publishAgreements,
} from '../../support/factories/agreements.js';
import { factories } from '../../support/factories/factories.js';
import {
  ACCEPT_STEWARDSHIP_OFFER,
  END_FACILITATION,
  END_STEWARDSHIP,
  HAND_OVER_STEWARDSHIP,
  HIDDEN_GROUP,
  LEAVE_GROUP,
  MAKE_FACILITATOR,
  OFFER_STEWARDSHIP,
  REMOVE_MEMBER,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';
import { makePeople, type Person, signInAgain } from '../../support/factories/make-people.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { POST_MESSAGE } from '../../support/messages/message-documents.js';
import { CLOSE_TOPIC, REOPEN_TOPIC, startTopic } from '../../support/messages/topics.js';

const CONSENT_FIRST = { code: 'FORBIDDEN', reason: 'agreements.consentFirst' };
const LESS_PRIVATE = `mutation ($input: LessPrivateGroupInput!) {
  askToMakeGroupLessPrivate(input: $input) { id hash } }`;
const MORE_PRIVATE =
  'mutation ($input: GroupPrivacyInput!) { makeGroupMorePrivate(input: $input) { id } }';

const app = useApp({ TRAMA_WORKER: '0' });

/**
 * A hidden group whose grace is over: steward Ada consented, the stewards Ben and Sol and the facilitator Fay have not.
 */
async function withReadOnlyStewards() {
  const people = await makePeople(app, {
    ...{ ada: 'steward', ben: 'member', sol: 'member', fay: 'member', cem: 'member' },
  });
  const { ada, ben, sol, fay, cem } = people;
  const group = await makeGroup(ada, [cem], HIDDEN_GROUP);
  const add = async (person: Person, role: MembershipRole) =>
    (await factories.membership(app, { group, person, role })).id;
  const bens = await add(ben, MembershipRole.steward);
  const sols = await add(sol, MembershipRole.steward);
  const fays = await add(fay, MembershipRole.facilitator);
  const [row] = await app.db.query<{ id: string }>(
    'select id from membership where group_id = $1 and account_id = $2',
    [group.id, cem.accountId],
  );
  const { id: channelId } = await factories.channel(app, { group });
  const topic = await startTopic(fay, channelId, 'Antenas');
  await apiAs(fay).ask(CLOSE_TOPIC, { id: topic.id });
  await publishAgreements(ada, group.id, NEW, { graceDays: 7 });
  app.clock.move(7 * DAY);
  return {
    ...{ group, bens, sols, fays, cems: row!.id, channelId, topic },
    ada: await signInAgain(ada),
    ben: await signInAgain(ben),
    fay: await signInAgain(fay),
    cem: await signInAgain(cem),
  };
}

const refuses = async (who: Person, list: [string, GraphqlVariables][]) => {
  for (const [document, variables] of list) {
    await expect(apiAs(who).ask(document, variables)).rejects.toMatchObject(CONSENT_FIRST);
  }
};

describe('a steward who has not consented in time', () => {
  it('posts no files, mentions nobody, and changes neither topics nor the privacy of the group', async () => {
    const { ben, fay, group, channelId, topic } = await withReadOnlyStewards();
    const mention = { channelId, clientId: randomUUID(), body: 'Oigan.', mentionsAll: true };
    const to = { groupId: group.id, privacy: 'request' };
    await refuses(ben, [
      [POST_MESSAGE, postFilesInput(channelId, [randomUUID()])],
      [POST_MESSAGE, { input: mention }],
      [REOPEN_TOPIC, { id: topic.id }],
      [LESS_PRIVATE, { input: { ...to, reason: 'Para que nos encuentren.' } }],
      [MORE_PRIVATE, { input: { ...to, privacy: 'hidden' } }],
    ]);
    await refuses(fay, [[REOPEN_TOPIC, { id: topic.id }]]);
    await app.db.query('update membership set agreements_due_at = null where account_id = $1', [
      fay.accountId,
    ]);
    expect(await apiAs(fay).code(REOPEN_TOPIC, { id: topic.id })).toBe('OK');
  });

  it('gives and takes no roles, and still removes members, steps down and leaves', async () => {
    const { ben, fay, bens, sols, fays, cems } = await withReadOnlyStewards();
    await refuses(ben, [
      [MAKE_FACILITATOR, { id: cems }],
      [HAND_OVER_STEWARDSHIP, { id: cems }],
      [OFFER_STEWARDSHIP, { id: cems }],
      [END_STEWARDSHIP, { id: sols }],
      [END_FACILITATION, { id: fays }],
      [SET_PERSONA, { input: { membershipId: bens, name: 'Garza Blanca' } }],
    ]);
    await app.db.query('update membership set steward_offer_ends_at = $2 where id = $1', [
      ...[fays, app.clock.in(DAY)],
    ]);
    await refuses(fay, [[ACCEPT_STEWARDSHIP_OFFER, { id: fays }]]);
    for (const [who, document, id] of [
      ...([[ben, REMOVE_MEMBER, cems] as const, [ben, END_STEWARDSHIP, bens] as const] as const),
      ...([[fay, END_FACILITATION, fays] as const, [fay, LEAVE_GROUP, fays] as const] as const),
    ]) {
      expect(await apiAs(who).code(document, { id })).toBe('OK');
    }
  });

  it('approves nothing, and what they asked for before is carried out for nobody', async () => {
    const { ada, ben, group } = await withReadOnlyStewards();
    const ask = async (who: Person) => {
      const input = { groupId: group.id, privacy: 'request', reason: 'Para que nos encuentren.' };
      return (await apiAs(who).ask(LESS_PRIVATE, { input })).askToMakeGroupLessPrivate;
    };
    const first = await ask(ada);
    await expect(twoPersonActions(ben).approve(first.id, first.hash)).rejects.toMatchObject(
      CONSENT_FIRST,
    );
    await twoPersonActions(ben).refuse(first.id);

    const due = 'update membership set agreements_due_at = $2 where account_id = $1';
    await app.db.query(due, [ben.accountId, app.clock.in(DAY)]);
    const second = await ask(ben);
    await app.db.query(due, [ben.accountId, app.clock.in(-1)]);
    await expect(twoPersonActions(ada).approve(second.id, second.hash)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'twoPerson.askerMayNot' },
    });
    await apiAs(ben).ask(CONSENT_TO_AGREEMENTS, { groupId: group.id, version: 2 });
    await twoPersonActions(ada).approve(second.id, second.hash);
  });
});
