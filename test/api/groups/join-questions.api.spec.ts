import { createDataSource } from '#database/data-source.js';
import { JoinQuestions1795969000000 } from '#database/migrations/20270104-join-questions.js';
import { EventsWorker } from '#events/events.worker.js';
import { GroupsJobs } from '#groups/groups.jobs.js';
import { SealEarlierJoinAnswers } from '#groups/joining/seal-earlier-join-answers.js';
import { DAY } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { databaseContents } from '../../laws/sources/event-rules.js';
import { type TestApp, useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import {
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  DECLINE_JOIN_REQUEST,
  HIDDEN_GROUP,
  LEAVE_GROUP,
  WITHDRAW_JOIN_REQUEST,
} from '../../support/factories/group-documents.js';
import { GROUP_INPUT } from '../../support/factories/group-input.js';
import { factories } from '../../support/factories/factories.js';
import {
  signInAgain,
  type Person,
  makePeople,
  makePerson,
} from '../../support/factories/make-people.js';

const FOUND =
  'mutation ($input: FoundGroupInput!) { foundGroup(input: $input) { id slug questions } }';
const EDIT = 'mutation ($input: EditGroupInput!) { editGroup(input: $input) { questions } }';
const REQUESTS =
  'query ($id: ID!) { joinRequests(groupId: $id) { id answers { question answer } viewerCan } }';
const ANSWERS = 'query ($id: ID!) { joinAnswers(joinRequestId: $id) { question answer } }';
const ENDED = `query ($id: ID!) { endedJoinRequests(groupId: $id) {
  name state decidedAt answers { question answer } } }`;
const MAKE_LINK = 'mutation ($id: ID!) { makeGroupLink(groupId: $id) { token } }';
const LOOK = 'query ($token: String!) { linkedGroup(token: $token) { questions joinRequestId } }';
const USE = `mutation ($input: UseGroupLinkInput!) { useGroupLink(input: $input) { joinRequestId } }`;

const QUESTIONS = ['¿Con quién trabajas?', '¿Qué quieres hacer aquí?'];
const [WITH, DO] = QUESTIONS as [string, string];
const GIVEN = [
  { question: WITH, answer: 'Con la radio de qzorilla.' },
  { question: DO, answer: 'Traducir qzdudas.' },
];
const CHANGED = { code: 'CONFLICT', reason: 'joinRequest.questionsChanged' };

const app = useApp({ TRAMA_WORKER: '0' });

const groupOf = (steward: Person, questions = QUESTIONS, part: object = {}) =>
  factories.group(app, { steward, questions, ...part });
const ask = async (who: Requester, groupId: string, said: object): Promise<string> =>
  (await apiAs(who).ask(ASK_TO_JOIN, { input: { groupId, ...said } })).requestToJoin.id;
const answersOf = async (who: Requester, id: string) =>
  (await apiAs(who).ask(ANSWERS, { id })).joinAnswers;
/** Returns the tables with a text, also inside binary columns, which PostgreSQL prints in hexadecimal. */
async function tablesWith({ db }: TestApp, text: string): Promise<string[]> {
  const spellings = [text, Buffer.from(text).toString('hex')];
  return [...(await databaseContents(db))].flatMap(([table, content]) =>
    spellings.some((one) => content.includes(one)) ? [table] : [],
  );
}
const edit = async (who: Requester, groupId: string, more: object) => {
  const { name, purpose, issueAreas } = GROUP_INPUT;
  const input = { name, purpose, issueAreas, groupId, ...more };
  const { editGroup } = await apiAs(who).ask(EDIT, { input });
  return editGroup.questions;
};

describe('the join questions of a group', () => {
  it('are up to five different texts in the order that a steward chooses', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
    const five = ['¿A?', '¿B?', '¿C?', '¿D?', '¿E?'];
    const { foundGroup } = await apiAs(ada).ask(FOUND, {
      input: { ...GROUP_INPUT, questions: five },
    });
    expect(foundGroup.questions).toEqual(five);
    const { id } = foundGroup;
    expect(await edit(ada, id, { questions: ['¿C?', '¿A?'] })).toEqual(['¿C?', '¿A?']);
    await expect(edit(ben, id, { questions: [] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const [questions, rule] of [
      [[...five, '¿F?'], 'arrayMaxSize'],
      [['¿A?', ' ¿A? '], 'arrayUnique'],
      [['¿A?', ' '], 'blank'],
      [['x'.repeat(201)], 'tooLong'],
    ] as const) {
      const fields = { questions: rule };
      await expect(edit(ada, id, { questions })).rejects.toMatchObject({ code: 'INVALID', fields });
    }
    expect(await edit(ada, id, {})).toEqual(['¿C?', '¿A?']);
    expect(await edit(ada, id, { questions: [] })).toEqual([]);
  });

  it('are not overwritten by a steward who edited earlier ones', async () => {
    const { ada } = await makePeople(app, { ada: 'steward' });
    const { id } = await groupOf(ada);
    expect(await edit(ada, id, { questions: [DO, WITH], questionsBefore: QUESTIONS })).toEqual([
      ...[DO, WITH],
    ]);
    for (const questionsBefore of [QUESTIONS, [DO], [DO, WITH, '¿Y?'], []])
      await expect(
        edit(ada, id, { name: 'Río Abajo', questions: ['¿Otra?'], questionsBefore }),
      ).rejects.toMatchObject({ code: 'CONFLICT', reason: 'group.questionsChanged' });
    const [row] = await app.db.query('select name, questions from "group" where id = $1', [id]);
    expect(row).toMatchObject({ questions: [DO, WITH] });
    expect(row).not.toMatchObject({ name: 'Río Abajo' });
    expect(await edit(ada, id, { questions: [], questionsBefore: [DO, WITH] })).toEqual([]);
    expect(await edit(ada, id, { questions: [WITH], questionsBefore: [] })).toEqual([WITH]);
  });

  it('are all answered, or the request is refused and nothing is stored', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const { id } = await groupOf(ada);
    for (const answers of [[], GIVEN.slice(1), [...GIVEN, { question: '¿Y?', answer: 'x' }]])
      await expect(ask(eve, id, { answers })).rejects.toMatchObject(CHANGED);
    const twice = [GIVEN[0], GIVEN[0]];
    await expect(ask(eve, id, { answers: twice })).rejects.toMatchObject(CHANGED);
    const blank = [GIVEN[0], { question: DO, answer: ' ' }];
    await expect(ask(eve, id, { answers: blank })).rejects.toMatchObject({
      code: 'INVALID',
      fields: { 'answers.1.answer': 'blank' },
    });
    await expect(ask(eve, id, { answers: GIVEN, answer: 'Hola.' })).rejects.toMatchObject({
      code: 'INVALID',
      fields: { answer: 'notWithAnswers' },
    });
    expect((await apiAs(ada).ask(REQUESTS, { id })).joinRequests).toEqual([]);
  });

  it('can be moved while somebody answers, but an answer to an earlier wording is refused', async () => {
    const { ada, eve, fay } = await makePeople(app, {
      ...{ ada: 'steward', eve: 'outsider', fay: 'outsider' },
    });
    const { id } = await groupOf(ada);
    await edit(ada, id, { questions: [DO, WITH] });
    const asked = await ask(eve, id, { answers: GIVEN });
    expect(await answersOf(ada, asked)).toEqual(GIVEN.toReversed());
    await edit(ada, id, { questions: [DO, '¿Con quiénes trabajas?'] });
    await expect(ask(fay, id, { answers: GIVEN })).rejects.toMatchObject(CHANGED);
    // The answers of the earlier request stay under the wording that the requester read.
    expect(await answersOf(ada, asked)).toEqual(GIVEN.toReversed());
    await edit(ada, id, { questions: [] });
    await expect(ask(fay, id, { answers: GIVEN })).rejects.toMatchObject(CHANGED);
    const free = await ask(fay, id, { answers: [], answer: 'Me invitó Ada.' });
    expect(await answersOf(fay, free)).toEqual([{ question: '', answer: 'Me invitó Ada.' }]);
  });
});

describe('the answers of a join request', () => {
  it('are read by the requester and the stewards alone, also in lists', async () => {
    const { ada, ben, eve, fay } = await makePeople(app, {
      ...{ ada: 'steward', ben: 'member', eve: 'outsider', fay: 'outsider' },
    });
    const group = await groupOf(ada, QUESTIONS, { members: [ben] });
    const id = await ask(eve, group.id, { answers: GIVEN });
    expect((await apiAs(ada).ask(REQUESTS, { id: group.id })).joinRequests).toMatchObject([
      { id, answers: GIVEN },
    ]);
    for (const who of [ada, eve]) expect(await answersOf(who, id)).toEqual(GIVEN);
    for (const who of [ben, fay, await makePerson(app, 'aud', 'auditor')])
      expect(await apiAs(who).code(ANSWERS, { id })).not.toBe('OK');
  });

  it('are sealed at rest, and appear in no event, audit entry, mail or job', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const group = await groupOf(ada);
    const id = await ask(eve, group.id, { answers: GIVEN });
    await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id });
    expect(await tablesWith(app, 'qzorilla')).toEqual([]);
  });

  it.each([
    [
      'accepted',
      (ada: Person, _eve: Person, id: string) => apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id }),
    ],
    [
      'withdrawn',
      (_ada: Person, eve: Person, id: string) => apiAs(eve).ask(WITHDRAW_JOIN_REQUEST, { id }),
    ],
    [
      'declined',
      async (ada: Person, _eve: Person, id: string) => {
        await apiAs(ada).ask(DECLINE_JOIN_REQUEST, { id });
        app.clock.move(30_000);
        await app.get(GroupsJobs).declineRequests();
      },
    ],
  ])('are destroyed 30 days after the request was %s', async (_state, end) => {
    const { ada, eve, fay } = await makePeople(app, {
      ...{ ada: 'steward', eve: 'outsider', fay: 'outsider' },
    });
    const group = await groupOf(ada);
    const id = await ask(eve, group.id, { answers: GIVEN });
    const waiting = await ask(fay, group.id, { answers: GIVEN });
    await end(ada, eve, id);
    app.clock.move(30 * DAY - 1_000);
    await app.get(RetentionService).run('joinAnswers');
    const people = [await signInAgain(ada), await signInAgain(eve)];
    for (const who of people) expect(await answersOf(who, id)).toEqual(GIVEN);
    app.clock.move(1_000);
    // The policy ends them to the second; the job deletes them within a day.
    for (const who of people) expect(await apiAs(who).code(ANSWERS, { id })).toBe('FORBIDDEN');
    await app.get(RetentionService).run('joinAnswers');
    const rows = await app.db.query(
      `select r.id, r.answers is null as gone, x.data_class from join_request r
       left join receipt x on x.subject_id = r.id and x.about_id = r.account_id
       where r.group_id = $1 order by r.created_at, r.id`,
      [group.id],
    );
    expect(rows).toEqual([
      { id, gone: true, data_class: 'joinAnswers' },
      { id: waiting, gone: false, data_class: null },
    ]);
    expect(await answersOf(await signInAgain(ada), waiting)).toEqual(GIVEN);
  });

  it('stewards read the answers of all ended requests for 30 days, and a requester their own', async () => {
    const { ada, ben, eve, fay } = await makePeople(app, {
      ...{ ada: 'steward', ben: 'member', eve: 'outsider', fay: 'outsider' },
    });
    for (const who of [eve, fay]) await factories.profile(who);
    const group = await groupOf(ada, QUESTIONS, { members: [ben] });
    const ended = async (who: Person) =>
      (await apiAs(who).ask(ENDED, { id: group.id })).endedJoinRequests;
    const accepted = await ask(eve, group.id, { answers: GIVEN });
    const declined = await ask(fay, group.id, { answers: GIVEN });
    for (const who of [ada, ben, eve, fay]) expect(await ended(who)).toEqual([]);
    await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id: accepted });
    const ofEve = {
      name: eve.name,
      state: 'accepted',
      answers: GIVEN,
      decidedAt: expect.any(String),
    };
    for (const who of [ada, eve]) expect(await ended(who)).toEqual([ofEve]);
    // The requester does not learn of a decline while the steward can undo it.
    await apiAs(ada).ask(DECLINE_JOIN_REQUEST, { id: declined });
    const ofFay = { name: fay.name, state: 'declined', answers: GIVEN };
    expect(await ended(ada)).toEqual([{ ...ofFay, decidedAt: null }, ofEve]);
    expect(await ended(fay)).toEqual([]);
    app.clock.move(30_000);
    await app.get(GroupsJobs).declineRequests();
    expect(await ended(fay)).toEqual([{ ...ofFay, decidedAt: expect.any(String) }]);
    expect(await ended(ada)).toHaveLength(2);
    expect(await ended(ben)).toEqual([]);
    app.clock.move(30 * DAY);
    for (const who of [ada, eve, fay]) expect(await ended(await signInAgain(who))).toEqual([]);
  });

  it('viewers who cannot see the group read no answers of its ended requests', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const [listed, hidden] = [await groupOf(ada), await groupOf(ada, QUESTIONS, HIDDEN_GROUP)];
    expect(await apiAs(eve).code(ENDED, { id: listed.id })).toBe('OK');
    expect(await apiAs(eve).code(ENDED, { id: hidden.id })).toBe('NOT_FOUND');
  });

  it('are in the export of the requester, and in no other', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const group = await groupOf(ada);
    await ask(eve, group.id, { answers: GIVEN });
    const exported = (who: Person) => app.get(DataExportService).read(who.accountId);
    expect((await exported(eve))['joinRequests']).toMatchObject([
      { group_id: group.id, state: 'waiting', answers: GIVEN },
    ]);
    expect(JSON.stringify(await exported(ada))).not.toContain('qzorilla');
  });
});

it('a link to a hidden group requires the answers, and stays open when they are refused', async () => {
  const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'member' });
  const group = await groupOf(ada, QUESTIONS, HIDDEN_GROUP);
  const { token } = (await apiAs(ada).ask(MAKE_LINK, { id: group.id })).makeGroupLink;
  const use = (said: object) => apiAs(eve).ask(USE, { input: { token, ...said } });
  const shown = { questions: QUESTIONS, joinRequestId: null };
  expect((await apiAs(eve).ask(LOOK, { token })).linkedGroup).toEqual(shown);
  for (const said of [{ answers: GIVEN.slice(1) }, { answer: 'Conozco a Ada.' }])
    await expect(use(said)).rejects.toMatchObject(CHANGED);
  expect((await apiAs(eve).ask(LOOK, { token })).linkedGroup).toEqual(shown);
  const id = (await use({ answers: GIVEN })).useGroupLink.joinRequestId!;
  for (const who of [ada, eve]) expect(await answersOf(who, id)).toEqual(GIVEN);
});

it('a waiting request is withdrawn when the last member leaves the group', async () => {
  const { ada, eve, fay } = await makePeople(app, {
    ...{ ada: 'steward', eve: 'outsider', fay: 'outsider' },
  });
  const [left, other] = [await groupOf(ada), await groupOf(ada)];
  const id = await ask(eve, left.id, { answers: GIVEN });
  await ask(fay, other.id, { answers: GIVEN });
  const [own] = await app.db.query<{ id: string }>(
    'select id from membership where group_id = $1 and ended_at is null',
    [left.id],
  );
  await apiAs(ada).ask(LEAVE_GROUP, { id: own!.id });
  await app.get(EventsWorker).drain();
  const rows = await app.db.query(
    'select group_id, state, decided_at is not null as ended from join_request order by created_at, id',
  );
  expect(rows).toEqual(
    expect.arrayContaining([
      { group_id: left.id, state: 'withdrawn', ended: true },
      { group_id: other.id, state: 'waiting', ended: false },
    ]),
  );
  app.clock.move(30 * DAY);
  expect(await apiAs(await signInAgain(eve)).code(ANSWERS, { id })).toBe('FORBIDDEN');
});

describe('a web app that knows one question', () => {
  it('sends its answer without the wording, and is refused where there are several questions', async () => {
    const { ada, eve, fay } = await makePeople(app, {
      ...{ ada: 'steward', eve: 'outsider', fay: 'outsider' },
    });
    const one = await groupOf(ada, [WITH]);
    await expect(ask(eve, one.id, { answer: ' ' })).rejects.toMatchObject({
      fields: { answer: 'blank' },
    });
    const id = await ask(eve, one.id, { answer: 'Con la radio.' });
    expect(await answersOf(ada, id)).toEqual([{ question: '', answer: 'Con la radio.' }]);
    const several = await groupOf(ada);
    await expect(ask(fay, several.id, { answer: 'Con la radio.' })).rejects.toMatchObject(CHANGED);
  });

  it('edits the only question, and cannot overwrite several', async () => {
    const { ada } = await makePeople(app, { ada: 'steward' });
    const { id } = await groupOf(ada, []);
    expect(await edit(ada, id, { question: WITH })).toEqual([WITH]);
    expect(await edit(ada, id, { question: DO })).toEqual([DO]);
    await edit(ada, id, { questions: QUESTIONS });
    // Its form shows the first question.
    expect(await edit(ada, id, { question: WITH })).toEqual(QUESTIONS);
    await expect(edit(ada, id, { question: '¿Otra?' })).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'group.questionsChanged',
    });
    await edit(ada, id, { questions: [WITH] });
    expect(await edit(ada, id, { question: '' })).toEqual([]);
  });
});

describe('answers from before they were sealed', () => {
  const before = useApp({ TRAMA_WORKER: '0' });

  it('are sealed at the first start after the migration, with their question only if it is certain', async () => {
    const { ada, eve, fay } = await makePeople(before, {
      ...{ ada: 'steward', eve: 'outsider', fay: 'outsider' },
    });
    const [same, edited] = [
      await factories.group(before, { steward: ada }),
      await factories.group(before, { steward: ada }),
    ];
    const said = { answer: 'x' };
    const ids = [await ask(eve, same.id, said), await ask(eve, edited.id, said)];
    const silent = await ask(fay, same.id, { answer: '' });
    const source = await createDataSource(before.databaseUrl, [], 1).initialize();
    const runner = source.createQueryRunner();
    // The tables as they were before the migration.
    await runner.query(`
      drop table unsealed_join_answer;
      alter table "group" drop column questions, add column question text not null default '';
      alter table join_request drop column answers, add column answer text not null default '';
      update "group" set question = '¿Con quién?', updated_at = '2026-01-02';
      update "group" set updated_at = '2026-01-04' where id = '${edited.id}';
      update join_request set answer = 'Con qzorilla.', created_at = '2026-01-03' where id <> '${silent}'`);
    await new JoinQuestions1795969000000().up(runner);
    await runner.release();
    await source.destroy();

    await before.get(SealEarlierJoinAnswers).onApplicationBootstrap();

    expect(await tablesWith(before, 'qzorilla')).toEqual([]);
    expect(await answersOf(ada, ids[0]!)).toEqual([
      { question: '¿Con quién?', answer: 'Con qzorilla.' },
    ]);
    expect(await answersOf(ada, ids[1]!)).toEqual([{ question: '', answer: 'Con qzorilla.' }]);
    expect(await answersOf(fay, silent)).toEqual([]);
    const { questions } = (
      await apiAs(eve).ask('query ($slug: String!) { group(slug: $slug) { questions } }', {
        slug: same.slug,
      })
    ).group;
    expect(questions).toEqual(['¿Con quién?']);
  });
});
