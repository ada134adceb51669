import { randomUUID } from 'node:crypto';
import { MessageSearchService } from '#channels/search/message-search.service.js';
import { HOUR } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import {
  DELETE_MESSAGE,
  EDIT_MESSAGE,
  makeChannelWithMessage,
} from '../../support/messages/message-documents.js';
import {
  waitForMessageIndex,
  postAndIndex,
  findMessages,
  SEARCH_MESSAGES,
  foundTexts,
} from '../../support/messages/message-search.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp();

describe('message search', () => {
  it.each([
    ['the same word without accents and capitals', 'reunion', 'La REUNIÓN es hoy'],
    ['the same word with accents', 'reunión', 'la reunion es hoy'],
    ['another form of a Spanish word', 'organizaciones', 'Escribió la organización'],
    ['another form, typed without accents', 'organizacion', 'Vinieron las organizaciones'],
    ['another form of a verb', 'publicar', 'Ya publicaron el informe'],
    ['another form of a Portuguese word', 'reuniões', 'A reunião foi boa'],
    ['the plural of a Portuguese word', 'jornal', 'Lemos os jornais'],
    ['another form of a Portuguese word without accents', 'associacao', 'As associações chegaram'],
    ['another form of an English word', 'meetings', 'We had a meeting today'],
    ['the beginning of the last word', 'informe trans', 'El informe de transparencia'],
    ['several words in any order', 'informe agua', 'Del agua trata el informe'],
    ['a Guarani word with g̃', 'g̃uahẽ', 'Oñondive g̃uahẽ porã'],
    ['a Guarani word with g̃, typed without it', 'guahe', 'Oñondive g̃uahẽ porã'],
    ['a Guarani word with ỹ', 'ỹvága', 'Ỹvága rupi'],
    ['a word with a glottal stop, however it is typed', "mbo'ehára", 'Pe mboꞌehára oñe’ẽ'],
    ['a place of several words', 'São Gabriel da Cachoeira', 'Llegué a Sao Gabriel da Cachoeira'],
    ['a phrase', '"consulta previa"', 'Pidieron la Consulta Prévia ayer'],
    ['a phrase beside a word', '"consulta previa" ayer', 'Ayer fue la consulta previa'],
    ['a number', '2026', 'Presupuesto 2026'],
  ])('finds %s', async (_what, asked, body) => {
    const { ben, ada, id } = await makeChannelWithMessage(app);
    await postAndIndex(ben, id, 'Otra cosa muy distinta', body);
    expect(await foundTexts(ada, asked)).toEqual([body]);
  });

  it.each([
    ['a phrase whose words are not adjacent', '"consulta previa"', 'La previa consulta de ayer'],
    ['a phrase in another form', '"consultas previas"', 'La consulta previa'],
    ['several words of which one is missing', 'agua fuego', 'Del agua trata el informe'],
    ['the beginning of a word that is not the last', 'trans informe', 'informe de transparencia'],
    ['the middle of a word', 'parencia', 'informe de transparencia'],
    ['operators and quotes', "' | agua:* & !x \\", 'agua'],
  ])('finds nothing for %s', async (_what, asked, body) => {
    const { ben, ada, id } = await makeChannelWithMessage(app);
    await postAndIndex(ben, id, body);
    expect(await foundTexts(ada, asked)).toEqual([]);
  });

  it('returns each message once, newest first, in pages', async () => {
    const { ben, ada, id } = await makeChannelWithMessage(app);
    const bodies = Array.from({ length: 45 }, (_, n) => `semilla ${n}`);
    await postAndIndex(ben, id, ...bodies);
    const pages: string[][] = [];
    let after: string | null = null;
    do {
      const page = await findMessages(ada, 'semilla', { after });
      pages.push(page.items.map(({ message }) => message.body));
      after = page.nextCursor;
    } while (after);
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
    expect(pages.flat()).toEqual(bodies.toReversed());
  });

  it('gives the same result whether it stops at the newest messages or reads all', async () => {
    const { ben, ada, id, group } = await makeChannelWithMessage(app);
    const other = await factories.channel(app, { group, history: 'start' });
    await postAndIndex(
      ben,
      id,
      ...Array.from({ length: 24 }, (_, n) => (n % 3 ? `nada ${n}` : `maíz ${n}`)),
    );
    await postAndIndex(ben, other.id, ...Array.from({ length: 24 }, (_, n) => `maíz ${n} allá`));
    const service = app.get(MessageSearchService);
    const all = async () => JSON.stringify((await findMessages(ada, 'maiz', { first: 50 })).items);
    const first = async () => JSON.stringify((await findMessages(ada, 'maiz', { first: 9 })).items);
    const near = [await all(), await first()];
    const usual = service.walked;
    service.walked = 0;
    const far = [await all(), await first()];
    service.walked = usual;
    expect(far).toEqual(near);
    expect(JSON.parse(near[0]!)).toHaveLength(32);
  });

  it('filters by channel, author and time', async () => {
    const { ada, ben, id, group } = await makeChannelWithMessage(app);
    const other = await factories.channel(app, { group, name: 'Otro', history: 'start' });
    const from = app.clock.now();
    await postAndIndex(ben, id, 'lluvia uno');
    await postAndIndex(ada, id, 'lluvia dos');
    const until = app.clock.now();
    await postAndIndex(ben, other.id, 'lluvia tres');
    expect(await foundTexts(ada, 'lluvia')).toEqual(['lluvia tres', 'lluvia dos', 'lluvia uno']);
    expect(await foundTexts(ada, 'lluvia', { channelId: other.id })).toEqual(['lluvia tres']);
    expect(await foundTexts(ada, 'lluvia', { from, until })).toEqual(['lluvia dos', 'lluvia uno']);
    expect(await foundTexts(ada, 'lluvia', { until: from })).toEqual([]);
    const { items } = await findMessages(ada, 'lluvia');
    expect(items[0]!.channel).toEqual({ id: other.id, name: 'Otro' });
    const authorId = items[0]!.message.authorId;
    expect(await foundTexts(ada, 'lluvia', { authorId })).toEqual(['lluvia tres', 'lluvia uno']);
    expect(await foundTexts(ada, '', { authorId })).toEqual([
      'lluvia tres',
      'lluvia uno',
      'Lo de antes',
    ]);
    for (const unknown of [randomUUID(), ben.accountId])
      expect(await foundTexts(ada, 'lluvia', { authorId: unknown })).toEqual([]);
  });
});

describe('a hidden message in message search', () => {
  it('is not found in other channels, before joining or after deletion: the answer is the same as for unknown text', async () => {
    const { ada, ben, late, eve, id, old } = await makeChannelWithMessage(app);
    const [hidden] = await postAndIndex(ben, id, 'zarigüeya secreta');
    await apiAs(ben).ask(DELETE_MESSAGE, { id: hidden!.id });
    await postAndIndex(ben, id, 'ornitorrinco secreto');
    const raw = async (who: Person, text: string) => {
      const answer = await apiAs(who).raw(SEARCH_MESSAGES, { text });
      const headers = [...answer.headers].filter(([name]) => name !== 'date');
      return JSON.stringify([answer.status, headers, await answer.text()]);
    };
    const nothing = await raw(eve, 'tempestuosa');
    for (const text of ['ornitorrinco', 'ornitorr', 'ornitorrincos', '"ornitorrinco secreto"'])
      expect(await raw(eve, text)).toBe(nothing);
    expect(await raw(ada, 'zarigüeya')).toBe(nothing);
    expect(await raw(late, '"lo de antes"')).toBe(nothing);
    expect(await foundTexts(ada, '"lo de antes"')).toEqual([old.body]);
    expect(await foundTexts(late, 'ornitorrinco')).toEqual(['ornitorrinco secreto']);
  });

  it('is NOT_FOUND when the search names a channel that the viewer cannot read', async () => {
    const { eve, ada, id } = await makeChannelWithMessage(app);
    for (const channelId of [id, randomUUID(), 'x'])
      expect(await apiAs(eve).code(SEARCH_MESSAGES, { text: 'antes', channelId })).toBe(
        'NOT_FOUND',
      );
    expect(await apiAs(ada).code(SEARCH_MESSAGES, { text: 'antes', channelId: id })).toBe('OK');
  });

  it('is not found by a former member from the moment they leave', async () => {
    const { ada, ben, id, group } = await makeChannelWithMessage(app);
    await postAndIndex(ada, id, 'jacarandá');
    expect(await foundTexts(ben, 'jacaranda')).toEqual(['jacarandá']);
    const [{ id: membershipId } = { id: '' }] = await app.db.query<{ id: string }>(
      'select id from membership where group_id = $1 and account_id = $2',
      [group.id, ben.accountId],
    );
    await apiAs(ben).ask('mutation ($id: ID!) { leaveGroup(membershipId: $id) }', {
      id: membershipId,
    });
    expect(await foundTexts(ben, 'jacaranda')).toEqual([]);
  });

  it('is not found by the text before an edit or deletion, whose index entries are removed', async () => {
    const { ada, ben, id } = await makeChannelWithMessage(app);
    const [one, two] = await postAndIndex(ben, id, 'primera versión: guacamayo', 'tucán');
    await apiAs(ben).ask(EDIT_MESSAGE, { input: { messageId: one!.id, body: 'segunda: quetzal' } });
    expect(await foundTexts(ada, 'guacamayo')).toEqual([]);
    expect(await foundTexts(ada, 'quetzal')).toEqual(['segunda: quetzal']);
    await apiAs(ben).ask(DELETE_MESSAGE, { id: two!.id });
    await waitForMessageIndex(app);
    expect(await foundTexts(ada, 'tucan')).toEqual([]);
    const kept = await app.db.query<{ words: string }>(
      'select words::text as words from message_words where channel_id = $1',
      [id],
    );
    expect(JSON.stringify(kept)).not.toMatch(/tucan|guacamayo/);
    expect(JSON.stringify(kept)).toContain('quetzal');
  });

  it('leaves no index row when the message row is deleted', async () => {
    const { id, old } = await makeChannelWithMessage(app);
    await waitForMessageIndex(app);
    const count = async () =>
      (await app.db.query('select from message_words where message_id = $1', [old.id])).length;
    expect(await count()).toBe(1);
    await app.db.query('delete from message where channel_id = $1', [id]);
    expect(await count()).toBe(0);
  });
});

it('message search finds messages of a blocked member, folded as in the channel', async () => {
  const { ada, ben, id } = await makeChannelWithMessage(app);
  const [one] = await postAndIndex(ben, id, 'colibrí');
  expect((await findMessages(ada, 'colibri')).items[0]).toMatchObject({ isFolded: false });
  const BLOCK = 'mutation ($id: ID!) { block(subject: Message, subjectId: $id) { knownAs } }';
  await apiAs(ada).ask(BLOCK, { id: one!.id });
  expect((await findMessages(ada, 'colibri')).items[0]).toMatchObject({ isFolded: true });
});

it.each([
  ['an empty text', { text: '' }],
  ['punctuation alone', { text: '!!! ""' }],
  ['punctuation alone with an author', { text: '!!!', authorId: randomUUID() }],
  ['more than 200 characters', { text: 'palabra '.repeat(30) }],
  ['more than eight words', { text: 'uno dos tres cuatro cinco seis siete ocho nueve' }],
  ['a phrase of more than twelve words', { text: `"${'palabra '.repeat(13)}"` }],
  ['an author that is not an id', { text: 'agua', authorId: 'x' }],
  ['a page size of zero', { text: 'agua', first: 0 }],
  ['a forged cursor', { text: 'agua', after: 'x' }],
])('message search rejects %s', async (_what, variables) => {
  const { ada } = await makeChannelWithMessage(app);
  expect(await apiAs(ada).code(SEARCH_MESSAGES, variables)).toBe('INVALID');
});

it('message search is limited to a hundred requests per minute and account', async () => {
  const { ada, ben } = await makeChannelWithMessage(app);
  const codes = new Set<string>();
  for (let n = 0; n < 101; n++)
    codes.add(await apiAs(ada).code(SEARCH_MESSAGES, { text: `nada${n}` }));
  expect([...codes]).toEqual(['OK', 'TOO_MANY']);
  await expect(apiAs(ada).ask(SEARCH_MESSAGES, { text: 'nada' })).rejects.toMatchObject({
    reason: 'search.tooMany',
  });
  expect(await apiAs(ben).code(SEARCH_MESSAGES, { text: 'nada' })).toBe('OK');
});

it('a search whose end time is now finds a message that was posted an hour ago', async () => {
  const { ada, ben, id } = await makeChannelWithMessage(app);
  await postAndIndex(ben, id, 'ceibo');
  app.clock.move(HOUR);
  expect(await foundTexts(ada, 'ceibo', { until: app.clock.now() })).toEqual(['ceibo']);
});
