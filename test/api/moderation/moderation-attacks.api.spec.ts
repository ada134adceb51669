import { randomUUID } from 'node:crypto';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { MINUTE } from '#kernel/clock.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { readEverything } from '../../support/matrix/crawler.js';
import { tableChecksums, observeDocument } from '../../support/matrix/hidden-rows.js';
import { allIdArguments } from '../../support/matrix/id-arguments.js';
import { factories } from '../../support/factories/factories.js';
import {
  matterDocument,
  sanctionReason,
  OPEN_MATTER,
  HAND_OVER_MATTER,
  matterOf,
  postText,
  MATTER_QUEUE_QUERY,
  REPORT_SUBJECT,
  REMOVE_CONTENT,
  SEPARATE_REPORTED,
  WARN_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { isSampled } from '../../support/sampled-sweeps.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makePerson, type Person, makePeople } from '../../support/factories/make-people.js';

const app = useApp();

const HIDDEN = { isListed: false, access: 'invitation' as never, name: 'qzgrupoqz' };
const NOTE = 'qznotaqz';
const CHANNELS = '{ channels { id allyId } }';
const AROUND = ['qzlejosqz', 'qzantesqz', 'qzcercaqz', 'qzdichoqz', 'qzluegoqz'] as const;

/**
 * Ben posts in a hidden group whose steward is Eve; Ada reports one message and forwards another. Ada and Ben are also
 * allies. Mo is assigned to the matter and has no conflict of interest.
 */
async function harassed(persona?: string) {
  const people = await makePeople(app, {
    ada: 'member',
    ben: 'member',
    eve: 'member',
    mo: 'moderator',
  });
  const { ada, ben, eve, mo } = people;
  const group = await factories.group(app, { steward: eve, members: [ada, ben], ...HIDDEN });
  const named = 'update membership set persona_name = $1 where account_id = $2 and group_id = $3';
  if (persona) await app.db.query(named, [persona, ben.accountId, group.id]);
  const channel = await factories.channel(app, { group, name: 'qzcanalqz' });
  const said: string[] = [];
  for (const body of AROUND) said.push(await postText(ben, channel.id, body));
  const input = {
    ...{ subject: 'Message', subjectId: said[3], reason: 'harassment', note: NOTE },
    contextIds: [said[2]],
  };
  await apiAs(ada).ask(REPORT_SUBJECT, { input });
  const sql = 'select id from report where reporter_id = $1';
  const reportId = (await app.db.query<{ id: string }>(sql, [ada.accountId]))[0]!.id;
  const id = await matterOf(mo, reportId);
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  await waitForJobs(app);
  return { ...people, group, channel, said, reportId, id };
}

/**
 * No answer to any query may contain these traces. Searches use only the beginning of a text, because an answer may
 * echo its query.
 */
async function learnsNothing(
  who: Person,
  traces: readonly string[],
  texts: readonly string[] = [],
) {
  const asked = texts.map((text) => text.slice(0, -2));
  const everything = await readEverything(who, asked);
  expect(traces.filter((trace) => everything.includes(trace))).toEqual([]);
}

describe('a moderator who looks for more than was forwarded', () => {
  it('gets NOT_FOUND at every endpoint for the channel, its group, nearby messages and the conversation of the two', async () => {
    const { ada, ben, mo, id, group, channel, said } = await harassed();
    await app.db.write(() => app.get(AlliancesService).start(ada.accountId, ben.accountId));
    await waitForJobs(app);
    const { channels } = await apiAs(ada).ask(CHANNELS);
    const conversation = channels.find(({ allyId }) => allyId)!.id;
    await postText(ben, conversation, 'qzasolasqz');
    const file = await (await apiAs(mo).raw(OPEN_MATTER, { id })).text();
    expect(['qzdichoqz', 'qzcercaqz', NOTE].filter((one) => !file.includes(one))).toEqual([]);
    const before = await tableChecksums(app);
    const never = randomUUID();
    const told: unknown[] = [];
    const rows = [channel.id, group.id, conversation, said[3]!, said[1]!];
    for (const [at, door] of allIdArguments().entries()) {
      const some = rows.filter((_, row) => isSampled('closedRows', at + 997 * row));
      if (some.length === 0) continue;
      const absent = await observeDocument(mo, door.document(never), never);
      for (const closed of some) {
        const { status, body } = await observeDocument(mo, door.document(closed), closed);
        if (status !== absent.status || body !== absent.body) told.push([door.name, body]);
      }
    }
    expect(told).toEqual([]);
    expect(await tableChecksums(app)).toEqual(before);
    const around = ['qzlejosqz', 'qzantesqz', 'qzluegoqz', 'qzasolasqz', 'qzcanalqz', 'qzgrupoqz'];
    await learnsNothing(mo, [...around, channel.id, group.id, conversation, ada.accountId], around);
  }, 300_000);

  it('can pass the matter only to another moderator, and then loses access to the matter', async () => {
    const { ada, eve, mo, id } = await harassed();
    const { ma, su } = await makePeople(app, { ma: 'moderator', su: 'supporter' });
    const to = async (who: Person) => ({
      input: { matterId: id, personId: (await makeVisibleProfile(who)).personId },
    });
    for (const who of [ada, eve, su]) {
      expect(await apiAs(mo).code(HAND_OVER_MATTER, await to(who))).toBe('INVALID');
    }
    for (const who of [ma, su, eve]) {
      expect(await apiAs(who).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
    }
    expect(await apiAs(mo).code(HAND_OVER_MATTER, await to(ma))).toBe('OK');
    expect(await apiAs(mo).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
    expect(await apiAs(ma).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
  });
});

describe('a member who reports to do harm', () => {
  it('is limited to twenty reports a day, even concurrent reports, and is told the reason', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    const targets: string[] = [];
    for (let n = 0; n < 23; n++) {
      targets.push((await makeVisibleProfile(await makePerson(app, `t${n}`, 'member'))).personId);
    }
    const input = (subjectId: string) => ({
      input: { subject: 'Profile', subjectId, reason: 'spam', note: NOTE },
    });
    const codes = await Promise.all(
      targets.map((one) => apiAs(ada).code(REPORT_SUBJECT, input(one))),
    );
    expect(codes.filter((code) => code === 'OK')).toHaveLength(20);
    expect(codes.filter((code) => code === 'TOO_MANY')).toHaveLength(3);
    const refused = targets[codes.indexOf('TOO_MANY')]!;
    await expect(apiAs(ada).ask(REPORT_SUBJECT, input(refused))).rejects.toMatchObject({
      reason: 'report.tooMany',
    });
    app.clock.move(24 * 60 * MINUTE + 1);
    expect(await apiAs(ada).code(REPORT_SUBJECT, input(refused))).toBe('OK');
    app.clock.move(-24 * 60 * MINUTE - 1);
  });

  it('changes nothing for the reported member, however many report, until a moderator decides', async () => {
    const { ben, mo } = await makePeople(app, { ben: 'member', mo: 'moderator' });
    const { personId: subjectId } = await makeVisibleProfile(ben);
    const own = `{ me { id standing } myNotices { id } actsAboutMe { items { action } } noticesUnseen }`;
    const before = await apiAs(ben).ask(own);
    const input = { subject: 'Profile', subjectId, reason: 'threat', note: NOTE };
    const liars: Person[] = [];
    for (let n = 0; n < 8; n++) liars.push(await makePerson(app, `l${n}`, 'member'));
    for (const liar of liars) expect(await apiAs(liar).code(REPORT_SUBJECT, { input })).toBe('OK');
    await waitForJobs(app);
    expect(await apiAs(ben).ask(own)).toEqual(before);
    const { matterQueue } = await apiAs(mo).ask(MATTER_QUEUE_QUERY);
    const mine = matterQueue.filter((one: { reportCount: number }) => one.reportCount === 8);
    expect(mine).toHaveLength(1);
    await apiAs(mo).ask(matterDocument('claimMatter'), { id: mine[0]!.id });
    await apiAs(mo).ask(matterDocument('closeMatter'), { id: mine[0]!.id });
    await waitForJobs(app);
    expect(await apiAs(ben).ask(own)).toEqual(before);
  });

  it('does not learn the owner of a persona, nor do moderators and stewards, whatever sanction follows', async () => {
    const { ada, ben, eve, mo, id, reportId } = await harassed('Luna');
    const owner = [ben.accountId, ben.email, `${ben.name}@`];
    const ways = async () => {
      for (const who of [ada, eve, mo]) await learnsNothing(who, owner, ['Luna', 'ben']);
      for (const one of [OPEN_MATTER, matterDocument('claimMatter')]) {
        const answer = await (await apiAs(mo).raw(one, { id })).text();
        expect(owner.filter((trace) => answer.includes(trace))).toEqual([]);
      }
    };
    await ways();
    expect(
      await apiAs(mo).code(SEPARATE_REPORTED, {
        input: { reportId, leaving: [], ...sanctionReason() },
      }),
    ).toBe('CONFLICT');
    await apiAs(mo).ask(WARN_REPORTED, { input: { matterId: id, ...sanctionReason() } });
    await apiAs(mo).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } });
    await ways();
    expect(await (await apiAs(ada).raw('{ myReports { id stage } }')).text()).not.toContain('Luna');
  }, 300_000);

  it('stays unknown to the reported member, the steward and other members, as do the report and its text', async () => {
    const { ada, ben, eve, mo, id, reportId } = await harassed();
    const { out } = await makePeople(app, { out: 'member' });
    const traces = [NOTE, reportId, ada.accountId, ada.email];
    const ways = async () => {
      for (const who of [eve, out]) await learnsNothing(who, [...traces, id], [NOTE]);
      await learnsNothing(ben, traces, [NOTE]);
    };
    await learnsNothing(ben, [id]);
    await ways();
    await apiAs(mo).ask(WARN_REPORTED, { input: { matterId: id, ...sanctionReason() } });
    await apiAs(mo).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } });
    app.clock.move(MINUTE);
    await ways();
    const { myNotices } = await apiAs(ben).ask('{ myNotices { kind words } }');
    expect(myNotices.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
      ...['contentRemoved', 'warning'],
    ]);
    await apiAs(mo).ask(matterDocument('closeMatter'), { id });
    await ways();
    app.clock.move(-MINUTE);
  }, 300_000);
});
