import { COALITION_INVITATION_DURATION } from '#coalitions/invitations/coalition-invitation.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { TestApp } from '../app/app.js';
import {
  firstParticipantOf,
  inviteToCoalition,
  makeCoalition,
  makeDelegate,
  makeGrant,
  makeParticipant,
} from '../factories/coalitions/make-coalitions.js';
import { takePart } from '../factories/coalitions/taking-part.js';
import { makeChannel, makeGroup } from '../factories/make-groups.js';
import { makePeople } from '../factories/make-people.js';
import type { MatrixFixtureFactory, RelatedPerson } from './matrix-fixture.js';

/**
 * A hidden coalition of two participants. The first names no delegate, so its owner acts; the second names a delegate
 * and a coalition steward, who takes part.
 */
async function aCoalition(app: TestApp, { isListed = false } = {}) {
  const people = await makePeople(app, {
    ...({ owner: 'steward', near: 'member', part: 'member', granted: 'member' } as const),
    ...({ other: 'steward', del: 'member', cs: 'member', far: 'member' } as const),
    ...({ guest: 'steward' } as const),
  });
  const { owner, near, part, granted, other, del, cs, far, guest } = people;
  const open = await makeGroup(app, { steward: owner, members: [near, part, granted] });
  const second = await makeGroup(app, { steward: other, members: [del, cs, far] });
  const third = await makeGroup(app, { steward: guest });
  const party = { groupId: open.id };
  const coalition = await makeCoalition(app, { founder: owner, party, isListed });
  const own = await firstParticipantOf(app, coalition);
  const { token, invitation: link } = await inviteToCoalition(owner, coalition);
  const { invitation } = await inviteToCoalition(owner, coalition, { groupId: third.id });
  const { id: theirs } = await makeParticipant(app, coalition, { groupId: second.id });
  // The invitations ended when the second participant entered. From here on they are as if it had approved them.
  await app.db.query('update coalition_invitation set expires_at = $2 where coalition_id = $1', [
    ...[coalition.id, app.clock.in(COALITION_INVITATION_DURATION)],
  ]);
  await makeDelegate(app, theirs, del);
  await makeDelegate(app, theirs, cs, { isSteward: true });
  await makeGrant(app, own, part, { isAccepted: true });
  await makeGrant(app, theirs, cs, { isAccepted: true });
  const grantId = await makeGrant(app, own, granted);
  const theirGrantId = await makeGrant(app, theirs, far);
  const inside: RelatedPerson[] = [
    ['ME', 'ofParticipant', near],
    ['ME', 'participantOwner', owner],
    ['ME', 'takingPart', part],
  ];
  /** Delegates act for the second participant; `id` is the row of theirs that an endpoint takes. */
  const acting = (id?: string): RelatedPerson[] => [
    id ? ['ME', 'delegate', del, id] : ['ME', 'delegate', del],
    id ? ['ME', 'coalitionSteward', cs, id] : ['ME', 'coalitionSteward', cs],
  ];
  const sources = await app.db.query<{ id: string }>(
    'select id from membership where group_id = $1 and account_id = $2',
    [open.id, near.accountId],
  );
  return {
    ...{ ...people, coalition, own, theirs, inside, acting, token: token!, linkId: link.id },
    ...{ invitationId: invitation.id, grantId, theirGrantId, personId: sources[0]!.id },
  };
}

/** A link with which any member may enter a coalition for a group or organisation of theirs. */
export async function aCoalitionLink(app: TestApp): Promise<string> {
  const { owner } = await makePeople(app, { owner: 'steward' });
  const group = await makeGroup(app, { steward: owner });
  const coalition = await makeCoalition(app, { founder: owner, party: { groupId: group.id } });
  return (await inviteToCoalition(owner, coalition)).token!;
}

export const COALITION_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  async 'Group, a hidden coalition'(app) {
    const { coalition, inside, acting } = await aCoalition(app);
    return {
      id: coalition.id,
      more: { slug: coalition.slug },
      people: [...inside, ...acting()],
    };
  },
  async 'Membership, in a coalition'(app) {
    const { coalition, inside, acting, part, far } = await aCoalition(app);
    await takePart(far, coalition);
    const entry = await app.get(MembershipsService).activeOf(part.accountId, coalition.id);
    const others = inside.filter(([, relation]) => relation !== 'takingPart');
    const taking: RelatedPerson[] = [
      ['ME', 'own', part],
      ['ME', 'takingPart', far],
    ];
    const more = { groupId: coalition.id };
    return { id: entry!.id, more, people: [...others, ...taking, ...acting()] };
  },
  async 'Channel, of a coalition'(app) {
    const { coalition, inside, acting } = await aCoalition(app);
    const { id } = await makeChannel(app, { group: coalition });
    return { id, people: [...inside, ...acting()] };
  },
  async 'Participant, of a hidden coalition'(app) {
    const { own, theirs, inside, acting, personId } = await aCoalition(app);
    return { id: own, more: { personId }, people: [...inside, ...acting(theirs)] };
  },
  async 'Participant, of other people'(app) {
    // A third participant, whose coalition steward could approve the removal of one of the others.
    const { coalition, guest, own, theirs, inside, acting } = await aCoalition(app, {
      isListed: true,
    });
    const more = await makeGroup(app, { steward: guest });
    await makeParticipant(app, coalition, { groupId: more.id });
    return { id: theirs, people: [...inside, ...acting(own)] };
  },
  async CoalitionInvitation(app) {
    const { invitationId, inside, acting, guest } = await aCoalition(app);
    return { id: invitationId, people: [...inside, ...acting(), ['ME', 'invited', guest]] };
  },
  async 'CoalitionInvitation, a link'(app) {
    const { linkId, token, inside, acting } = await aCoalition(app);
    return { id: linkId, more: { token }, people: [...inside, ...acting()] };
  },
  async CoalitionGrant(app) {
    const { grantId, theirGrantId, granted, inside, acting } = await aCoalition(app);
    const people: RelatedPerson[] = [...inside, ...acting(theirGrantId), ['ME', 'own', granted]];
    return { id: grantId, people };
  },
};
