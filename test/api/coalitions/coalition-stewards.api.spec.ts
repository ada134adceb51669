import { DataExportService } from '#signin/accounts/data-export.service.js';
import { EventsWorker } from '#events/events.worker.js';
import { DAY } from '#kernel/clock.js';
import { MembershipRole } from '#members/membership.entity.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { SharedGroups } from '#moderation/separations/shared-groups.js';
import { SeparationSide } from '#moderation/separations/separation.view.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { recordStatements } from '../../support/app/record-statements.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import {
  CONSENT_TO_AGREEMENTS,
  NEW,
  publishAgreements,
  readAgreements,
} from '../../support/factories/agreements.js';
import { threeParties } from '../../support/factories/coalitions/coalition-parties.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import {
  firstParticipantOf,
  inviteToCoalition,
  makeCoalition,
  makeGrant,
} from '../../support/factories/coalitions/make-coalitions.js';
import {
  ASK_TO_REMOVE_PARTICIPANT,
  COALITION_PEOPLE,
  giveGrants,
  TAKE_PARTICIPANT_OUT,
  takePart,
  WITHDRAW_GRANT,
} from '../../support/factories/coalitions/taking-part.js';
import { REMOVE_MEMBER } from '../../support/factories/group-documents.js';
import { factories } from '../../support/factories/factories.js';
import {
  makePeople,
  makePerson,
  type Person,
  signInAgain,
} from '../../support/factories/make-people.js';
import {
  makeReportedProfile,
  matterDocument,
} from '../../support/factories/moderation-documents.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { POST_MESSAGE, messageInput } from '../../support/messages/message-documents.js';
import {
  requestLongerRetention,
  shortenRetentionOf,
} from '../../support/messages/message-retention.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(closeAllSockets);

const PAGE =
  'query ($slug: String!) { group(slug: $slug) { hasOtherSteward participants { id } } }';
const RECEIVED = `{ receivedCoalitionInvitations {
  coalition { name slug participantNames agreements { text } } } }`;

const LIST = `mutation ($input: LessPrivateGroupInput!) {
  askToMakeGroupLessPrivate(input: $input) { id hash } }`;
const listInput = ({ id: groupId }: { readonly id: string }) => ({
  input: { groupId, privacy: 'invitation', reason: 'Para que nos encuentren.' },
});
const askToList = async (who: Person, coalition: { readonly id: string }) =>
  (await apiAs(who).ask(LIST, listInput(coalition))).askToMakeGroupLessPrivate;

const pageAs = async (who: Person, { slug }: { readonly slug: string }) =>
  (await apiAs(who).ask(PAGE, { slug })).group;
const peopleAs = async (who: Person, { id }: { readonly id: string }) =>
  new Map(
    (await apiAs(who).ask(COALITION_PEOPLE, { id })).groupMembers.items.map((one) => [
      one.name,
      one,
    ]),
  );

const isListed = async ({ id }: { readonly id: string }) => {
  const sql = 'select 1 from "group" where id = $1 and is_listed';
  return (await app.db.query(sql, [id])).length === 1;
};

/** The world, with Ste, Ana and Spo inside; Ste and Spo are coalition stewards. */
async function inhabited(agreements = '') {
  const world = await makeCoalitionWorld(app, agreements);
  const { ste, ana, spo, coalition } = world;
  const forest = [await world.forestId(ste), await world.forestId(ana)];
  await giveGrants(ste, world.inForest, forest);
  await giveGrants(spo, world.inRadio, [await world.radioId(spo)]);
  for (const who of [ste, ana, spo]) await takePart(who, coalition);
  return world;
}

it('a coalition steward removes anybody who takes part, and cannot tell who is coalition steward', async () => {
  const { ste, ana, spo, coalition } = await inhabited();
  const people = await peopleAs(ste, coalition);
  expect(people.get(spo.name)!.viewerCan).toEqual(people.get(ana.name)!.viewerCan);
  expect(people.get(spo.name)!.viewerCan).toContain('remove');
  await apiAs(ste).ask(REMOVE_MEMBER, { id: people.get(spo.name)!.id });
  expect([...(await peopleAs(ste, coalition)).keys()]).toEqual([ana.name, ste.name]);
  // The removed person is still coalition steward for their participant.
  expect((await pageAs(ste, coalition)).hasOtherSteward).toBe(true);
});

it('a person whom a coalition steward removed from a listed coalition reads its participants no more', async () => {
  const { ste, ana, eve, tea, coalition, ...world } = await inhabited();
  await app.db.query('update "group" set is_listed = true where id = $1', [coalition.id]);
  await apiAs(ste).ask(REMOVE_MEMBER, { id: (await peopleAs(ste, coalition)).get(ana.name)!.id });
  // Ana is still of two participants, and what these do concerns her.
  expect((await pageAs(ana, coalition)).participants).toHaveLength(3);
  for (const [who, id] of [
    [tea, world.inTide],
    [ste, world.inForest],
  ] as const) {
    await apiAs(who).ask(TAKE_PARTICIPANT_OUT, { id });
  }
  expect((await pageAs(ana, coalition)).participants).toEqual([]);
  expect((await pageAs(eve, coalition)).participants).toHaveLength(1);
});

it('a coalition steward reads whether one of another participant could approve', async () => {
  const { ste, ana, spo, tea, coalition, inRadio, inTide } = await inhabited();
  expect((await pageAs(ste, coalition)).hasOtherSteward).toBe(true);
  expect((await pageAs(ana, coalition)).hasOtherSteward).toBeNull();
  await apiAs(spo).ask(TAKE_PARTICIPANT_OUT, { id: inRadio });
  await apiAs(tea).ask(TAKE_PARTICIPANT_OUT, { id: inTide });
  expect((await pageAs(ste, coalition)).hasOtherSteward).toBe(false);
});

it('a coalition steward who takes part reads how many have not consented to changed agreements', async () => {
  const { ste } = await makePeople(app, { ste: 'steward' });
  const members: Person[] = [];
  for (let at = 0; at < 4; at++) members.push(await makePerson(app, `vecina ${at}`, 'member'));
  const group = await factories.group(app, { steward: ste, members });
  const coalition = await makeCoalition(app, { founder: ste, party: { groupId: group.id } });
  const participant = await firstParticipantOf(app, coalition);
  for (const who of members) await makeGrant(app, participant, who, { isAccepted: true });
  await publishAgreements(ste, coalition.id, 'Primero escuchamos. Luego preguntamos.');
  // The number is how many take part; a coalition steward who does not take part does not learn it.
  expect((await readAgreements(ste, coalition)).unconsentedCount).toBeNull();
  await makeGrant(app, participant, ste, { isAccepted: true });
  await publishAgreements(ste, coalition.id, 'Primero preguntamos.', { basedOn: 2 });
  expect((await readAgreements(ste, coalition)).unconsentedCount).toBe(4);
  expect((await readAgreements(members[0]!, coalition)).unconsentedCount).toBeNull();
});

it('a preview of the profile takes no coalition for a group', async () => {
  const { ana, eve, coalition, tide } = await inhabited();
  const document = 'query ($input: ViewAsInput!) { viewAs(input: $input) { id } }';
  const viewAs = (who: Person, { id: groupId }: { readonly id: string }) =>
    apiAs(who).code(document, { input: { as: 'groupMember', groupId } });
  expect(await viewAs(ana, tide)).toBe('OK');
  expect(await viewAs(ana, coalition)).toBe(await viewAs(eve, tide));
  expect(await viewAs(ana, coalition)).toBe('NOT_FOUND');
});

it('the audit names neither the participant nor the coalition for which an account acts', async () => {
  const { ste, spo, tea, inForest, inRadio, inTide, coalition } = await inhabited();
  await apiAs(tea).ask(TAKE_PARTICIPANT_OUT, { id: inTide });
  const sql = `select action, subject_id from audit_entry
    where actor_id = any($1) and (subject_type = 'Participant' or action = 'foundCoalition')`;
  const accounts = [ste, spo, tea].map(({ accountId }) => accountId);
  const entries = await app.db.query<{ action: string; subject_id: string | null }>(sql, [
    accounts,
  ]);
  const actions = new Set(entries.map(({ action }) => action));
  expect([...actions].toSorted()).toEqual(['foundCoalition', 'grant', 'takeOut']);
  expect(entries.filter((entry) => entry.subject_id !== null)).toEqual([]);
  const ids = [inForest, inRadio, inTide, coalition.id];
  const acting = `select 1 from audit_entry where subject_id = any($1) and actor_id = any($2)`;
  expect(await app.db.query(acting, [ids, accounts])).toEqual([]);
});

it('a withdrawn invitation waits for nobody’s approval any more', async () => {
  const { ste, tea, coalition } = await makeCoalitionWorld(app);
  const { invitation } = await inviteToCoalition(ste, coalition);
  expect(await twoPersonActions(tea).waiting()).toBe(1);
  await apiAs(ste).ask('mutation ($id: ID!) { withdrawCoalitionInvitation(invitationId: $id) }', {
    id: invitation.id,
  });
  await app.get(EventsWorker).drain();
  expect(await twoPersonActions(tea).waiting()).toBe(0);
});

it('nothing of an entry that a separation ended counts or is exported once the separation is lifted', async () => {
  const { ana, spo, coalition } = await inhabited();
  const grants = async () => {
    const read = await app.get(DataExportService).read(ana.accountId);
    const { coalitionGrants } = read as { coalitionGrants: { accepted_at: Date | null }[] };
    return coalitionGrants.map((one) => one.accepted_at !== null);
  };
  expect(await grants()).toEqual([true]);
  const sides = { reported: ana.accountId, reporter: spo.accountId };
  const leaving = [{ groupId: coalition.id, side: SeparationSide.reported }];
  await app.db.write(async () => {
    await app.get(SharedGroups).leave(sides, leaving);
    await app.get(SeparationsService).start(ana.accountId, spo.accountId);
  });
  await app.get(EventsWorker).drain();
  expect(await grants()).toEqual([]);
  await app.db.query('update separation set ended_at = $1 where ended_at is null', [
    app.clock.now(),
  ]);
  expect(await grants()).toEqual([false]);
});

it('a coalition that shrinks to ten closes the files of moderators who stay in it', async () => {
  const { ben, mo, id } = await makeReportedProfile(app);
  const { ste } = await makePeople(app, { ste: 'steward' });
  const others: Person[] = [];
  for (let at = 0; at < 9; at++) others.push(await makePerson(app, `vecina ${at}`, 'member'));
  const group = await factories.group(app, { steward: ste, members: [ben, mo, ...others] });
  const coalition = await makeCoalition(app, { founder: ste, party: { groupId: group.id } });
  const participant = await firstParticipantOf(app, coalition);
  for (const who of [ben, mo, ...others.slice(1)]) {
    await makeGrant(app, participant, who, { isAccepted: true });
  }
  const last = await makeGrant(app, participant, others[0]!, { isAccepted: true });
  expect(await apiAs(mo).code(matterDocument('claimMatter'), { id })).toBe('OK');
  const socket = await openSocket(mo);
  await apiAs(ste).ask(WITHDRAW_GRANT, { id: last });
  await socket.until('news', (news) => news.subject === 'matter' && news.id === id);
  expect(await apiAs(mo).code(matterDocument('releaseMatter'), { id })).toBe('NOT_FOUND');
});

it('many invitations to coalitions are read in as many statements as one', async () => {
  const { ana, bea, parties } = await threeParties(app);
  const invite = async (name: string) => {
    const coalition = await makeCoalition(app, {
      ...{ founder: bea, party: parties.hidden, shownName: 'La Orilla', name },
    });
    await inviteToCoalition(bea, coalition, parties.open);
  };
  const statements = async () => {
    const names: string[] = [];
    const sent = await recordStatements(async () => {
      const { receivedCoalitionInvitations } = await apiAs(ana).ask(RECEIVED);
      for (const { coalition } of receivedCoalitionInvitations) {
        expect(coalition).toMatchObject({
          ...{ participantNames: ['La Orilla'], agreements: { text: 'Primero escuchamos.' } },
        });
        names.push(coalition.name);
      }
    });
    return [names, sent.length] as const;
  };
  await invite('Cuenca');
  const [, one] = await statements();
  for (const name of ['Delta', 'Estero', 'Laguna']) await invite(name);
  const [names, four] = await statements();
  expect(names.toSorted()).toEqual(['Cuenca', 'Delta', 'Estero', 'Laguna']);
  expect(four).toBe(one);
});

it('a coalition steward who has not consented in time can read and refuse, but not approve', async () => {
  const { coalition, channelId, inTide, ...world } = await inhabited('Primero escuchamos.');
  await publishAgreements(world.ste, coalition.id, NEW, { graceDays: 7 });
  const post = (who: Person, text: string) =>
    apiAs(who).ask(POST_MESSAGE, messageInput(channelId, text));
  const consentFirst = { code: 'FORBIDDEN', reason: 'agreements.consentFirst' };
  await post(world.spo, 'Todavía escribo.');
  app.clock.move(7 * DAY);
  const [ste, ana, spo] = [
    await signInAgain(world.ste),
    await signInAgain(world.ana),
    await signInAgain(world.spo),
  ];
  for (const who of [ana, spo]) {
    const { agreementsChange } = await readAgreements(who, coalition);
    expect(agreementsChange).toMatchObject({ isReadOnly: true });
    await expect(post(who, 'Ya no escribo.')).rejects.toMatchObject(consentFirst);
  }
  await post(ste, 'Estuve de acuerdo.');
  await expect(apiAs(spo).ask(LIST, listInput(coalition))).rejects.toMatchObject(consentFirst);
  const input = { participantId: inTide, reason: 'No respeta los acuerdos.' };
  const asked = [
    await askToList(ste, coalition),
    (await apiAs(ste).ask(ASK_TO_REMOVE_PARTICIPANT, { input })).askToRemoveParticipant,
  ];
  const speaker = twoPersonActions(spo);
  for (const { id, hash } of asked) {
    await expect(speaker.approve(id, hash)).rejects.toMatchObject(consentFirst);
    await speaker.refuse(id);
  }
  const { id, hash } = await askToList(ste, coalition);
  await apiAs(spo).ask(CONSENT_TO_AGREEMENTS, { groupId: coalition.id, version: 2 });
  await speaker.approve(id, hash);
  expect(await isListed(coalition)).toBe(true);
});

/** A second steward of the hidden group, who acts for the same participant as Ste. */
async function withSecondSteward() {
  const world = await inhabited();
  const { sol } = await makePeople(app, { sol: 'steward' });
  const role = MembershipRole.steward;
  await factories.membership(app, { group: world.forest, person: sol, role });
  return { ...world, sol };
}
const cannotRead = (who: Person, id: string) =>
  expect(twoPersonActions(who).read(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });

it('a request to list a coalition or keep its messages longer is approved only by a coalition steward of another participant', async () => {
  const { ste, sol, spo, tea, ana, eve, coalition, channelId } = await withSecondSteward();
  const { mo } = await makePeople(app, { mo: 'moderator' });
  const listed = await askToList(ste, coalition);
  await shortenRetentionOf(ste, channelId, 'days7');
  const longer = await requestLongerRetention(ste, channelId, 'days30');
  for (const { id, hash } of [listed, longer]) {
    for (const who of [sol, ana, eve, mo]) {
      await cannotRead(who, id);
      await expect(twoPersonActions(who).approve(id, hash)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    await expect(twoPersonActions(ste).approve(id, hash)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  }
  expect((await twoPersonActions(tea).read(listed.id)).shown).toEqual([
    { label: 'coalition', value: coalition.name },
    { label: 'from', value: 'hidden' },
    { label: 'to', value: 'invitation' },
  ]);
  expect(await apiAs(eve).code(PAGE, { slug: coalition.slug })).toBe('NOT_FOUND');
  await twoPersonActions(tea).approve(listed.id, listed.hash);
  expect((await pageAs(eve, coalition)).participants).toHaveLength(3);
  await twoPersonActions(spo).approve(longer.id, longer.hash);
  const retention = 'query ($id: ID!) { channel(id: $id) { retention } }';
  expect((await apiAs(ste).ask(retention, { id: channelId })).channel.retention).toBe('days30');
});

it('a moderator approves listing a coalition of one participant, and sees the request but not the coalition', async () => {
  const { ste, sol, spo, tea, coalition, inRadio, inTide } = await withSecondSteward();
  const { mo } = await makePeople(app, { mo: 'moderator' });
  for (const [who, id] of [[spo, inRadio] as const, [tea, inTide] as const]) {
    await apiAs(who).ask(TAKE_PARTICIPANT_OUT, { id });
  }
  const { id, hash } = await askToList(ste, coalition);
  for (const who of [sol, spo, tea]) await cannotRead(who, id);
  expect(await apiAs(mo).code(PAGE, { slug: coalition.slug })).toBe('NOT_FOUND');
  expect((await twoPersonActions(mo).read(id)).shown[0]).toEqual({
    ...{ label: 'coalition', value: coalition.name },
  });
  await twoPersonActions(mo).approve(id, hash);
  expect(await isListed(coalition)).toBe(true);
});
