import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type GraphqlVariables } from '../../support/app/client.js';
import {
  CHANGED,
  makeGroupWithAgreements as makeGroup,
  NEW,
  OLD,
  publishAgreements,
  readAgreements as read,
} from '../../support/factories/agreements.js';
import {
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  HIDDEN_GROUP,
  INVITE_TO_GROUP,
  OPEN_GROUP,
} from '../../support/factories/group-documents.js';
import { makePeople, type Person, signInAgain } from '../../support/factories/make-people.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';

const app = useApp({ TRAMA_WORKER: '0' });

const refusal = (who: Person, document: string, variables: GraphqlVariables) =>
  expect(apiAs(who).ask(document, variables)).rejects;

describe('entering a group', () => {
  const JOIN = `mutation ($id: ID!, $version: Int! = 1) {
    joinGroup(groupId: $id, agreementsVersion: $version) { agreementsChange { isReadOnly } } }`;
  const ACCEPT = `mutation ($id: ID!, $version: Int! = 1) {
    acceptGroupInvitation(invitationId: $id, agreementsVersion: $version) { id } }`;
  const USE_LINK = `mutation ($token: String!, $version: Int! = 1) {
    useGroupLink(input: { token: $token, answer: "Hola.", agreementsVersion: $version }) { slug joinRequestId } }`;
  const MAKE_LINK = 'mutation ($id: ID!) { makeGroupLink(groupId: $id) { token } }';

  it('consents to the current version, in an open group', async () => {
    const { ada, eve, fay } = await makePeople(app, {
      ...{ ada: 'steward', eve: 'outsider', fay: 'outsider' },
    });
    const group = await makeGroup(ada, [], OPEN_GROUP);
    await apiAs(fay).ask(`mutation ($id: ID!) { joinGroup(groupId: $id) { id } }`, {
      id: group.id,
    });
    await publishAgreements(ada, group.id, NEW);
    await refusal(eve, JOIN, { id: group.id }).toMatchObject(CHANGED);
    await refusal(eve, JOIN, { id: group.id, version: 3 }).toMatchObject(CHANGED);
    expect(await apiAs(eve).ask(JOIN, { id: group.id, version: 2 })).toEqual({
      joinGroup: { agreementsChange: null },
    });
    expect((await read(fay, group)).agreementsChange).not.toBeNull();
  });

  it('consents to the current version, by invitation', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const { personId } = await makeVisibleProfile(eve);
    const group = await makeGroup(ada);
    await apiAs(ada).ask(INVITE_TO_GROUP, { groupId: group.id, personId });
    const { groupInvitations } = await apiAs(eve).ask(
      '{ groupInvitations { id group { agreements { version } } } }',
    );
    const { id } = groupInvitations[0]!;
    await publishAgreements(ada, group.id, NEW);
    await refusal(eve, ACCEPT, { id }).toMatchObject(CHANGED);
    await apiAs(eve).ask(ACCEPT, { id, version: 2 });
    expect((await read(eve, group)).agreementsChange).toBeNull();
  });

  it('consents to the current version, by a link, which a refusal does not use up', async () => {
    const people = await makePeople(app, { ada: 'steward', eve: 'member', fay: 'member' });
    const { ada, eve, fay } = people;
    for (const part of [{}, HIDDEN_GROUP]) {
      const group = await makeGroup(ada, [], part);
      const { makeGroupLink } = await apiAs(ada).ask(MAKE_LINK, { id: group.id });
      const { token } = makeGroupLink;
      await publishAgreements(ada, group.id, NEW);
      await refusal(eve, USE_LINK, { token }).toMatchObject(CHANGED);
      const { useGroupLink } = await apiAs(fay).ask(USE_LINK, { token, version: 2 });
      // A repeat, as after a lost response, gets the same response under whatever version it names.
      expect((await apiAs(fay).ask(USE_LINK, { token })).useGroupLink).toEqual(useGroupLink);
    }
  });

  it('consents in a request to the version that the requester read; what changed since then waits for them', async () => {
    const { ada, eve, fay } = await makePeople(app, {
      ...{ ada: 'steward', eve: 'outsider', fay: 'outsider' },
    });
    const group = await makeGroup(ada);
    const ask = (who: Person, more: object = {}) =>
      apiAs(who).ask(ASK_TO_JOIN, { input: { groupId: group.id, answer: 'Hola.', ...more } });
    const { requestToJoin } = await ask(eve);
    await publishAgreements(ada, group.id, NEW);
    await expect(ask(fay)).rejects.toMatchObject(CHANGED);
    await ask(fay, { agreementsVersion: 2 });

    await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id: requestToJoin.id });
    expect((await read(eve, group)).agreementsChange).toMatchObject({
      ...{ consentedText: OLD, isReadOnly: false },
    });
  });

  it('gives whoever is accepted after the end of a grace 7 days from joining, and keeps the time of their consent', async () => {
    const people = await makePeople(app, { ada: 'steward', eve: 'outsider', fay: 'outsider' });
    const group = await makeGroup(people.ada);
    const ask = async (who: Person) =>
      (await apiAs(who).ask(ASK_TO_JOIN, { input: { groupId: group.id, answer: 'Hola.' } }))
        .requestToJoin.id;
    const eves = await ask(people.eve);
    const askedAt = app.clock.now();
    const fays = await ask(people.fay);
    // As a request from before agreements had versions.
    await app.db.query('update join_request set agreements_consented_at = null where id = $1', [
      fays,
    ]);
    await publishAgreements(people.ada, group.id, NEW, { graceDays: 7 });
    app.clock.move(8 * DAY);
    const [ada, eve] = [await signInAgain(people.ada), await signInAgain(people.eve)];
    for (const id of [eves, fays]) await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id });

    const change = (await read(eve, group)).agreementsChange!;
    expect(change).toMatchObject({ consentedText: OLD, isReadOnly: false });
    const days = (Date.parse(change.graceEndsAt) - app.clock.now().getTime()) / DAY;
    expect(days).toBeCloseTo(7, 2);
    const consentedAt = async ({ accountId }: Person) => {
      const sql = 'select agreements_consented_at as at from membership where account_id = $1';
      return (await app.db.query<{ at: Date | null }>(sql, [accountId]))[0]!.at;
    };
    expect((await consentedAt(eve))!.getTime()).toBeLessThanOrEqual(askedAt.getTime());
    expect(await consentedAt(people.fay)).toBeNull();
  });
});
