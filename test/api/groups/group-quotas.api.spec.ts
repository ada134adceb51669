import { GroupsJobs } from '#groups/groups.jobs.js';
import { DAY } from '#kernel/clock.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { GROUP_INPUT } from '../../support/factories/group-input.js';
import { ORGANISATION_INPUT } from '../../support/factories/make-organisations.js';
import { factories } from '../../support/factories/factories.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import {
  signInAgain,
  type Person,
  makePerson,
  makePeople,
} from '../../support/factories/make-people.js';
import {
  ACCEPT_INVITATION,
  ASK_TO_JOIN,
  joinRequestInput,
  DECLINE_INVITATION,
  DECLINE_JOIN_REQUEST,
  HIDDEN_GROUP,
  INVITE_TO_GROUP,
  RECEIVED_INVITATIONS,
  SET_PERSONA,
  WITHDRAW_JOIN_REQUEST,
} from '../../support/factories/group-documents.js';

const FOUND_GROUP = 'mutation ($input: FoundGroupInput!) { foundGroup(input: $input) { id } }';
const FOUND_ORGANISATION = `mutation ($input: FoundOrganisationInput!) {
  foundOrganisation(input: $input) { id } }`;
const INVITE_TO_ORGANISATION = `mutation ($input: InviteToOrganisationInput!) {
  inviteToOrganisation(input: $input) { id } }`;
const GROUP = 'query ($slug: String!) { group(slug: $slug) { id } }';

/** Returns the reason of a refusal, and after how many days the quota allows the request. */
async function refusal(who: Requester, document: string, variables: object) {
  const { errors } = (await (await apiAs(who).raw(document, { ...variables })).json()) as {
    errors?: { extensions: { code: string; reason?: string; retryAfterSeconds?: number } }[];
  };
  const { reason, retryAfterSeconds = 0 } = errors?.[0]?.extensions ?? {};
  return { reason, days: Math.round(retryAfterSeconds / 86_400) };
}

const app = useApp();

describe('quotas of an account', () => {
  const strangers = async (count: number) => {
    const found: { who: Person; personId: string }[] = [];
    for (let n = 0; n < count; n++) {
      const who = await makePerson(app, `s${n}`, 'member');
      found.push({ who, personId: await factories.profile(who) });
    }
    return found;
  };

  it('allow founding five groups and five organisations within thirty days', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    for (const [document, input] of [
      [FOUND_GROUP, GROUP_INPUT],
      [FOUND_ORGANISATION, ORGANISATION_INPUT],
    ] as const) {
      const codes = await Promise.all(
        Array.from({ length: 8 }, () => apiAs(ada).code(document, { input })),
      );
      expect(codes.toSorted()).toEqual([
        ...Array.from({ length: 5 }, () => 'OK'),
        ...Array.from({ length: 3 }, () => 'TOO_MANY'),
      ]);
      expect(await refusal(ada, document, { input })).toEqual({ reason: 'quota.used', days: 30 });
    }
    app.clock.move(30 * DAY);
    expect(await apiAs(await signInAgain(ada)).code(FOUND_GROUP, { input: GROUP_INPUT })).toBe(
      'OK',
    );
  });

  it('allow inviting ten strangers within thirty days, into groups and organisations together', async () => {
    const { ada, ben, cem } = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      cem: 'member',
    });
    const ally = await factories.profile(cem);
    await makeAllies(app, ada, cem);
    const group = await factories.group(app, { steward: ada });
    const { id: membershipId } = await factories.membership(app, { group, person: ben });
    const { foundOrganisation } = await apiAs(ada).ask(FOUND_ORGANISATION, {
      input: ORGANISATION_INPUT,
    });
    const bens = await factories.profile(ben);
    await apiAs(ben).ask(SET_PERSONA, { input: { membershipId, name: 'Colibrí' } });
    const others = await strangers(10);
    // An invitation that does not reach the person counts as well.
    await apiAs(ada).ask(INVITE_TO_GROUP, { groupId: group.id, personId: bens });
    for (const { personId } of others.slice(0, 8)) {
      await apiAs(ada).ask(INVITE_TO_GROUP, { groupId: group.id, personId });
    }
    const last = { organisationId: foundOrganisation.id, personId: others[8]!.personId };
    await apiAs(ada).ask(INVITE_TO_ORGANISATION, { input: last });
    const one = { groupId: group.id, personId: others[9]!.personId };
    expect(await refusal(ada, INVITE_TO_GROUP, one)).toEqual({ reason: 'quota.used', days: 30 });
    const input = { ...last, personId: one.personId };
    expect(await refusal(ada, INVITE_TO_ORGANISATION, { input })).toMatchObject({
      reason: 'quota.used',
    });
    expect(await apiAs(others[9]!.who).ask(RECEIVED_INVITATIONS)).toEqual({ groupInvitations: [] });
    expect(await apiAs(ada).code(INVITE_TO_GROUP, { groupId: group.id, personId: ally })).toBe(
      'OK',
    );
  });

  it('allow inviting the same person again ninety days after an invitation that they did not accept', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const group = await factories.group(app, { steward: ada, ...HIDDEN_GROUP });
    const input = { groupId: group.id, personId: await factories.profile(eve) };
    const waiting = async (who: Requester) =>
      (await apiAs(who).ask(RECEIVED_INVITATIONS)).groupInvitations;
    await apiAs(ada).ask(INVITE_TO_GROUP, input);
    const [{ id }] = await waiting(eve);
    // The ninety days start with the answer.
    app.clock.move(10 * DAY);
    await apiAs(await signInAgain(eve)).ask(DECLINE_INVITATION, { id });
    expect(await apiAs(await signInAgain(ada)).code(INVITE_TO_GROUP, input)).toBe('OK');
    expect(await waiting(await signInAgain(eve))).toEqual([]);
    app.clock.move(89 * DAY);
    await app.get(RetentionService).run('groupInvitation');
    expect(await apiAs(await signInAgain(ada)).code(INVITE_TO_GROUP, input)).toBe('OK');
    expect(await waiting(await signInAgain(eve))).toEqual([]);
    app.clock.move(DAY);
    expect(await apiAs(await signInAgain(ada)).code(INVITE_TO_GROUP, input)).toBe('OK');
    expect(await waiting(await signInAgain(eve))).toHaveLength(1);
  });

  it('allow three requests to one group within ninety days, and none for ninety days after a refusal', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ada: 'steward',
      ben: 'outsider',
      eve: 'outsider',
    });
    const group = await factories.group(app, { steward: ada });
    const ask = async (who: Requester) =>
      (await apiAs(who).ask(ASK_TO_JOIN, joinRequestInput(group.id))).requestToJoin;
    for (let round = 0; round < 3; round++) {
      await apiAs(eve).ask(WITHDRAW_JOIN_REQUEST, { id: (await ask(eve)).id });
    }
    const reason = 'joinRequest.askedBefore';
    expect(await refusal(eve, ASK_TO_JOIN, joinRequestInput(group.id))).toEqual({
      reason,
      days: 90,
    });
    await apiAs(ada).ask(DECLINE_JOIN_REQUEST, { id: (await ask(ben)).id });
    app.clock.move(30_000);
    await app.get(GroupsJobs).declineRequests();
    expect(await refusal(ben, ASK_TO_JOIN, joinRequestInput(group.id))).toEqual({
      reason,
      days: 90,
    });
    app.clock.move(90 * DAY);
    for (const who of [ben, eve])
      expect(
        await apiAs(await signInAgain(who)).code(ASK_TO_JOIN, joinRequestInput(group.id)),
      ).toBe('OK');
  });

  it('allow ten requests to join groups within thirty days', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    for (let n = 0; n < 10; n++) {
      const { id } = await factories.group(app, { steward: ada });
      await apiAs(eve).ask(ASK_TO_JOIN, joinRequestInput(id));
    }
    const { id } = await factories.group(app, { steward: ada });
    expect(await refusal(eve, ASK_TO_JOIN, joinRequestInput(id))).toEqual({
      reason: 'quota.used',
      days: 30,
    });
  });
});

it('an open invitation is hidden while the invited person blocks the steward', async () => {
  const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
  const group = await factories.group(app, { steward: ada, ...HIDDEN_GROUP });
  await apiAs(ada).ask(INVITE_TO_GROUP, {
    groupId: group.id,
    personId: await factories.profile(eve),
  });
  const [{ id }] = (await apiAs(eve).ask(RECEIVED_INVITATIONS)).groupInvitations;
  const block = () => app.get(BlocksService).block(eve.accountId, ada.accountId);
  const made = await app.db.write(block);
  expect(await apiAs(eve).ask(RECEIVED_INVITATIONS)).toEqual({ groupInvitations: [] });
  expect(await apiAs(eve).code(GROUP, { slug: group.slug })).toBe('NOT_FOUND');
  expect(await apiAs(eve).code(ACCEPT_INVITATION, { id })).toBe('NOT_FOUND');
  await app.db.write(() => app.get(BlocksService).unblock(made));
  expect(await apiAs(eve).code(ACCEPT_INVITATION, { id })).toBe('OK');
});
