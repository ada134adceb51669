import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import {
  matterDocument,
  sanctionReason,
  OPEN_MATTER,
  matterOf,
  postText,
  REMOVE_CONTENT,
  REPORT_SUBJECT,
} from '../../support/factories/moderation-documents.js';
import { postInTopic as say, startTopic } from '../../support/messages/topics.js';
import {
  makeApplicant,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, type Person, makePeople } from '../../support/factories/make-people.js';

const AROUND = `query ($id: ID!) { reportContext(messageId: $id) { id authorName body isBefore isNearest } }`;
const NOBODY = '3f1d2c3b-0000-4000-8000-000000000000';

const app = useApp();
let vetters: Person[];
beforeAll(async () => {
  vetters = await makeReviewers(app);
});

const input = (subject: string, subjectId: string, more: Record<string, unknown> = {}) => ({
  input: { subject, subjectId, reason: 'hate', note: '', ...more },
});
const bodies = (around: readonly { body: string }[]) => around.map(({ body }) => body);
const reportIdOf = async (who: Person, subjectKey: string) => {
  const sql = 'select id from report where reporter_id = $1 and subject_key = $2';
  const rows = await app.db.query<{ id: string }>(sql, [who.accountId, subjectKey]);
  return rows[0]?.id;
};
/** Claims the matter of a report and returns the report as its file shows it. */
async function opened(moderator: Person, reportId: string) {
  const id = await matterOf(moderator, reportId);
  await apiAs(moderator).ask(matterDocument('claimMatter'), { id });
  const { reports } = (await apiAs(moderator).ask(OPEN_MATTER, { id })).openMatter;
  return reports.find((one: { id: string }) => one.id === reportId);
}

describe('the context of a reported message', () => {
  async function said() {
    const people = await makePeople(app, {
      ...{ ada: 'member', ben: 'member', eve: 'outsider', mo: 'moderator' },
    });
    const { ada, ben } = people;
    const channel = await factories.channel(app, {
      group: await factories.group(app, { steward: ada, members: [ben] }),
    });
    const ids: string[] = [];
    for (const body of ['1', '2', '3', '4', 'insulto', '6', '7', '8', '9']) {
      ids.push(await postText(body === '3' ? ada : ben, channel.id, body));
    }
    return { ...people, ids };
  }
  const around = async (who: Person, id: string) =>
    (await apiAs(who).ask(AROUND, { id })).reportContext;

  it('is offered from up to three messages around it, to members who may report it', async () => {
    const { ada, ben, eve, ids } = await said();
    const near = await around(ada, ids[4]!);
    expect(bodies(near)).toEqual(['2', '3', '4', '6', '7', '8']);
    expect(near[1]).toEqual({
      ...{ id: ids[2], authorName: 'ada', body: '3', isBefore: true, isNearest: true },
    });
    expect(near.filter((one: { isNearest: boolean }) => one.isNearest)).toHaveLength(4);
    expect(await apiAs(ben).code(AROUND, { id: ids[4] })).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(AROUND, { id: ids[4] })).toBe('NOT_FOUND');
    expect(await apiAs(ada).code(AROUND, { id: NOBODY })).toBe('NOT_FOUND');
    await apiAs(ben).ask('mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }', {
      id: ids[5],
    });
    const later = await around(ada, ids[4]!);
    expect(bodies(later)).toEqual(['2', '3', '4', '7', '8', '9']);
    const nearest = later.filter((one: { isNearest: boolean }) => one.isNearest);
    expect(bodies(nearest)).toEqual(['3', '4', '7', '8']);
  });

  it('comes from the feed of the message only, however many messages other feeds contain', async () => {
    const { ada, ben, cy, mo } = await makePeople(app, {
      ...{ ada: 'member', ben: 'member', cy: 'member', mo: 'moderator' },
    });
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const { id } = await factories.channel(app, { group });
    const feeds = [
      (await startTopic(ada, id, 'Antenas')).id,
      (await startTopic(ada, id, 'Baterías')).id,
      null,
    ];
    const said = new Map<string, string>();
    for (let nth = 1; nth <= 9; nth++) {
      if (nth === 4) await factories.membership(app, { group, person: cy });
      for (const [feed, topicId] of feeds.entries()) {
        const body = `${'abg'[feed]}${nth}`;
        said.set(body, (await say(ben, id, body, { topicId })).id);
      }
    }
    const at = (body: string) => said.get(body)!;
    for (const feed of 'abg') {
      const near = await around(ada, at(`${feed}5`));
      expect(bodies(near)).toEqual([2, 3, 4, 6, 7, 8].map((nth) => `${feed}${nth}`));
      const before = near.filter((one: { isBefore: boolean }) => one.isBefore);
      expect(bodies(before)).toEqual([2, 3, 4].map((nth) => `${feed}${nth}`));
    }
    expect(bodies(await around(cy, at('a5')))).toEqual(['a4', 'a6', 'a7', 'a8']);
    await app.db.query('update message set expires_at = $2 where id = $1', [
      at('a6'),
      app.clock.now(),
    ]);
    expect(bodies(await around(ada, at('a5')))).toEqual(['a2', 'a3', 'a4', 'a7', 'a8', 'a9']);
    const chosen = (...of: string[]) => input('Message', at('a5'), { contextIds: of.map(at) });
    for (const far of ['a1', 'a6', 'b5', 'g4'])
      expect(await apiAs(ada).code(REPORT_SUBJECT, chosen(far))).toBe('INVALID');
    await apiAs(ada).ask(REPORT_SUBJECT, chosen('a9', 'a2'));
    const file = await opened(mo, (await reportIdOf(ada, at('a5')))!);
    expect(file).toMatchObject({ forwarded: 'a5', context: 'ben: a2\nben: a9' });
    await apiAs(ada).ask(REPORT_SUBJECT, input('Message', at('g1')));
    const nearest = await opened(mo, (await reportIdOf(ada, at('g1')))!);
    expect(nearest).toMatchObject({ forwarded: 'g1', context: 'ben: g2\nben: g3' });
  });

  it('is forwarded as chosen by the reporter, and never from farther away', async () => {
    const { ada, mo, ids } = await said();
    for (const contextIds of [[ids[0]], [NOBODY], ['x'], [ids[3], ids[8]], [ids[4]]]) {
      expect(await apiAs(ada).code(REPORT_SUBJECT, input('Message', ids[4]!, { contextIds }))).toBe(
        'INVALID',
      );
    }
    expect(await reportIdOf(ada, ids[4]!)).toBeUndefined();
    await apiAs(ada).ask(
      REPORT_SUBJECT,
      input('Message', ids[4]!, { contextIds: [ids[7], ids[2]] }),
    );
    const file = await opened(mo, (await reportIdOf(ada, ids[4]!))!);
    expect(file).toMatchObject({ forwarded: 'insulto', context: 'ada: 3\nben: 8' });
    await apiAs(ada).ask(REPORT_SUBJECT, input('Message', ids[5]!, { contextIds: [] }));
    const alone = await opened(mo, (await reportIdOf(ada, ids[5]!))!);
    expect(alone).toMatchObject({ forwarded: '6', context: '' });
  });
});

it('a member who sees a group can report it, and its stewards are answerable for its texts', async () => {
  const { ada, ben, eve, mo } = await makePeople(app, {
    ...{ ada: 'steward', ben: 'member', eve: 'outsider', mo: 'moderator' },
  });
  const group = await factories.group(app, { steward: ada, members: [ben], isListed: false });
  await app.db.query(`update "group" set purpose = 'Contra alguien' where id = $1`, [group.id]);
  await app.db.query(
    `insert into agreements_version (group_id, number, text, summary) values
       ($1, 1, 'Nada', 'Nunca'), ($1, 2, 'Algo', 'Antes nada'), ($1, 3, 'Todo', 'Antes algo')`,
    [group.id],
  );
  // A member who consented to version 2 still reads it beside the current one; nobody reads version 1.
  const consented = `update membership set agreements_version = case account_id when $2 then 2 else 3 end,
    agreements_due_at = case account_id when $2 then now() end where group_id = $1`;
  await app.db.query(consented, [group.id, ben.accountId]);
  expect(await apiAs(ada).code(REPORT_SUBJECT, input('Group', group.id))).toBe('FORBIDDEN');
  expect(await apiAs(eve).code(REPORT_SUBJECT, input('Group', group.id))).toBe('NOT_FOUND');
  await apiAs(ben).ask(REPORT_SUBJECT, input('Group', group.id));
  const id = (await reportIdOf(ben, group.id))!;
  const file = await opened(mo, id);
  expect(file).toMatchObject({ knownAs: group.name, context: '', isRemoved: false });
  expect(file!.forwarded).toContain('Contra alguien');
  for (const text of ['Algo', 'Antes nada', 'Todo', 'Antes algo'])
    expect(file!.forwarded).toContain(text);
  for (const text of ['Nada', 'Nunca']) expect(file!.forwarded).not.toContain(text);
  const [matter] = await app.db.query<{ reported_id: string }>(
    'select reported_id from matter where id = $1',
    [await matterOf(mo, id)],
  );
  expect(matter!.reported_id).toBe(ada.accountId);
  await apiAs(mo).ask(REMOVE_CONTENT, { input: { reportId: id, ...sanctionReason() } });
  const after = await app.db.query(
    `select distinct name, purpose, text, summary from "group" g join agreements_version v on v.group_id = g.id
     where g.id = $1`,
    [group.id],
  );
  expect(after).toEqual([{ name: group.name, purpose: '', text: '', summary: '' }]);
});

it('only the reviewer assigned to an application can report its answers', async () => {
  const [mo1, mo2] = vetters as [Person, Person, Person];
  const who = await makeApplicant(app, { hopes: 'Que se callen.' });
  const id = await who.id();
  const stranger = await makePerson(app, 'zoe', 'member');
  for (const one of [mo1, stranger]) {
    expect(await apiAs(one).code(REPORT_SUBJECT, input('Application', id))).toBe('NOT_FOUND');
  }
  await reviewerActions(mo1).read(id);
  await apiAs(mo1).ask(REPORT_SUBJECT, input('Application', id));
  const reportId = (await reportIdOf(mo1, id))!;
  expect(await opened(mo2, reportId)).toMatchObject({
    knownAs: 'Nayra',
    forwarded: 'Radio comunitaria.\n\nQue se callen.',
  });
  await apiAs(mo2).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } });
  const { answers, ownReview } = await reviewerActions(mo1).open(id);
  expect(answers).toMatchObject({ name: 'Nayra', work: '', hopes: '' });
  expect(ownReview.isCurrent).toBe(false);
});
