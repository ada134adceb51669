import fc from 'fast-check';
import { factories } from '../support/factories/factories.js';
import { startTopic } from '../support/messages/topics.js';
import { useApp } from '../support/app/app.js';
import { apiAs, RefusedError } from '../support/app/client.js';
import { waitForJobs } from '../support/app/wait-for-jobs.js';
import { closeAllSockets } from '../support/app/sockets.js';
import { type Person, makePeople } from '../support/factories/make-people.js';
import { numberOfRuns } from '../support/sampled-sweeps.js';
import { ChannelClient, type ReceivedMessage } from './channel-client.js';
import { pause, post } from './group-chat.js';

const EDIT = 'mutation ($input: EditMessageInput!) { editMessage(input: $input) { version } }';
const DELETE = 'mutation ($id: ID!) { deleteMessage(messageId: $id) { version } }';
const REACT = 'mutation ($input: ReactInput!) { react(input: $input) { version } }';
const PIN = 'mutation ($input: PinMessageInput!) { pinMessage(input: $input) { version } }';
const LEAVE = 'mutation ($id: ID!) { leaveGroup(membershipId: $id) }';

const PEOPLE = ['ana', 'bea', 'cem'] as const;
type Name = (typeof PEOPLE)[number];
interface Step {
  readonly who: Name;
  readonly what:
    | 'post'
    | 'answer'
    | 'react'
    | 'pin'
    | 'edit'
    | 'delete'
    | 'drop'
    | 'burst'
    | 'leave'
    | 'join'
    | 'hangUp'
    | 'older'
    | 'away';
  readonly which: number;
}

const EMOJI = ['👍', '❤️', '🎉'];
/** Ignores the error when a member answers a message that they may not read. */
function unlessHidden(error: unknown): undefined {
  if (!(error instanceof RefusedError) || error.code !== 'NOT_FOUND') throw error;
  return undefined;
}

const steps = fc.array(
  fc.record<Step>({
    who: fc.constantFrom(...PEOPLE),
    what: fc.constantFrom(
      ...(['post', 'post', 'answer', 'react', 'pin', 'edit', 'delete', 'drop', 'burst'] as const),
      ...(['leave', 'join', 'hangUp', 'older', 'away'] as const),
    ),
    which: fc.nat(50),
  }),
  { minLength: 10, maxLength: 40 },
);

describe('a client that catches up', () => {
  const app = useApp();
  afterEach(closeAllSockets);

  it.each(['joining', 'start'] as const)(
    'has the same messages as a fresh client after any sequence of events (history from %s)',
    async (history) => {
      await fc.assert(
        fc.asyncProperty(steps, (story) => live(history, story)),
        { numRuns: numberOfRuns(4), endOnFailure: true },
      );
    },
    120_000,
  );

  const step = (who: Name, what: Step['what']): Step => ({ who, what, which: 0 });
  it.each([
    ['a lost frame', [step('ana', 'drop'), step('bea', 'post'), step('cem', 'post')]],
    ['changes from while it was offline', [step('ana', 'away')]],
  ])('misses %s if it never fetches missed changes (control test)', async (_title, story) => {
    await expect(live('start', story, false)).rejects.toMatchObject({
      matcherResult: { pass: false },
    });
    await live('start', story);
  });

  async function live(history: 'joining' | 'start', story: readonly Step[], asks = true) {
    const { ste, ...people } = await makePeople(app, {
      ste: 'steward',
      ana: 'member',
      bea: 'member',
      cem: 'member',
    });
    const group = await factories.group(app, { steward: ste });
    const channel = await factories.channel(app, { group, history });
    const inside = new Map<Name, string>();
    const clients = new Map<Name, ChannelClient[]>();
    const topics = [null, (await startTopic(ste, channel.id, 'Antenas')).id as string];
    /** Each person has the general feed and a topic open. */
    const open = (name: Name) =>
      Promise.all(
        topics.map((topicId) => ChannelClient.open(people[name], channel.id, asks, topicId)),
      );
    const each = (name: Name, act: (client: ChannelClient) => unknown) =>
      Promise.all(clients.get(name)!.map(act));
    const join = async (name: Name) => {
      inside.set(name, (await factories.membership(app, { group, person: people[name] })).id);
      if (clients.has(name)) await each(name, (client) => client.comeBack());
      else clients.set(name, await open(name));
    };
    for (const name of PEOPLE) await join(name);
    const sent: { id: string; by: Name; in: string | null }[] = [];
    const say = async (by: Name, which = 0) => {
      const topicId = topics[which % topics.length]!;
      const { id } = await post(people[by], channel.id, `de ${by}`, undefined, topicId);
      sent.push({ id, by, in: topicId });
    };

    const act: Record<Step['what'], (name: Name, which: number) => unknown> = {
      post: say,
      burst: (name) =>
        Promise.all(PEOPLE.filter((one) => inside.has(one)).map((one, at) => say(one, at))).then(
          () => name,
        ),
      edit: (name, which) =>
        change(name, EDIT, (id) => ({ input: { messageId: id, body: `cambio ${which}` } }), which),
      delete: (name, which) => change(name, DELETE, (id) => ({ id }), which),
      answer: async (name, which) => {
        const to = sent[which % Math.max(1, sent.length)];
        const { id, in: topicId } = to ?? { in: null };
        const words = `de ${name}`;
        const answer = await post(people[name], channel.id, words, id, topicId).catch(unlessHidden);
        if (answer) sent.push({ id: answer.id, by: name, in: topicId });
      },
      react: (name, which) =>
        any(name, REACT, which, (messageId) => ({
          messageId,
          emoji: EMOJI[which % 3],
          isOn: which % 4 > 0,
        })),
      pin: (_name, which) =>
        any(ste, PIN, which, (messageId) => ({ messageId, isPinned: which % 3 > 0 })),
      drop: (name, which) => each(name, (client) => client.loseFrames(1 + (which % 4))),
      hangUp: (name) => each(name, (client) => client.hangUp()),
      older: (name) => each(name, (client) => client.readOlder()),
      leave: async (name) => {
        await apiAs(people[name]).ask(LEAVE, { id: inside.get(name) });
        inside.delete(name);
      },
      /**
       * The member leaves the group and joins again while offline, so the client learns this from no frame and no
       * error.
       */
      away: async (name) => {
        await each(name, (client) => client.goOffline());
        await act.leave(name, 0);
        for (const other of PEOPLE)
          if (inside.has(other)) for (const at of topics.keys()) await say(other, at);
        inside.set(name, (await factories.membership(app, { group, person: people[name] })).id);
        await each(name, (client) => client.comeBack());
      },
      join,
    };
    /** Changes a message of this author, if the author has a message that can be changed. */
    async function change(by: Name, document: string, of: (id: string) => object, which: number) {
      const own = sent.filter((message) => message.by === by);
      const message = own[which % Math.max(1, own.length)];
      if (message) await apiAs(people[by]).code(document, { ...of(message.id) });
    }

    /** Changes any message. The server refuses the change if the person may not read the message. */
    async function any(
      by: Name | Person,
      document: string,
      which: number,
      of: (id: string) => object,
    ) {
      const message = sent[which % Math.max(1, sent.length)];
      const person = typeof by === 'string' ? people[by] : by;
      if (message) await apiAs(person).code(document, { input: of(message.id) });
    }

    for (const { who, what, which } of story) {
      const isIn = inside.has(who);
      if ((what === 'join') === isIn) continue;
      await act[what](who, which);
      if (which % 5 === 0) await pause(which);
    }
    // Jobs give the messages of former members new versions.
    await waitForJobs(app);
    for (const name of PEOPLE)
      for (const client of clients.get(name)!)
        await compare(people[name], client, inside.has(name));
  }

  async function compare(person: Person, client: ChannelClient, isIn: boolean): Promise<void> {
    await client.settle();
    const { channelId, topicId } = client;
    const fresh = isIn ? await ChannelClient.readAll(person, channelId, topicId) : undefined;
    expect(await client.readAllOlder()).toEqual(fresh);
    client.close();
  }

  it('has all messages in order after many were posted at once', async () => {
    const { ste, ana } = await makePeople(app, { ste: 'steward', ana: 'member' });
    const group = await factories.group(app, { steward: ste, members: [ana] });
    const { id } = await factories.channel(app, { group });
    const client = await ChannelClient.open(ana, id);
    await Promise.all(Array.from({ length: 40 }, (_, n) => post(ste, id, `m${n}`)));
    await client.settle();
    const known = (await client.readAllOlder()) as ReceivedMessage[];
    expect(known.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(new Set(known.map(({ body }) => body)).size).toBe(40);
    client.close();
  });
});
