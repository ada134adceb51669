import type { Group } from '#groups/group.entity.js';
import { MembershipRole } from '#members/membership.entity.js';
import { useApp } from '../../support/app/app.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { requestRemoval } from '../../support/factories/removals.js';
import {
  matterDocument,
  sanctionReason,
  OPEN_MATTER,
  LIFT_SEPARATION,
  matterOf,
  postText,
  MATTER_QUEUE_QUERY,
  reportSubject,
  REPORT_SUBJECT,
  makeReportedProfile,
  SEPARATE_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { waitForFrames, closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { makeAllies, twoPersonActions } from '../../support/factories/two-person-acts.js';
import { makePerson, type Person, makePeople } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(closeAllSockets);

const claim = (one: Person, id: string) => apiAs(one).code(matterDocument('claimMatter'), { id });
const idsOf = async (one: Person) =>
  (await apiAs(one).ask(MATTER_QUEUE_QUERY)).matterQueue.map((matter: { id: string }) => matter.id);

/**
 * A group of more than ten members, too large to be a conflict of interest: Ada, Ben, the moderator Mo and others,
 * without Ma.
 */
async function inALargeGroup() {
  const people = await makePeople(app, {
    ada: 'member',
    ben: 'member',
    mo: 'moderator',
    ma: 'moderator',
  });
  const { ada, ben, mo } = people;
  const others = await Promise.all(
    Array.from({ length: 9 }, (_, n) => makePerson(app, `o${n}`, 'member')),
  );
  const group = await factories.group(app, {
    steward: others[0]!,
    members: [ada, ben, mo, ...others.slice(1)],
  });
  const channel = await factories.channel(app, { group });
  return { ...people, group, channelId: channel.id };
}

/** Ada reports a message of Ben with its context, or with the given part of it. */
async function forwarded(ada: Person, subjectId: string, contextIds?: string[]): Promise<string> {
  const input = { subject: 'Message', subjectId, reason: 'harassment', contextIds };
  await apiAs(ada).ask(REPORT_SUBJECT, { input });
  const [row] = await app.db.query<{ id: string }>('select id from report where subject_key = $1', [
    subjectId,
  ]);
  return matterOf(ada, row!.id);
}

const masked = ({ accountId }: Person, { id }: Group, name: string | null = 'Luna') =>
  app.db.query('update membership set persona_name = $1 where account_id = $2 and group_id = $3', [
    name,
    accountId,
    id,
  ]);

it.each(['under their own name', 'under a persona'])(
  'a moderator who wrote a forwarded message %s cannot find its matter',
  async (how) => {
    const { ada, ben, mo, ma, group, channelId } = await inALargeGroup();
    if (how === 'under a persona') await masked(mo, group);
    await postText(mo, channelId, 'Calma.');
    const id = await forwarded(ada, await postText(ben, channelId, 'insulto'));
    expect(await idsOf(mo)).not.toContain(id);
    for (const verb of ['claimMatter', 'releaseMatter', 'closeMatter']) {
      expect(await apiAs(mo).code(matterDocument(verb), { id })).toBe('NOT_FOUND');
    }
    expect(await idsOf(ma)).toContain(id);
    expect(await claim(ma, id)).toBe('OK');
    const file = await (await apiAs(ma).raw(OPEN_MATTER, { id })).text();
    expect(file).toContain(how === 'under a persona' ? 'Luna: Calma.' : 'mo: Calma.');
    expect(file).not.toContain(mo.accountId);
  },
);

it('a moderator who wrote a nearby message that was not forwarded may open the matter', async () => {
  const { ada, ben, mo, channelId } = await inALargeGroup();
  await postText(mo, channelId, 'Calma.');
  const id = await forwarded(ada, await postText(ben, channelId, 'insulto'), []);
  expect(await idsOf(mo)).toContain(id);
  expect(await claim(mo, id)).toBe('OK');
});

it('an assigned moderator loses the matter and its open page when a later report forwards a message of theirs', async () => {
  const { ada, ben, mo, ma, channelId } = await inALargeGroup();
  const id = await forwarded(ada, await postText(ben, channelId, 'insulto'), []);
  expect(await claim(mo, id)).toBe('OK');
  const ear = await openSocket(mo);
  await postText(mo, channelId, 'Calma.');
  expect(await forwarded(ada, await postText(ben, channelId, 'otro insulto'))).toBe(id);
  await ear.until('news', (news) => news.subject === 'matter' && news.id === id);
  expect(await apiAs(mo).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
  expect(await claim(mo, id)).toBe('NOT_FOUND');
  expect(await claim(ma, id)).toBe('OK');
});

it("a moderator who is steward of a group is recused from reports of the group's texts", async () => {
  const { ada, mo, ma, group } = await inALargeGroup();
  const sql = 'update membership set role = $1 where account_id = $2 and group_id = $3';
  await app.db.query(sql, [MembershipRole.steward, mo.accountId, group.id]);
  await apiAs(ada).ask(REPORT_SUBJECT, {
    input: { subject: 'Group', subjectId: group.id, reason: 'hate' },
  });
  const [row] = await app.db.query<{ id: string }>('select id from report where subject_key = $1', [
    group.id,
  ]);
  const id = await matterOf(ada, row!.id);
  expect(await idsOf(mo)).not.toContain(id);
  expect(await claim(mo, id)).toBe('NOT_FOUND');
  expect(await claim(ma, id)).toBe('OK');
});

it('a moderator cannot open a matter in which they are reporter or reported', async () => {
  const { ma, mo } = await makePeople(app, { ma: 'moderator', mo: 'moderator' });
  const other = await makePerson(app, 'mi', 'moderator');
  const shown = await makeVisibleProfile(mo);
  await apiAs(ma).ask(REPORT_SUBJECT, {
    input: { subject: 'Profile', subjectId: shown.personId, reason: 'spam' },
  });
  const [row] = await app.db.query<{ id: string }>('select id from report where subject_key = $1', [
    shown.personId,
  ]);
  const id = await matterOf(ma, row!.id);
  for (const side of [ma, mo]) {
    expect(await idsOf(side)).not.toContain(id);
    expect(await claim(side, id)).toBe('NOT_FOUND');
  }
  expect(await claim(other, id)).toBe('OK');
});

it("moderators in a small group are recused from matters about a persona in it, and not from those about the persona's owner", async () => {
  const { ada, ben, eve, mo, ma } = await makePeople(app, {
    ...{ ada: 'member', ben: 'member', eve: 'member' },
    ...{ mo: 'moderator', ma: 'moderator' },
  });
  const { personId } = await makeVisibleProfile(ben);
  const group = await factories.group(app, { steward: ada, members: [ben, eve, mo] });
  const { id: channelId } = await factories.channel(app, { group });
  await masked(ben, group);
  await masked(eve, group);
  const ofProfile = await matterOf(eve, await reportSubject(eve, 'Profile', personId));
  const ofPersona = await forwarded(eve, await postText(ben, channelId, 'insulto'), []);
  expect(ofPersona).not.toBe(ofProfile);
  expect(await idsOf(ma)).toEqual(expect.arrayContaining([ofProfile, ofPersona]));
  const seen = await idsOf(mo);
  expect(seen).toContain(ofProfile);
  expect(seen).not.toContain(ofPersona);
  expect(await claim(mo, ofPersona)).toBe('NOT_FOUND');
  await masked(ben, group, null);
  expect(await idsOf(mo)).not.toContain(ofProfile);
});

it('a new report can hide a removal request from an approver, without notifying the reported member', async () => {
  const { ada, eva, ben, mo, ma, pal } = await makePeople(app, {
    ...{ ada: 'member', eva: 'member', ben: 'moderator' },
    ...{ mo: 'moderator', ma: 'moderator', pal: 'moderator' },
  });
  await makeAllies(app, pal, eva);
  const { personId } = await makeVisibleProfile(ben);
  const id = await matterOf(ada, await reportSubject(ada, 'Profile', personId));
  await claim(mo, id);
  const { id: actId } = await requestRemoval(mo, id);
  expect(await twoPersonActions(pal).read(actId)).toMatchObject({ id: actId, state: 'waiting' });
  const [ear, about] = [await openSocket(pal), await openSocket(ben)];
  const isOfAct = ({ subject }: { subject: string }) => subject === 'twoPersonAct';
  await reportSubject(eva, 'Profile', personId);
  await ear.until('news', isOfAct);
  await expect(twoPersonActions(pal).read(actId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await twoPersonActions(ma).read(actId)).toMatchObject({ id: actId });
  await waitForFrames();
  expect(about.received('news').filter(isOfAct)).toEqual([]);
});

it('a separation is hidden in a later matter from a moderator with a tie to the other person', async () => {
  const { ada, ben, eve, mo, ma, id, reportId, benShown } = await makeReportedProfile(app);
  await claim(mo, id);
  await apiAs(mo).ask(SEPARATE_REPORTED, { input: { reportId, leaving: [], ...sanctionReason() } });
  await apiAs(mo).ask(matterDocument('closeMatter'), { id });
  await makeAllies(app, ma, ada);
  const later = await matterOf(eve, await reportSubject(eve, 'Profile', benShown.personId));
  const [sanction] = await app.db.query<{ id: string }>(
    `select id from sanction where account_id = $1 and kind = 'separation'`,
    [ben.accountId],
  );
  const lift = { input: { matterId: later, separationId: sanction!.id, words: 'Pasó el tiempo.' } };
  const seen = async (one: Person) => {
    await apiAs(one).ask(matterDocument('claimMatter'), { id: later });
    return (await apiAs(one).ask(OPEN_MATTER, { id: later })).openMatter.separations;
  };
  expect(await seen(ma)).toEqual([]);
  expect(await apiAs(ma).code(LIFT_SEPARATION, lift)).toBe('NOT_FOUND');
  await apiAs(ma).ask(matterDocument('releaseMatter'), { id: later });
  expect(await seen(mo)).toEqual([sanction]);
  expect(await apiAs(mo).code(LIFT_SEPARATION, lift)).toBe('OK');
});
