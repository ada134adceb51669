import fc from 'fast-check';
import { MessageRetentionJobs } from '#channels/message-retention/message-retention.jobs.js';
import { MembershipRole } from '#members/membership.entity.js';
import {
  withoutExpired,
  type ExpiringMessage,
  type Shortening,
  applyShortenings,
} from '../../../apps/web/src/lib/device/message-expiry.js';
import {
  type MessagePage,
  type Timeline,
  timelineOf,
  withChanges,
} from '../../../apps/web/src/features/channels/feed/timeline.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import * as acts from '../../support/messages/message-documents.js';
import * as timers from '../../support/messages/message-retention.js';
import { signInAgain, type Person, makePeople } from '../../support/factories/make-people.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import {
  type ModelEntry,
  type RetentionStep,
  randomRetentionSteps,
  RetentionModel,
  RETENTION_PEOPLE,
  type RetentionPerson,
} from './retention-model.js';

const app = useApp({ TRAMA_WORKER: '0' });
let people: Record<RetentionPerson, Person>;
beforeAll(async () => {
  people = await makePeople(app, { ada: 'steward', abe: 'steward', ben: 'member', cy: 'member' });
}, 60_000);

type Said = ExpiringMessage & { body: string; isAnswer: boolean; isDeleted: boolean };
type Page = MessagePage<Said> & { shortenings: Shortening[] };
const plain = ({ id, body, isAnswer, isDeleted }: Said | ModelEntry) => ({
  id,
  body,
  isAnswer,
  isDeleted,
});
const SINCE = `query ($id: ID!, $after: Int!) { changes(channelId: $id, after: $after) {
  ${timers.MESSAGE_PAGE_FIELDS} hasMore from } }`;

/**
 * A channel, its people and the messages on their devices. Each device synchronises only at some steps of the history.
 */
class World {
  readonly model = new RetentionModel();
  readonly devices = new Map<RetentionPerson, Timeline<Said>>();
  private constructor(
    private readonly id: string,
    private readonly groupId: string,
    /** Whether the devices ignore retentions that were shortened while they were offline (a faulty client). */
    private readonly isDeaf: boolean,
  ) {}

  static async begin(isDeaf = false): Promise<World> {
    const { ada, abe, ben, cy } = people;
    const group = await factories.group(app, { steward: ada, members: [ben, cy] });
    await factories.membership(app, { group, person: abe, role: MembershipRole.steward });
    const { id } = await factories.channel(app, { group });
    await refresh();
    return new World(id, group.id, isDeaf);
  }

  async take(step: RetentionStep): Promise<void> {
    const now = app.clock.now().getTime();
    if (step.kind === 'post') await this.post(step.who, step.answers, now);
    else if (step.kind === 'edit' || step.kind === 'delete') await this.alter(step, now);
    else if (step.kind === 'shorten' || step.kind === 'lengthen') await this.keep(step);
    else if (step.kind === 'move') {
      app.clock.move(step.by);
      await refresh();
    } else if (step.kind === 'purge') await app.get(MessageRetentionJobs).purge();
    else if (step.kind === 'look') await this.look(step.who);
    else await this.come(step.kind, step.who);
  }

  private async post(who: RetentionPerson, answers: number | null, at: number): Promise<void> {
    const read = this.model.readBy(who, at);
    const to =
      answers === null ? undefined : this.model.said[answers % (this.model.said.length || 1)];
    const body = `Lo ${this.model.said.length}`;
    const input = acts.messageInput(this.id, body, to?.id);
    if (!this.model.from.has(who) || (to && !read.includes(to))) {
      expect(await apiAs(people[who]).code(acts.POST_MESSAGE, input)).toBe('NOT_FOUND');
      return;
    }
    const { postMessage } = await apiAs(people[who]).ask(
      acts.POST_MESSAGE.replace('version', 'seq version'),
      input,
    );
    const { id, seq } = postMessage;
    this.model.add({ id, seq, by: who, at, body, isAnswer: to !== undefined, isLine: false });
  }

  private async alter({ kind, nth }: { kind: 'edit' | 'delete'; nth: number }, now: number) {
    const entry = this.model.said[nth % (this.model.said.length || 1)];
    if (!entry || entry.isLine || entry.isDeleted) return;
    const who = people[entry.by];
    const isThere = this.model.readBy(entry.by, now).includes(entry);
    const body = `${entry.body}!`;
    const code = await (kind === 'edit'
      ? apiAs(who).code(acts.EDIT_MESSAGE, { input: { messageId: entry.id, body } })
      : apiAs(who).code(acts.DELETE_MESSAGE, { id: entry.id }));
    if (!isThere) return void expect(code).toBe('NOT_FOUND');
    if (code !== 'OK') return; // The server refuses to edit a message after one day.
    if (kind === 'edit') entry.body = body;
    else Object.assign(entry, { body: '', isDeleted: true, isAnswer: false });
  }

  private async keep({ kind, to }: { kind: 'shorten' | 'lengthen'; to: timers.RetentionName }) {
    if (!this.model.mayChange(kind, to)) {
      const [text, asked] =
        kind === 'shorten'
          ? [timers.SHORTEN_RETENTION, timers.shortenRetentionInput(this.id, to)]
          : [timers.LENGTHEN_RETENTION, timers.lengthenRetentionInput(this.id, to)];
      expect(await apiAs(await signInAgain(people.ada)).code(text, asked)).toBe('CONFLICT');
      return;
    }
    if (kind === 'shorten') await timers.shortenRetentionOf(people.ada, this.id, to);
    else await timers.agreeOnLongerRetention(people.ada, people.abe, this.id, to);
    this.model.change(to);
    const [line] = await app.db.query<{ id: string; seq: number; created_at: Date }>(
      'select id, seq, created_at from message where channel_id = $1 order by seq desc limit 1',
      [this.id],
    );
    const { id, seq, created_at: at } = line!;
    this.model.add({
      id,
      seq,
      by: 'ada',
      at: at.getTime(),
      body: '',
      isAnswer: false,
      isLine: true,
    });
  }

  private async come(kind: 'leave' | 'join', who: RetentionPerson): Promise<void> {
    const isIn = this.model.from.has(who);
    if (isIn === (kind === 'join')) return;
    if (kind === 'leave') {
      await app.db.query(
        'update membership set ended_at = now() where group_id = $1 and account_id = $2 and ended_at is null',
        [this.groupId, people[who].accountId],
      );
      this.model.from.delete(who);
      return;
    }
    await factories.membership(app, { group: { id: this.groupId }, person: people[who] });
    const sql = 'select last_version as from from channel where id = $1';
    this.model.from.set(who, (await app.db.query<{ from: number }>(sql, [this.id]))[0]!.from);
  }

  /** Synchronises a device and compares its messages with the model, whatever the device has missed before. */
  private async look(who: RetentionPerson): Promise<void> {
    if (!this.model.from.has(who)) return;
    const known = this.devices.get(who);
    const asked = { id: this.id, after: known?.upTo ?? 0 };
    const page: Page = (await apiAs(people[who]).ask(SINCE, asked)).changes;
    const caught = known ? withChanges(known, page) : { ...timelineOf(page), hasMore: false };
    const now = app.clock.now().getTime();
    const device = withoutExpired(
      this.isDeaf ? caught : applyShortenings(caught, page.shortenings),
      now,
    );
    this.devices.set(who, device);
    expect(device.messages.map(plain)).toEqual(this.model.readBy(who, now).map(plain));
  }

  /** Compares every read API with the model, for every person. */
  async assertRead(): Promise<void> {
    for (const who of RETENTION_PEOPLE) {
      const now = app.clock.now().getTime();
      const read = this.model.readBy(who, now);
      const person = people[who];
      for (const { id } of this.model.said) {
        const want = read.some((one) => one.id === id) ? 'OK' : 'NOT_FOUND';
        expect(await apiAs(person).code(acts.READ_MESSAGE, { id })).toBe(want);
      }
      if (!this.model.from.has(who)) {
        expect(await apiAs(person).code(timers.READ_HISTORY, { id: this.id })).toBe('NOT_FOUND');
        continue;
      }
      const { items } = await timers.readHistoryAs(person, this.id);
      expect(items.map(plain)).toEqual(read.map(plain));
      const { unreadCount, lastMessageAt } = await timers.readChannelAs(person, this.id);
      expect(unreadCount).toBe(this.model.unreadBy(who, now));
      if (!this.model.said.some(({ ends }) => ends > now)) expect(lastMessageAt).toBeNull();
      await this.look(who);
    }
  }
}

/** Renews the sessions, and the password confirmations, which expire after ten minutes. */
async function refresh(): Promise<void> {
  for (const who of RETENTION_PEOPLE) people[who] = await signInAgain(people[who]);
}

test('whatever people post, change and wait for, all APIs return exactly the messages that have not expired', async () => {
  await fc.assert(
    fc.asyncProperty(randomRetentionSteps, async (all) => {
      const there = await World.begin();
      for (const step of all) await there.take(step);
      await there.assertRead();
      await app.get(MessageRetentionJobs).purge();
      await there.assertRead();
    }),
    { numRuns: numberOfRuns(12) },
  );
}, 300_000);

const AWAY: readonly RetentionStep[] = [
  { kind: 'post', who: 'ben', answers: null },
  { kind: 'look', who: 'cy' },
  { kind: 'shorten', to: 'hours1' },
  { kind: 'move', by: 8 * 24 * 3_600_000 },
  { kind: 'purge' },
  { kind: 'look', who: 'cy' },
];

test('the model detects a device that ignores shortened retentions', async () => {
  const good = await World.begin();
  for (const step of AWAY) await good.take(step);
  const bad = await World.begin(true);
  for (const step of AWAY.slice(0, -1)) await bad.take(step);
  await expect(bad.take(AWAY.at(-1)!)).rejects.toThrow();
}, 60_000);
