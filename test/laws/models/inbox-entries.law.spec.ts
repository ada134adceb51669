import fc from 'fast-check';
import { InboxEntriesService } from '#channels/inbox/inbox-entries.service.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import {
  editWithMentions,
  ownIdIn,
  readInboxPage,
  MARK_CHANNEL_READ,
  READ_ALL_INBOX_ENTRIES,
  postWithMentions,
  countUnreadInboxEntries,
} from '../../support/messages/mentions.js';
import { DELETE_MESSAGE } from '../../support/messages/message-documents.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';
import { InboxModel } from './inbox-model.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';

/** Random histories of four group members, who post, edit, block, leave and read. */

const who = fc.nat(3);
const at = fc.nat(30);
const named = fc.uniqueArray(who, { maxLength: 3 });
const move = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('say' as const), who, named, replyTo: fc.option(at) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('name' as const), at, named }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('delete' as const), at }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('block' as const), who, other: who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('leave' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('join' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('read' as const), who, at }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('readAll' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('unread' as const), who, at }) },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

const app = useApp({ TRAMA_WORKER: '0' });

/** Creates a channel, its members and the model of their inboxes. */
async function aWorld() {
  const cast = await makePeople(app, {
    a: 'member',
    b: 'member',
    c: 'member',
    d: 'member',
    ste: 'steward',
  });
  const people = [cast.a, cast.b, cast.c, cast.d];
  const group = await factories.group(app, { steward: cast.ste, members: people });
  const { id } = await factories.channel(app, { group });
  const model = new InboxModel();
  people.forEach((_one, n) => model.join(n, 0));
  return { people, group, id, model, ids: [] as string[] };
}
type Made = Awaited<ReturnType<typeof aWorld>>;

const idsOf = (made: Made, all: readonly number[]) =>
  Promise.all(
    all.filter((n) => made.model.inside.has(n)).map((n) => ownIdIn(made.people[n]!, made.id)),
  );

async function play(made: Made, one: Move): Promise<void> {
  const { model, people, id, ids, group } = made;
  const inside = (n: number) => model.inside.has(n);
  const place = 'at' in one && ids.length > 0 ? one.at % ids.length : undefined;
  const person = 'who' in one ? people[one.who]! : undefined;
  const present = 'named' in one ? one.named.filter(inside) : [];
  if (one.act === 'say' && inside(one.who)) {
    const answered =
      one.replyTo === null || ids.length === 0 ? undefined : one.replyTo % ids.length;
    const replyTo = answered !== undefined && model.reads(one.who, answered) ? answered : undefined;
    const naming = { mentionIds: await idsOf(made, present), replyToId: ids[replyTo ?? -1] };
    const said = await postWithMentions(person!, id, `${ids.length}`, naming as object);
    ids.push(said.id);
    model.say({ seq: said.seq, author: one.who, replyTo, named: present, isDeleted: false });
  }
  if (one.act === 'block' && one.who !== one.other) {
    await insertBlock(app, person!, people[one.other]!).catch(() => undefined);
    model.block(one.who, one.other);
  }
  if (one.act === 'leave' && inside(one.who)) {
    const memberships = app.get(MembershipsService);
    const own = (await memberships.activeOf(person!.accountId, group.id))!;
    await app.db.write(() => memberships.end(own));
    model.leave(one.who);
  }
  if (one.act === 'join' && !inside(one.who)) {
    await factories.membership(app, { group, person: person! });
    model.join(one.who, await lastOf(id));
  }
  if (one.act === 'readAll') {
    await apiAs(person!).ask(READ_ALL_INBOX_ENTRIES);
    model.read(one.who);
  }
  if (place !== undefined) await playAt(made, one, place);
  await app.get(InboxEntriesService).catchUp(id);
}

async function playAt({ model, people, id, ids, ...made }: Made, one: Move, place: number) {
  const said = model.said[place]!;
  const author: Person = people[said.author]!;
  const mayChange = model.reads(said.author, place) && !said.isDeleted;
  if (one.act === 'name' && mayChange) {
    const present = one.named.filter((n) => model.inside.has(n));
    const mentionIds = await idsOf({ model, people, id, ids, ...made }, present);
    await editWithMentions(author, ids[place]!, `${place}`, { mentionIds });
    model.name(place, present);
  }
  if (one.act === 'delete' && mayChange) {
    await apiAs(author).ask(DELETE_MESSAGE, { id: ids[place]! });
    model.delete(place);
  }
  if (one.act === 'read' && model.inside.has(one.who)) {
    await apiAs(people[one.who]!).ask(MARK_CHANNEL_READ, { channelId: id, seq: said.seq });
    model.read(one.who, said.seq);
  }
  if (one.act === 'unread' && model.reads(one.who, place)) {
    const UNREAD = 'mutation ($id: ID!) { markUnread(messageId: $id) { id } }';
    await apiAs(people[one.who]!).ask(UNREAD, { id: ids[place]! });
    model.unread(one.who, said.seq);
  }
}

async function lastOf(id: string): Promise<number> {
  const sql = 'select last_version from channel where id = $1';
  return (await app.db.query<{ last_version: number }>(sql, [id]))[0]!.last_version;
}

/** Returns each member's inbox (message positions, unread state) and unread count. */
async function found({ people, ids }: Made) {
  return Promise.all(
    people.map(async (one) => {
      const { items } = await readInboxPage(one);
      const shown = items.map((item): [number, boolean] => [ids.indexOf(item.id), item.isUnread]);
      return { shown: shown.toSorted(byPlace), count: await countUnreadInboxEntries(one) };
    }),
  );
}
const byPlace = ([a]: readonly [number, ...unknown[]], [b]: readonly [number, ...unknown[]]) =>
  a - b;

test('each inbox and its unread count equal those of the model', async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 18 }), async (moves) => {
      const made = await aWorld();
      for (const one of moves) await play(made, one);
      const expected = made.people.map((_one, n) => {
        const all = made.model.inboxOf(n);
        return { shown: all, count: all.filter(([, isUnread]) => isUnread).length };
      });
      shown += expected.reduce((sum, one) => sum + one.shown.length, 0);
      expect(await found(made)).toEqual(expected);
    }),
    { numRuns: numberOfRuns(12), endOnFailure: true },
  );
  expect(shown).toBeGreaterThan(10);
}, 300_000);
