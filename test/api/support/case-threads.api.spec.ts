import { StandingService } from '#members/standing.service.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { ThreadsOfEarlierCasesService } from '#support/threads/threads-of-earlier-cases.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { contentOfFiles, dumpDatabase, textsInDump } from '../../support/app/database-dump.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import {
  makeCase,
  threadActions,
  THREAD_OPERATIONS,
  threadsOf,
} from '../../support/messages/case-threads.js';
import { makePerson, signInAgain } from '../../support/factories/make-people.js';
import { joinSide } from '../../support/factories/support/case-partners.js';
import { joinSupporter } from '../../support/factories/support/case-team.js';
import { foundTexts } from '../../support/messages/message-search.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';

const app = useApp();

it('the requester and the supporter write in their thread, and only the supporter in the internal one', async () => {
  const { requester, supporter, requestId, requesterId, internalId } = await makeCase(app);
  const [theirs, ours] = [threadActions(requester), threadActions(supporter)];
  expect(await theirs.list()).toEqual([
    { channelId: requesterId, requestId, kind: 'requester', unreadCount: 0 },
  ]);
  const first = await ours.post(requesterId, 'Revisé lo que hablamos.');
  const second = await theirs.post(requesterId, 'Dos personas tienen la clave.', {
    replyToId: first.id,
  });
  await ours.post(internalId, 'Pedir ayuda a otra red.');
  const shown = await theirs.read(requesterId);
  expect(shown).toMatchObject([
    { body: 'Revisé lo que hablamos.', authorName: supporter.workName, clientId: null },
    { body: 'Dos personas tienen la clave.', authorName: 'Nayra', replyToId: first.id },
  ]);
  expect(shown[1].viewerCan.toSorted()).toEqual(['delete', 'edit', 'read', 'undoDelete']);
  expect(await ours.bodies(internalId)).toEqual(['Pedir ayuda a otra red.']);
  expect(await theirs.readCode(internalId)).toBe('NOT_FOUND');
  expect(await theirs.postCode(internalId)).toBe('NOT_FOUND');
  const { changes } = await apiAs(requester).ask(THREAD_OPERATIONS.changes, { id: requesterId });
  expect(changes.items.map(({ id }: { id: string }) => id)).toEqual([first.id, second.id]);
  const { channel } = await apiAs(requester).ask(THREAD_OPERATIONS.channel, { id: requesterId });
  expect(channel).toMatchObject({
    ...{ thread: 'requester', name: '', meId: second.authorId, unreadCount: 1 },
    ...{ lastMessage: null, viewerCan: expect.arrayContaining(['read', 'watch', 'post']) },
  });
  await theirs.markRead(requesterId, second.seq);
  expect((await theirs.list())[0]!.unreadCount).toBe(0);
  // The words of the acceptance are part of the conversation, and of no other thread.
  const [answer] = await theirs.answers(requesterId);
  const { reply } = await requesterActions(requester).one(requestId);
  expect(answer).toMatchObject({ workName: supporter.workName, words: reply });
  expect(Date.parse(answer!.at)).toBeLessThanOrEqual(app.clock.now().getTime());
  expect(await ours.answers(requesterId)).toEqual([answer]);
  expect(await ours.answers(internalId)).toEqual([]);
  // Ids of people in a case lead to nobody.
  const [row] = await app.db.query<{ count: number }>(
    `select count(*)::int as count from account a
       full join profile p on p.account_id = a.id full join membership m on m.account_id = a.id
     where $1 in (a.id, p.id, m.id)`,
    [second.authorId],
  );
  expect(row!.count).toBe(0);
});

it('a message with a known client key is posted once, and its author edits, deletes and restores it', async () => {
  const { requester, requesterId } = await makeCase(app);
  const theirs = threadActions(requester);
  const clientId = crypto.randomUUID();
  const [one, again] = [
    await theirs.post(requesterId, 'Una vez', { clientId }),
    await theirs.post(requesterId, 'Una vez', { clientId }),
  ];
  expect(again).toEqual(one);
  expect(await theirs.edit(one.id, 'Corregido')).toMatchObject({ body: 'Corregido', seq: one.seq });
  const { earlierTexts } = await apiAs(requester).ask(THREAD_OPERATIONS.earlier, { id: one.id });
  expect(earlierTexts).toEqual([{ body: 'Una vez' }]);
  await apiAs(requester).ask(THREAD_OPERATIONS.delete, { id: one.id });
  expect(await theirs.read(requesterId)).toMatchObject([{ body: '', isDeleted: true }]);
  await apiAs(requester).ask(THREAD_OPERATIONS.undoDelete, { id: one.id });
  expect(await theirs.bodies(requesterId)).toEqual(['Corregido']);
});

it('a thread refuses mentions, unknown files, topics, reactions, pins and removal', async () => {
  const { requester, supporter, requesterId } = await makeCase(app);
  const { id } = await threadActions(supporter).post(requesterId, 'Hola');
  const { authorId } = (await threadActions(requester).read(requesterId))[0];
  const post = (more: object) => threadActions(requester).postCode(requesterId, 'Hola', more);
  expect(await post({ mentionIds: [authorId] })).toBe('INVALID');
  expect(await post({ attachmentIds: [crypto.randomUUID()] })).toBe('NOT_FOUND');
  expect(await post({ mentionsAll: true })).toBe('FORBIDDEN');
  expect(await post({ topicId: crypto.randomUUID() })).toBe('NOT_FOUND');
  const code = (name: string, document: string, variables: object) =>
    apiAs(requester).code(`mutation ($input: ${name}!) { ${document} }`, { input: variables });
  const react = { messageId: id, emoji: '👍', isOn: true };
  expect(await code('ReactInput', 'react(input: $input) { id }', react)).toBe('FORBIDDEN');
  const pin = { messageId: id, isPinned: true };
  expect(await code('PinMessageInput', 'pinMessage(input: $input) { id }', pin)).toBe('FORBIDDEN');
  const remove = 'mutation ($id: ID!) { removeMessage(messageId: $id) { id } }';
  expect(await apiAs(requester).code(remove, { id })).toBe('FORBIDDEN');
});

it('nobody else reads or writes in a thread, whatever their duty', async () => {
  const { requester, supporter, requestId, requesterId, internalId } = await makeCase(app);
  const tied = await makeSupporter(app);
  await app.db.write(() => app.get(AlliancesService).start(tied.accountId, requester.accountId));
  const claimer = await makeSupporter(app);
  const waiting = await askForSupport(requester);
  await supporterActions(claimer).claim(waiting);
  const others = [
    ...[tied, claimer, await makePerson(app, 'mod', 'moderator')],
    ...[await makePerson(app, 'ona', 'member'), await makePerson(app, 'inti', 'applicant')],
    ...[await makePerson(app, 'adm', 'administrator'), await makePerson(app, 'aud', 'auditor')],
  ];
  const message = await threadActions(supporter).post(requesterId, 'Hola');
  for (const who of others) {
    const does = threadActions(who);
    for (const channelId of [requesterId, internalId]) {
      expect([who.kind, await does.readCode(channelId)]).toEqual([who.kind, 'NOT_FOUND']);
      expect([who.kind, await does.postCode(channelId)]).toEqual([who.kind, 'NOT_FOUND']);
    }
    for (const name of ['edit', 'delete', 'earlier'] as const) {
      const variables = { id: message.id, input: { messageId: message.id, body: 'No' } };
      const code = await apiAs(who).code(THREAD_OPERATIONS[name], variables);
      expect([who.kind, name, code]).toEqual([who.kind, name, 'NOT_FOUND']);
    }
    expect(await does.list()).toEqual([]);
  }
  expect(await threadActions(supporter).bodies(requesterId)).toEqual(['Hola']);
  const { channels } = await apiAs(requester).ask('{ channels { id } }');
  const ids = channels.map(({ id }: { id: string }) => id);
  expect(ids).not.toContain(requesterId);
  expect(await app.db.query('select from channel where case_id = $1', [requestId])).toHaveLength(2);
});

it('the end of the assignment ends reading, and the next supporter reads from the beginning', async () => {
  const { requester, supporter, requestId, requesterId, internalId } = await makeCase(app);
  await threadActions(supporter).post(requesterId, 'De la primera');
  await threadActions(supporter).post(internalId, 'Nota de la primera');
  await supporterActions(supporter).release(requestId);
  for (const id of [requesterId, internalId]) {
    expect(await threadActions(supporter).readCode(id)).toBe('NOT_FOUND');
    expect(await threadActions(supporter).postCode(id)).toBe('NOT_FOUND');
  }
  await threadActions(requester).post(requesterId, 'Mientras espero');
  const next = await makeSupporter(app);
  await supporterActions(next).claim(requestId);
  expect(await threadActions(next).readCode(requesterId)).toBe('NOT_FOUND');
  await supporterActions(next).open(requestId);
  await supporterActions(next).accept(requestId);
  expect(await threadsOf(app, requestId)).toEqual({ requesterId, internalId });
  expect(await threadActions(next).bodies(requesterId)).toEqual([
    'De la primera',
    'Mientras espero',
  ]);
  expect(await threadActions(next).bodies(internalId)).toEqual(['Nota de la primera']);
  await threadActions(next).post(requesterId, 'De la segunda');
  const authors = (await threadActions(requester).read(requesterId)).map(
    ({ authorName }) => authorName,
  );
  expect(authors).toEqual([supporter.workName, 'Nayra', next.workName]);
});

it('the requester and later supporters read the answers of supporters who left, and nobody else does', async () => {
  const made = await makeCase(app);
  const { requester, supporter, requestId, requesterId, internalId } = made;
  const [partner, joined] = [await joinSide(app, made), await joinSupporter(app, made, true)];
  const words = async (who: Requester, id = requesterId) =>
    (await threadActions(who).answers(id)).map((one) => `${one.workName}: ${one.words}`);
  const [first] = [`${supporter.workName}: Te acompaño con esto.`];
  await supporterActions(supporter).recuse(requestId);
  for (const who of [requester, joined]) expect(await words(who)).toEqual([first]);
  await supporterActions(joined).release(requestId);
  const own = async () => requesterActions(requester).one(requestId);
  expect(await own()).toMatchObject({ stage: 'waiting', supporterName: null, reply: null });
  expect(await words(requester)).toEqual([first]);
  const next = await makeSupporter(app);
  await supporterActions(next).claimAndOpen(requestId);
  await expect(words(next)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await supporterActions(next).accept(requestId, 'Sigo yo.');
  const second = `${next.workName}: Sigo yo.`;
  for (const who of [requester, next]) expect(await words(who)).toEqual([first, second]);
  expect(await own()).toMatchObject({ supporterName: next.workName, reply: 'Sigo yo.' });
  const times = (await threadActions(requester).answers(requesterId)).map(({ at }) => at);
  expect(times).toEqual([...new Set(times)].toSorted());
  expect(await words(partner)).toEqual([]);
  expect(await words(next, internalId)).toEqual([]);
  for (const who of [supporter, joined, await makeSupporter(app)])
    await expect(words(who)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const exported = async ({ accountId }: { accountId: string }) =>
    JSON.stringify(await app.get(DataExportService).read(accountId));
  const both = ['Te acompaño con esto.', 'Sigo yo.'];
  expect(textsInDump(await exported(requester), both)).toEqual(both);
  for (const who of [partner, supporter, next])
    expect(textsInDump(await exported(who), both)).toEqual([]);
});

it.each([
  ['excludes the supporter', 'exclude'],
  ['becomes an ally of the supporter', 'ally'],
  ['stays while the supporter is suspended', 'suspend'],
  ['stays while the supporter loses the duty', 'duty'],
] as const)('a supporter reads nothing more once the requester %s', async (_title, how) => {
  const { requester, supporter, requestId, requesterId } = await makeCase(app);
  await threadActions(supporter).post(requesterId, 'Antes');
  if (how === 'exclude') {
    await requesterActions(requester).exclude(requestId, [supporter.supporterId]);
  } else if (how === 'ally') {
    await app.db.write(() =>
      app.get(AlliancesService).start(supporter.accountId, requester.accountId),
    );
  } else if (how === 'suspend') {
    await app.db.query(`update account set standing = 'suspended' where id = $1`, [
      supporter.accountId,
    ]);
  } else {
    await app.db.query(`delete from duty where account_id = $1`, [supporter.accountId]);
  }
  expect(await threadActions(supporter).readCode(requesterId)).toBe('NOT_FOUND');
  expect(await threadActions(supporter).postCode(requesterId)).toBe('NOT_FOUND');
  expect(await threadActions(requester).bodies(requesterId)).toEqual(['Antes']);
});

it('a requester reads a closed thread, also while suspended, and nobody writes in it', async () => {
  const { requester, supporter, requestId, requesterId } = await makeCase(app);
  await threadActions(requester).post(requesterId, 'Gracias');
  await app.db.write(() =>
    app.get(StandingService).suspend(requester.accountId, app.clock.in(1e6)),
  );
  const suspended = await signInAgain(requester);
  await threadActions(suspended).post(requesterId, 'Sigo aquí');
  await supporterActions(supporter).close(requestId);
  const bodies = ['Gracias', 'Sigo aquí'];
  expect(await threadActions(suspended).bodies(requesterId)).toEqual(bodies);
  expect(await threadActions(suspended).postCode(requesterId)).toBe('FORBIDDEN');
  expect(await threadActions(supporter).readCode(requesterId)).toBe('NOT_FOUND');
  await app.db.query(`update account set standing = 'locked' where id = $1`, [requester.accountId]);
  expect(await threadActions(suspended).readCode(requesterId)).not.toBe('OK');
});

it('an applicant has the thread of their case, under a neutral name without one', async () => {
  const { requester, supporter, requesterId } = await makeCase(app, {
    ...{ kind: 'applicant', said: { name: '' } },
  });
  await threadActions(requester).post(requesterId, 'Hola');
  expect(await threadActions(supporter).read(requesterId)).toMatchObject([{ authorName: '' }]);
  await threadActions(supporter).post(requesterId, 'Hola, soy de apoyo');
  expect(await threadActions(requester).bodies(requesterId)).toHaveLength(2);
});

it('a case that was accepted before cases had threads gets them at the start of the server', async () => {
  const { requester, supporter, requestId } = await makeCase(app);
  await app.db.query('delete from channel where case_id = $1', [requestId]);
  await app.db.query('delete from participation where case_id = $1', [requestId]);
  await app.db.query('delete from case_key where case_id = $1', [requestId]);
  expect(await threadActions(requester).list()).toEqual([]);
  const start = app.get(ThreadsOfEarlierCasesService);
  await Promise.all([start.onApplicationBootstrap(), start.onApplicationBootstrap()]);
  const { requesterId, internalId } = await threadsOf(app, requestId);
  await threadActions(requester).post(requesterId, 'Al fin');
  await threadActions(supporter).post(internalId, 'Nota');
  expect(await threadActions(supporter).bodies(requesterId)).toEqual(['Al fin']);
  expect(await threadActions(requester).list()).toHaveLength(1);
});

describe('the texts of a thread', () => {
  const canary = (name: string) => `canario-${name}-${crypto.randomUUID().slice(0, 8)}`;
  const [said, edited, deleted, answer] = [
    ...[canary('said'), canary('edited'), canary('deleted'), canary('answer')],
  ] as const;
  const [internal, name] = [canary('internal'), canary('name')];
  const ALL = [said, edited, deleted, answer, internal, name];

  it('stand in no row, job, mail or file in clear', async () => {
    const { requester, supporter, requesterId, internalId } = await makeCase(app, {
      said: { name },
    });
    const [theirs, ours] = [threadActions(requester), threadActions(supporter)];
    const first = await theirs.post(requesterId, said);
    await theirs.edit(first.id, edited);
    const gone = await theirs.post(requesterId, deleted);
    await apiAs(requester).ask(THREAD_OPERATIONS.delete, { id: gone.id });
    await ours.post(requesterId, answer);
    await ours.post(internalId, internal);
    await waitForJobs(app);
    expect(textsInDump(await dumpDatabase(app), ALL)).toEqual([]);
    expect(textsInDump(contentOfFiles(app.dataDir), ALL)).toEqual([]);
    expect(textsInDump(JSON.stringify(sentMails(app)), ALL)).toEqual([]);
    const read = JSON.stringify([await ours.read(requesterId), await ours.read(internalId)]);
    expect(textsInDump(read, ALL)).toEqual([edited, answer, internal, name]);
    expect(await foundTexts(requester, 'canario')).toEqual([]);
    const [{ count }] = (await app.db.query<{ count: number }>(
      `select count(*)::int as count from message_words where channel_id = any($1) and words <> ''`,
      [[requesterId, internalId]],
    )) as [{ count: number }];
    expect(count).toBe(0);
  });

  it('the data export of the requester contains their thread, and no export contains the internal one', async () => {
    const { requester, supporter, requesterId, internalId } = await makeCase(app);
    await threadActions(requester).post(requesterId, said);
    await threadActions(supporter).post(requesterId, answer);
    await threadActions(supporter).post(internalId, internal);
    const exported = async ({ accountId }: { accountId: string }) =>
      JSON.stringify(await app.get(DataExportService).read(accountId));
    expect(textsInDump(await exported(requester), ALL)).toEqual([said, answer]);
    expect(textsInDump(await exported(supporter), ALL)).toEqual([]);
  });

  it('cannot be stored in clear by any statement', async () => {
    const { requester, requesterId } = await makeCase(app);
    const { id } = await threadActions(requester).post(requesterId, said);
    await expect(
      app.db.query(`update message set body = $2 where id = $1`, [id, said]),
    ).rejects.toThrow('message_sealed');
  });

  it('cannot be moved to another message, which then hides no other', async () => {
    const { requester, requesterId } = await makeCase(app);
    const [one, other] = [
      await threadActions(requester).post(requesterId, said),
      await threadActions(requester).post(requesterId, answer),
    ];
    await app.db.query(
      'update message m set body = o.body from message o where m.id = $1 and o.id = $2',
      [one.id, other.id],
    );
    expect(await threadActions(requester).bodies(requesterId)).toEqual(['', answer]);
  });

  it('do not stop a message whose author has a name that cannot be opened', async () => {
    const { requester, supporter, requestId, requesterId } = await makeCase(app);
    await app.db.query(
      'update participation set name = $2 where case_id = $1 and name is not null',
      [...[requestId, Buffer.alloc(60)]],
    );
    expect(await threadActions(supporter).post(requesterId, answer)).toMatchObject({
      ...{ body: answer, authorName: '' },
    });
    expect(await threadActions(requester).bodies(requesterId)).toEqual([answer]);
  });

  it('stay closed without the key of their case, and the page still opens', async () => {
    const { requester, requestId, requesterId } = await makeCase(app);
    await threadActions(requester).post(requesterId, said);
    await app.db.query('update case_key set key = $2 where case_id = $1', [
      ...[requestId, Buffer.alloc(100)],
    ]);
    expect(await threadActions(requester).bodies(requesterId)).toEqual(['']);
  });

  it('destroying the case destroys its threads and its key; messages of a former supporter stay until then', async () => {
    const { requester, supporter, requestId, requesterId } = await makeCase(app);
    await threadActions(supporter).post(requesterId, answer);
    await app.db.write(() => app.get(AccountDeletionService).end(supporter.accountId));
    expect(await threadActions(requester).read(requesterId)).toMatchObject([
      { body: answer, authorName: supporter.workName },
    ]);
    await requesterActions(requester).delete(requestId);
    expect(await threadActions(requester).readCode(requesterId)).toBe('NOT_FOUND');
    const left = await app.db.query(
      `select 1 from message where channel_id = $1 union all select 1 from channel where id = $1
       union all select 1 from case_key where case_id = $2
       union all select 1 from participation where case_id = $2`,
      [requesterId, requestId],
    );
    expect(left).toEqual([]);
  });

  it('deleting the account of the requester destroys the threads of their cases', async () => {
    const { requester, requestId, requesterId } = await makeCase(app);
    await threadActions(requester).post(requesterId, said);
    await app.db.write(() => app.get(AccountDeletionService).end(requester.accountId));
    const left = await app.db.query(
      'select 1 from message where channel_id = $1 union all select 1 from case_key where case_id = $2',
      [requesterId, requestId],
    );
    expect(left).toEqual([]);
  });
});
