import { EventsWorker } from '#events/events.worker.js';
import { RetentionService } from '#retention/retention.service.js';
import { DAY } from '#kernel/clock.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { threeParties } from '../../support/factories/coalitions/coalition-parties.js';
import {
  inviteToCoalition,
  linkInput,
  makeCoalition,
  makeParticipant,
  USE_COALITION_LINK,
} from '../../support/factories/coalitions/make-coalitions.js';
import { HIDDEN_GROUP } from '../../support/factories/group-documents.js';
import { makeGroup } from '../../support/factories/make-groups.js';
import { makePerson, type Person, signInAgain } from '../../support/factories/make-people.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';

const RECEIVED = `{ receivedCoalitionInvitationsWaiting receivedCoalitionInvitations { id expiresAt
  group { slug } organisation { slug }
  coalition { slug name purpose isListed participantNames agreements { version text } } } }`;
const ACCEPT = `mutation ($input: AcceptCoalitionInvitationInput!) {
  acceptCoalitionInvitation(input: $input) { id name isMine hasShownName } }`;
const DECLINE = 'mutation ($id: ID!) { declineCoalitionInvitation(invitationId: $id) }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawCoalitionInvitation(invitationId: $id) }';
const LOOK =
  'query ($token: String!) { linkedCoalition(token: $token) { slug name participantNames } }';
const SENT = `query ($id: ID!) { coalitionInvitations(coalitionId: $id) {
  id isLink approvedAt requestId group { slug } organisation { slug } viewerCan } }`;

const app = useApp({ TRAMA_WORKER: '0' });

const received = async (who: Person) =>
  (await apiAs(who).ask(RECEIVED)).receivedCoalitionInvitations;
const sent = async (who: Person, id: string) =>
  (await apiAs(who).ask(SENT, { id })).coalitionInvitations;
const accepting = (invitationId: string, shownName: string | null, agreementsVersion = 1) => ({
  input: { invitationId, shownName, agreementsVersion },
});

/** Delivers the events, and returns the mails to this person. */
async function mailsAfter({ email }: Person): Promise<{ text: string }[]> {
  await app.get(EventsWorker).drain();
  return sentMails(app).filter(({ to }) => to === email);
}

/** A hidden coalition of Ana's listed group. */
async function alone() {
  const made = await threeParties(app);
  const part = { founder: made.ana, party: made.parties.open, isListed: false };
  return { ...made, coalition: await makeCoalition(app, part) };
}

/** A hidden coalition of Ana's group and Bea's hidden group. */
async function two() {
  const made = await alone();
  await makeParticipant(app, made.coalition, made.parties.hidden, 'La Orilla');
  return made;
}

describe('an invitation of the only participant', () => {
  it('can be answered at once by the steward or spokesperson, under the chosen name', async () => {
    const { ana, mel, bea, ben, oto, pau, eve, coalition, organisation } = await alone();
    const party = { organisationId: organisation.id };
    // Ana does not see the organisation, so she cannot invite it.
    await expect(inviteToCoalition(ana, coalition, party)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await app.db.query(`update organisation set audience = 'members' where id = $1`, [
      organisation.id,
    ]);
    for (const who of [mel, eve]) {
      const code = who === mel ? 'FORBIDDEN' : 'NOT_FOUND';
      await expect(inviteToCoalition(who, coalition, party)).rejects.toMatchObject({ code });
    }
    const { invitation, requestId, token } = await inviteToCoalition(ana, coalition, party);
    expect([requestId, token]).toEqual([null, null]);
    const mails = await mailsAfter(oto);
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toMatch(/Cuenca|Radio|Grupo/);
    const [waiting] = await received(oto);
    expect(waiting).toMatchObject({
      ...{ id: invitation.id, group: null, organisation: { slug: organisation.slug } },
      coalition: {
        ...{
          slug: null,
          name: 'Cuenca Viva',
          isListed: false,
          participantNames: ['Grupo Abierto'],
        },
        agreements: { version: 1, text: 'Primero escuchamos.' },
      },
    });
    for (const who of [pau, bea, ben, eve]) {
      expect(await received(who)).toEqual([]);
      expect(await apiAs(who).code(ACCEPT, accepting(invitation.id, 'Otra'))).toBe('NOT_FOUND');
      expect(await apiAs(who).code(DECLINE, { id: invitation.id })).toBe('NOT_FOUND');
    }
    await expect(
      apiAs(oto).ask(ACCEPT, accepting(invitation.id, 'Zona Norte', 2)),
    ).rejects.toMatchObject({ code: 'CONFLICT', reason: 'agreements.changed' });
    const { acceptCoalitionInvitation: made } = await apiAs(oto).ask(
      ...([ACCEPT, accepting(invitation.id, 'Zona Norte')] as const),
    );
    expect(made).toMatchObject({ name: 'Zona Norte', isMine: true, hasShownName: true });
    // The response may have been lost: the same account gets it again, and nobody else does.
    expect(
      (await apiAs(oto).ask(ACCEPT, accepting(invitation.id, 'Zona Norte')))
        .acceptCoalitionInvitation.id,
    ).toBe(made.id);
    expect(await received(oto)).toEqual([]);
  });

  it('looks to its sender like an open one after it was declined, and can be withdrawn', async () => {
    const { ana, bea, coalition, eve } = await alone();
    const third = await makeGroup(app, { steward: bea, name: 'Tercero' });
    const fourth = await makeGroup(app, { steward: eve, name: 'Cuarto' });
    const declined = await inviteToCoalition(ana, coalition, { groupId: third.id });
    const open = await inviteToCoalition(ana, coalition, { groupId: fourth.id });
    await apiAs(bea).ask(DECLINE, { id: declined.invitation.id });
    expect(await apiAs(bea).code(ACCEPT, accepting(declined.invitation.id, null))).toBe(
      'NOT_FOUND',
    );
    const [one, other] = await sent(ana, coalition.id);
    expect({ ...one, id: '', group: null, approvedAt: '' }).toEqual({
      ...{ ...other, id: '', group: null, approvedAt: '' },
    });
    for (const { id: groupId } of [third, fourth]) {
      await expect(inviteToCoalition(ana, coalition, { groupId })).rejects.toMatchObject({
        ...{ code: 'CONFLICT', reason: 'coalitionInvitation.waiting' },
      });
    }
    expect(await apiAs(eve).code(WITHDRAW, { id: open.invitation.id })).toBe('NOT_FOUND');
    expect(await received(eve)).toHaveLength(1);
    await apiAs(ana).ask(WITHDRAW, { id: open.invitation.id });
    expect(await received(eve)).toEqual([]);
    expect(await sent(ana, coalition.id)).toHaveLength(1);
  });

  it('counts until it expires also after its withdrawal, so that nobody gets unlimited notices', async () => {
    const { ana, eve, coalition } = await alone();
    const { id: groupId } = await makeGroup(app, { steward: eve, name: 'Cuarto' });
    const { invitation } = await inviteToCoalition(ana, coalition, { groupId });
    await apiAs(ana).ask(WITHDRAW, { id: invitation.id });
    expect(await apiAs(ana).code(WITHDRAW, { id: invitation.id })).toBe('NOT_FOUND');
    expect(await sent(ana, coalition.id)).toEqual([]);
    await expect(inviteToCoalition(ana, coalition, { groupId })).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'coalitionInvitation.waiting' },
    });
  });

  it('reaches nobody who blocked its sender, and looks to the sender as if it did', async () => {
    const { ana, eve, coalition } = await alone();
    const { id: groupId } = await makeGroup(app, { steward: eve, name: 'Cuarto' });
    await app.db.query('insert into block (blocker_id, blocked_id) values ($1, $2)', [
      ...[eve.accountId, ana.accountId],
    ]);
    const { invitation } = await inviteToCoalition(ana, coalition, { groupId });
    expect(await mailsAfter(eve)).toEqual([]);
    expect(await received(eve)).toEqual([]);
    expect(await apiAs(eve).code(ACCEPT, accepting(invitation.id, null))).toBe('NOT_FOUND');
    expect(await sent(ana, coalition.id)).toMatchObject([{ id: invitation.id }]);
  });

  it('answers a malformed id like an unknown one', async () => {
    const { ana } = await alone();
    expect(await apiAs(ana).code(ACCEPT, accepting('x', null))).toBe('NOT_FOUND');
  });

  it('cannot name a coalition or an ended organisation', async () => {
    const { ana, oto, organisation, coalition, parties } = await alone();
    const other = await makeCoalition(app, { founder: ana, party: parties.open });
    await app.db.query(
      `update organisation set audience = 'members', ended_at = $2 where id = $1`,
      [organisation.id, app.clock.now()],
    );
    for (const party of [{ groupId: other.id }, parties.organisation]) {
      await expect(inviteToCoalition(ana, coalition, party)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(await received(oto)).toEqual([]);
  });
});

describe('a link into a coalition', () => {
  it('ends when a second participant enters, because only the first one agreed to it', async () => {
    const { ana, bea, eve, coalition, parties } = await alone();
    const fourth = await makeGroup(app, { steward: eve, name: 'Cuarto' });
    const [used, other] = [
      await inviteToCoalition(ana, coalition),
      await inviteToCoalition(ana, coalition),
    ];
    const named = await inviteToCoalition(ana, coalition, { groupId: fourth.id });
    const unknown = await (await apiAs(eve).raw(LOOK, { token: 'x'.repeat(43) })).text();
    expect(await apiAs(eve).code(LOOK, { token: other.token })).toBe('OK');
    const input = linkInput(used.token!, parties.hidden, { shownName: 'La Orilla' });
    await apiAs(bea).ask(USE_COALITION_LINK, input);
    expect(await (await apiAs(eve).raw(LOOK, { token: other.token })).text()).toBe(unknown);
    expect(await received(eve)).toEqual([]);
    expect(await apiAs(eve).code(ACCEPT, accepting(named.invitation.id, null))).toBe('NOT_FOUND');
    expect(await sent(ana, coalition.id)).toEqual([]);
    // It can be made again, with the approval of the other participant.
    const again = await inviteToCoalition(ana, coalition, { groupId: fourth.id });
    expect(again.requestId).not.toBeNull();
  });

  it('does not work while the account of its maker is suspended', async () => {
    const { ana, bea, coalition } = await alone();
    const { token } = await inviteToCoalition(ana, coalition);
    const standing = 'update account set standing = $2 where id = $1';
    await app.db.query(standing, [ana.accountId, 'suspended']);
    expect(await apiAs(bea).code(LOOK, { token })).toBe('NOT_FOUND');
    await app.db.query(standing, [ana.accountId, 'member']);
    expect(await apiAs(bea).code(LOOK, { token })).toBe('OK');
  });

  it('a link works once, and a used or foreign link is answered like an unknown one', async () => {
    const { ana, bea, eve, coalition, parties } = await alone();
    const { token } = await inviteToCoalition(ana, coalition);
    const unknown = await apiAs(bea).raw(LOOK, { token: 'x'.repeat(43) });
    const absent = await unknown.text();
    expect((await apiAs(bea).ask(LOOK, { token })).linkedCoalition).toEqual({
      ...{ slug: null, name: 'Cuenca Viva', participantNames: ['Grupo Abierto'] },
    });
    await expect(
      apiAs(eve).ask(USE_COALITION_LINK, linkInput(token!, parties.hidden, { shownName: 'Yo' })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      apiAs(bea).ask(USE_COALITION_LINK, linkInput(token!, parties.hidden)),
    ).rejects.toMatchObject({ code: 'INVALID', fields: { shownName: 'nameNeeded' } });
    const input = linkInput(token!, parties.hidden, { shownName: 'La Orilla' });
    const { useCoalitionLink: made } = await apiAs(bea).ask(USE_COALITION_LINK, input);
    expect(made).toMatchObject({ name: 'La Orilla', coalition: { slug: coalition.slug } });
    expect((await apiAs(bea).ask(USE_COALITION_LINK, input)).useCoalitionLink.id).toBe(made.id);
    const code = await apiAs(eve).code(USE_COALITION_LINK, input);
    expect(code).toBe('NOT_FOUND');
    expect(await (await apiAs(eve).raw(LOOK, { token })).text()).toBe(absent);
    // A used link is no longer in the list, so it tells nobody which participant came by it.
    expect(await sent(ana, coalition.id)).toEqual([]);
  });

  it('ends after 14 days, with its withdrawal, and when its maker is no coalition steward any more', async () => {
    const { ana, bea, coalition, parties } = await alone();
    const [first, second, third] = [
      await inviteToCoalition(ana, coalition),
      await inviteToCoalition(ana, coalition),
      await inviteToCoalition(ana, coalition),
    ];
    const code = async (who: Person, token: string | null) => apiAs(who).code(LOOK, { token });
    await apiAs(ana).ask(WITHDRAW, { id: first.invitation.id });
    expect([await code(bea, first.token), await code(bea, second.token)]).toEqual([
      ...['NOT_FOUND', 'OK'],
    ]);
    const role = `update membership set role = $3 where group_id = $1 and account_id = $2`;
    await app.db.query(role, [parties.open.groupId, ana.accountId, 'member']);
    expect(await code(bea, second.token)).toBe('NOT_FOUND');
    await app.db.query(role, [parties.open.groupId, ana.accountId, 'steward']);
    expect(await code(bea, third.token)).toBe('OK');
    app.clock.move(14 * DAY);
    const later = await signInAgain(bea);
    expect(await code(later, third.token)).toBe('NOT_FOUND');
    expect(await sent(await signInAgain(ana), coalition.id)).toEqual([]);
    await app.get(RetentionService).run('coalitionInvitation');
    const left = 'select 1 from coalition_invitation where coalition_id = $1';
    expect(await app.db.query(left, [coalition.id])).toEqual([]);
  });

  it('counts among twenty open invitations of a coalition until it is used', async () => {
    const { ana, bea, coalition, parties } = await alone();
    const links = [];
    for (let n = 0; n < 20; n++) links.push(await inviteToCoalition(ana, coalition));
    await expect(inviteToCoalition(ana, coalition)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'coalitionInvitation.tooMany' },
    });
    const input = linkInput(links[0]!.token!, parties.hidden, { shownName: 'La Orilla' });
    await apiAs(bea).ask(USE_COALITION_LINK, input);
    // From two participants on, the invitation waits for the approval of the other one.
    expect((await inviteToCoalition(ana, coalition)).requestId).not.toBeNull();
  });
});

describe('an invitation from two participants on', () => {
  it('does not wait for a group or organisation that is already a participant', async () => {
    const { ana, bea, eve, coalition } = await two();
    const fourth = await makeGroup(app, { steward: eve, name: 'Cuarto' });
    const party = { groupId: fourth.id };
    const { invitation, requestId } = await inviteToCoalition(ana, coalition, party);
    const { hash } = await twoPersonActions(bea).read(requestId!);
    await twoPersonActions(bea).approve(requestId!, hash);
    expect((await apiAs(eve).ask(RECEIVED)).receivedCoalitionInvitationsWaiting).toBe(1);
    await makeParticipant(app, coalition, party, 'La Ladera');
    expect(await apiAs(eve).ask(RECEIVED)).toEqual({
      ...{ receivedCoalitionInvitationsWaiting: 0, receivedCoalitionInvitations: [] },
    });
    for (const [document, input] of [
      [ACCEPT, accepting(invitation.id, 'Otra')],
      [DECLINE, { id: invitation.id }],
    ] as const) {
      expect(await apiAs(eve).code(document, input)).toBe('NOT_FOUND');
    }
    // It looks open to its sender as before, who need not know which group has the chosen name.
    expect(await sent(ana, coalition.id)).toMatchObject([{ id: invitation.id }]);
  });

  it('can be used once a coalition steward of another participant approved it', async () => {
    const { ana, mel, bea, ben, eve, coalition, parties } = await two();
    const colleague = await makePerson(app, 'sol', 'steward');
    await app.db.query(
      `insert into membership (group_id, account_id, role, joined_at) values ($1, $2, 'steward', $3)`,
      [parties.open.groupId, colleague.accountId, app.clock.now()],
    );
    const { token, requestId, invitation } = await inviteToCoalition(ana, coalition);
    const { hash, kind, shown } = await twoPersonActions(bea).read(requestId!);
    expect(kind).toBe('inviteParticipant');
    expect(shown).toContainEqual({ label: 'coalition', value: 'Cuenca Viva' });
    expect(await sent(bea, coalition.id)).toMatchObject([
      { id: invitation.id, approvedAt: null, requestId },
    ]);
    expect(await apiAs(eve).code(LOOK, { token })).toBe('NOT_FOUND');
    // The requester, another steward of the same participant and people who are no stewards cannot approve.
    await expect(twoPersonActions(ana).approve(requestId!, hash)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    for (const who of [colleague, mel, ben, eve]) {
      await expect(twoPersonActions(who).approve(requestId!, hash)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    await twoPersonActions(bea).approve(requestId!, hash);
    expect(await apiAs(eve).code(LOOK, { token })).toBe('OK');
    expect(await sent(ana, coalition.id)).toMatchObject([{ requestId: null }]);
  });

  it('names to the approver the group that they can see, and no group that is hidden from them', async () => {
    const { ana, bea, mel, coalition } = await two();
    const shared = await makeGroup(app, { steward: ana, members: [bea], ...HIDDEN_GROUP });
    const foreign = await makeGroup(app, { steward: ana, members: [mel], ...HIDDEN_GROUP });
    const listed = await makeGroup(app, { steward: mel });
    const requests: string[] = [];
    const shownFor = async ({ id: groupId }: { readonly id: string }) => {
      const { requestId } = await inviteToCoalition(ana, coalition, { groupId });
      requests.push(requestId!);
      return async (who: Person) => (await twoPersonActions(who).read(requestId!)).shown;
    };
    const named = (value: string) => [
      ...[
        { label: 'coalition', value: 'Cuenca Viva' },
        { label: 'by', value: 'group' },
      ],
      ...(value ? [{ label: 'invited', value }] : []),
    ];
    const [ofShared, ofForeign] = [await shownFor(shared), await shownFor(foreign)];
    expect(await ofShared(bea)).toEqual(named(shared.name));
    expect(await ofForeign(bea)).toEqual(named(''));
    expect(await ofForeign(ana)).toEqual(named(foreign.name));
    // A group that is hidden while the request waits is no longer named.
    const ofListed = await shownFor(listed);
    expect(await ofListed(bea)).toEqual(named(listed.name));
    await app.db.query('update "group" set is_listed = false where id = $1', [listed.id]);
    expect(await ofListed(bea)).toEqual(named(''));
    // Refusing deletes the invitation, and shows the name of its group to nobody.
    for (const id of requests) await twoPersonActions(bea).refuse(id);
    await app.get(EventsWorker).drain();
    for (const shown of [ofShared, ofForeign, ofListed])
      expect(await shown(bea)).toEqual(named(''));
  });

  it('a person who also belongs to the participant of the requester cannot approve an invitation', async () => {
    const { ana, bea, coalition, parties } = await two();
    await app.db.query(
      `insert into membership (group_id, account_id, role, joined_at) values ($1, $2, 'steward', $3)`,
      [parties.open.groupId, bea.accountId, app.clock.now()],
    );
    const { requestId } = await inviteToCoalition(ana, coalition);
    await expect(twoPersonActions(bea).read(requestId!)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('needs a reason, and disappears when the approval is refused', async () => {
    const { ana, bea, coalition } = await two();
    await expect(inviteToCoalition(ana, coalition, { reason: '' })).rejects.toMatchObject({
      ...{ code: 'INVALID', fields: { reason: 'blank' } },
    });
    const { token, requestId } = await inviteToCoalition(ana, coalition);
    await twoPersonActions(bea).refuse(requestId!);
    await app.get(EventsWorker).drain();
    expect(await sent(ana, coalition.id)).toEqual([]);
    expect(await apiAs(bea).code(LOOK, { token })).toBe('NOT_FOUND');
  });
});
