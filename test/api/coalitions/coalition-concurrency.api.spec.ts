import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { threeParties } from '../../support/factories/coalitions/coalition-parties.js';
import {
  firstParticipantOf,
  inviteToCoalition,
  linkInput,
  makeCoalition,
  makeParticipant,
  USE_COALITION_LINK,
} from '../../support/factories/coalitions/make-coalitions.js';
import { makeGroup, makeMembership } from '../../support/factories/make-groups.js';
import { makePerson } from '../../support/factories/make-people.js';
import { MembershipRole } from '#members/membership.entity.js';

const app = useApp({ TRAMA_WORKER: '0' });
const RENAME = `mutation ($id: ID!, $shownName: String) {
  renameParticipant(participantId: $id, shownName: $shownName) { name } }`;
const WITHDRAW = 'mutation ($id: ID!) { withdrawCoalitionInvitation(invitationId: $id) }';
const TAKE_OUT = 'mutation ($id: ID!) { takeParticipantOut(participantId: $id) }';

const namesIn = async (coalitionId: string) =>
  (
    await app.db.query<{ name: string }>(
      'select name from participant_name where coalition_id = $1 order by name',
      [coalitionId],
    )
  ).map(({ name }) => name);

async function founded() {
  const made = await threeParties(app);
  const coalition = await makeCoalition(app, { founder: made.ana, party: made.parties.open });
  return { ...made, coalition };
}

it('lets one of two stewards enter who accept one link at once', async () => {
  const { ana, bea, eve, coalition, parties } = await founded();
  const other = await makeGroup(app, { steward: eve });
  const { token } = await inviteToCoalition(ana, coalition);
  const enter = (who: typeof bea, party: { groupId: string }, shownName: string) =>
    apiAs(who).code(USE_COALITION_LINK, linkInput(token!, party, { shownName }));
  const codes = await Promise.all([
    enter(bea, parties.hidden, 'La Orilla'),
    enter(eve, { groupId: other.id }, 'El Delta'),
  ]);
  expect(codes.toSorted()).toEqual(['NOT_FOUND', 'OK']);
  expect(await namesIn(coalition.id)).toHaveLength(2);
});

it('two equal acceptances of one account get the same response', async () => {
  const { ana, bea, coalition, parties } = await founded();
  const { token } = await inviteToCoalition(ana, coalition);
  const input = linkInput(token!, parties.hidden, { shownName: 'La Orilla' });
  const both = await Promise.all([1, 2].map(() => apiAs(bea).ask(USE_COALITION_LINK, input)));
  const ids = new Set(both.map(({ useCoalitionLink }) => useCoalitionLink.id));
  expect(ids.size).toBe(1);
  expect(await namesIn(coalition.id)).toHaveLength(2);
});

it('a link is withdrawn or used, and its sender learns which', async () => {
  const { ana, bea, coalition, parties } = await founded();
  const { token, invitation } = await inviteToCoalition(ana, coalition);
  const [entered, withdrawn] = await Promise.all([
    apiAs(bea).code(USE_COALITION_LINK, linkInput(token!, parties.hidden, { shownName: 'Orilla' })),
    apiAs(ana).code(WITHDRAW, { id: invitation.id }),
  ]);
  expect([entered, withdrawn].toSorted()).toEqual(['NOT_FOUND', 'OK']);
  expect(await namesIn(coalition.id)).toHaveLength(entered === 'OK' ? 2 : 1);
});

it('lets a group enter once that uses two links at once', async () => {
  const { ana, bea, coalition, parties } = await founded();
  const links = [await inviteToCoalition(ana, coalition), await inviteToCoalition(ana, coalition)];
  const second = await makePerson(app, 'sol', 'steward');
  await makeMembership(app, {
    group: { id: parties.hidden.groupId },
    person: second,
    role: MembershipRole.steward,
  });
  const outcomes = await Promise.allSettled(
    links.map(({ token }, n) =>
      apiAs(n === 0 ? bea : second).ask(
        ...([
          USE_COALITION_LINK,
          linkInput(token!, parties.hidden, { shownName: `Orilla ${n}` }),
        ] as const),
      ),
    ),
  );
  const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  // The other link ended when the second participant entered.
  expect(refusals).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(await namesIn(coalition.id)).toHaveLength(2);
});

it('gives a name to one of two participants that choose it at once', async () => {
  const { bea, oto, coalition, parties } = await founded();
  const one = await makeParticipant(app, coalition, parties.hidden, 'La Orilla');
  const other = await makeParticipant(app, coalition, parties.organisation, 'Zona Norte');
  const codes = await Promise.all([
    apiAs(bea).code(RENAME, { id: one.id, shownName: 'Bosque' }),
    apiAs(oto).code(RENAME, { id: other.id, shownName: 'Bosque' }),
  ]);
  expect(codes.toSorted()).toEqual(['CONFLICT', 'OK']);
});

it('an invitation that is accepted while its maker leaves the coalition has one outcome', async () => {
  const { ana, bea, coalition, parties } = await founded();
  const first = await firstParticipantOf(app, coalition);
  const { token } = await inviteToCoalition(ana, coalition);
  const [entered, left] = await Promise.all([
    apiAs(bea).code(USE_COALITION_LINK, linkInput(token!, parties.hidden, { shownName: 'Orilla' })),
    apiAs(ana).code(TAKE_OUT, { id: first }),
  ]);
  expect(left).toBe('OK');
  expect(['OK', 'NOT_FOUND']).toContain(entered);
  expect(await namesIn(coalition.id)).toEqual(entered === 'OK' ? ['Orilla'] : []);
});

it('two taking-outs of one participant end it once', async () => {
  const { ana, coalition } = await founded();
  const id = await firstParticipantOf(app, coalition);
  const codes = await Promise.all([1, 2].map(() => apiAs(ana).code(TAKE_OUT, { id })));
  expect(codes.toSorted()).toEqual(['NOT_FOUND', 'OK']);
});
