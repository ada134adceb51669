import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import {
  indexedMessagesStatement,
  newestMessagesStatement,
} from '#channels/search/message-search-sql.js';
import {
  parseSearchTerms,
  MESSAGES_PER_BLOCK,
  toSearchQuery,
  wordsToStem,
} from '#channels/search/search-vector.js';
import { StemmerService } from '#channels/search/stemmer.service.js';
import { HOUR } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { factories } from '../../support/factories/factories.js';
import { makeChannelWithMessage } from '../../support/messages/message-documents.js';
import { postAndIndex, foundTexts } from '../../support/messages/message-search.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp();

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

/** Returns the plan nodes that read the message index, with their row counts. */
async function work(who: Person, text: string, statement: typeof newestMessagesStatement) {
  const asked = parseSearchTerms(text);
  const query = toSearchQuery(asked, null, await app.get(StemmerService).asked(wordsToStem(asked)));
  const viewer = (await app.get(ViewerLoader).byAccount(who.accountId))!;
  const narrow = { channelId: null, authorId: null, from: null, until: null, after: null };
  const made = statement(app.get(AccessService), { viewer, query, ...narrow, limit: 21 });
  const [row] = await app.db.write(async () => {
    await app.db.query('set local enable_seqscan = off');
    return app.db.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
      `explain (analyze, format json) ${made.text}`,
      made.values,
    );
  });
  const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];
  return all(row!['QUERY PLAN'][0]!.Plan)
    .filter((node) =>
      (node['Relation Name'] ?? node['Index Name'] ?? '').startsWith('message_words'),
    )
    .map((node) => {
      const each =
        node['Actual Rows'] +
        (node['Rows Removed by Filter'] ?? 0) +
        (node['Rows Removed by Index Recheck'] ?? 0);
      return { node: node['Node Type'], rows: Math.round(each * node['Actual Loops']) };
    });
}

const HIDDEN = 30;

/** A member who joins after thirty messages and can read three, in the middle or at the start of an index block. */
async function joined(last: number) {
  const { ben, eve, id, group } = await makeChannelWithMessage(app);
  await app.db.query('update channel set last_version = $2 where id = $1', [id, last - HIDDEN]);
  await postAndIndex(ben, id, ...Array.from({ length: HIDDEN }, (_, n) => `zarigüeya ${n}`));
  app.clock.move(HOUR);
  await factories.membership(app, { group, person: eve });
  await postAndIndex(ben, id, 'lobizón', 'pombero', 'yaguareté abá');
  return eve;
}

it.each([
  ['the middle of a block', 500],
  ['the end of a block', MESSAGES_PER_BLOCK - 1],
  ['the start of a block', MESSAGES_PER_BLOCK],
])(
  'for a member who joined at %s, search reads no index rows of earlier messages',
  async (_where, at) => {
    const eve = await joined(at);
    expect(await foundTexts(eve, 'zarigueya')).toEqual([]);
    expect(await foundTexts(eve, 'pombero')).toEqual(['pombero']);
    for (const statement of [newestMessagesStatement, indexedMessagesStatement]) {
      const before = await work(eve, 'zarigueya', statement);
      expect(before).toEqual(await work(eve, 'tempestuosa', statement));
      expect(before.length).toBeGreaterThan(0);
      for (const { rows } of before) expect(rows).toBeLessThanOrEqual(3);
    }
  },
);
