import { MINUTE, DAY } from '#kernel/clock.js';
import { DutyName } from '#members/duty.entity.js';
import { DutiesService } from '#members/duties.service.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { StandingService } from '#members/standing.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { CASE_DATA_CLASS } from '#support/requests/case-retention.js';
import { CaseSilenceService } from '#support/requests/continuation/case-silence.service.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import type { TestApp } from '../../support/app/app.js';
import { apiAs, RefusedError } from '../../support/app/client.js';
import { makePeople, type Person, signInAgain } from '../../support/factories/make-people.js';
import {
  ASK_SUPPORT,
  askSupportInput,
  requesterActions,
  supporterActions,
  withWorkName,
} from '../../support/factories/support-requests.js';
import { threadActions } from '../../support/messages/case-threads.js';
import {
  actOnItems,
  isItemStep,
  ITEM_FIELDS,
  type ItemStepKind,
  linksFrom,
  tasksFrom,
} from './case-items.js';
import { CaseModel } from './case-model.js';
import { isSupporter, PASSING_MINUTES, type ThreadName } from './case-state.js';
import {
  CASE_PEOPLE,
  CASE_SUPPORTERS,
  type CaseChoice,
  type CasePerson,
  type CaseStep,
} from './case-steps.js';
import { describeModelled, describeOwn, OWN_FIELDS, type OwnRow } from './own-rows.js';
import { readFields } from './read-fields.js';

type People = Record<CasePerson, Person>;
const THREADS: readonly ThreadName[] = ['requester', 'internal'];
const LISTS = {
  own: `mySupportRequests { ${OWN_FIELDS} }`,
  threads: 'caseThreads { requestId kind }',
  queue: 'supportQueue(first: 50) { items { id } }',
  cases: 'mySupportCases { id }',
} as const;
const WORK = ['queue', 'cases'] as const;
const BY_ID = {
  ...{ own: 'supportRequest(id: $id) { id }', file: 'supportCase(id: $id) { id }' },
  ...ITEM_FIELDS,
} as const;
type FieldOfLists = keyof typeof LISTS;
/** The items that a person read; undefined if they were refused. */
interface ReadItems {
  readonly links?: unknown;
  readonly tasks?: unknown;
}
interface Lists extends ReadItems {
  readonly own?: readonly OwnRow[];
  readonly threads?: readonly { readonly requestId: string; readonly kind: string }[];
  readonly queue?: { readonly items: readonly { readonly id: string }[] };
  readonly cases?: readonly { readonly id: string }[];
}
/** The request of a step, and the random number of its comparison. */
interface Place {
  readonly number: number;
  readonly probe: number;
}
/** The product with the people of the model. */
export class CaseWorld {
  readonly model = new CaseModel();
  /** The ids of all requests, also of those that no longer exist, by their number in the model. */
  private readonly ids: string[] = [];

  private constructor(
    private readonly app: TestApp,
    private readonly people: People,
    private readonly supporterIds: Partial<Record<CasePerson, string>>,
  ) {}

  /** Without the requests and supporters of an earlier history. */
  static async begin(app: TestApp): Promise<CaseWorld> {
    await app.db.query('delete from support_request');
    await app.db.query(DAILY_HOURS);
    await app.db.query(`delete from duty where name = 'support'`);
    const names = CASE_PEOPLE.map((name) => [name, isSupporter(name) ? 'supporter' : 'member']);
    const people = (await makePeople(app, Object.fromEntries(names))) as People;
    const supporterIds: Partial<Record<CasePerson, string>> = {};
    for (const name of CASE_SUPPORTERS) {
      const workName = `${name} ${crypto.randomUUID().slice(0, 8)}`;
      supporterIds[name] = (await withWorkName(people[name], workName)).supporterId;
    }
    return new CaseWorld(app, people, supporterIds);
  }

  /** Performs a step and compares the product with the model. */
  async take(step: CaseStep, probe: number): Promise<void> {
    const expected = this.model.isPossible(step);
    const refusal = await this.perform(step);
    if ((refusal === null) !== expected) throw new Error(`${refusal ?? 'not refused'}`);
    if (expected) this.model.take(step);
    await Promise.all([
      this.compare(step.by, { number: step.request, probe }),
      this.compareById(CASE_PEOPLE[probe % CASE_PEOPLE.length]!, probe),
    ]);
  }

  choose(choice: CaseChoice): CaseStep {
    return this.model.choose(choice);
  }

  /** Compares what everybody sees. Then time passes without an act, after which only waiting requests are left. */
  async finish(): Promise<void> {
    for (const who of CASE_PEOPLE) await this.compare(who, { number: 0, probe: 0 });
    for (let month = 0; month < 3; month++) {
      const pass = { kind: 'passMonths', by: 'ana', request: 0, other: 'ana' } as const;
      await this.perform(pass);
      this.model.take(pass);
    }
    for (const who of CASE_PEOPLE) await this.compare(who, { number: 0, probe: 0 });
    const left = await this.app.db.query<{ stage: string }>(
      'select stage from support_request where id = any($1)',
      [this.ids],
    );
    expect(left.filter(({ stage }) => stage !== 'waiting')).toEqual([]);
    const secrets = await this.app.db.query(
      `select 1 from case_key k where k.case_id = any($1) and not exists (
         select 1 from support_request r where r.id = k.case_id)`,
      [this.ids],
    );
    expect(secrets).toEqual([]);
  }

  /** Returns the refusal, or null if the product did the step. */
  private async perform(step: CaseStep): Promise<RefusedError | null> {
    // The limits of a day are no part of this law.
    await this.app.db.query('delete from quota_use');
    try {
      await this.act(step);
      return null;
    } catch (error) {
      if (error instanceof RefusedError && error.code !== 'INTERNAL') return error;
      throw error;
    }
  }

  // oxlint-disable-next-line complexity -- one line for each kind of step
  private async act({ kind, by, request, other }: CaseStep): Promise<unknown> {
    const id = this.ids[request]!;
    const person = this.people[by];
    const [asking, helping] = [requesterActions(person), supporterActions(person)];
    if (isItemStep(kind)) return this.actOnItems(kind, by, request);
    switch (kind) {
      case 'ask':
      case 'askUrgently':
        return this.ask(person, kind === 'askUrgently');
      case 'withdraw':
      case 'delete':
      case 'reopen':
        return asking[kind](id);
      case 'answer':
        return asking.answer(id);
      case 'question':
        return helping.ask(id);
      case 'exclude':
        return asking.exclude(id, [this.supporterIds[other]!]);
      case 'include':
        return asking.exclude(id, [], [this.supporterIds[other]!]);
      case 'claim':
      case 'open':
      case 'accept':
      case 'release':
      case 'keepOpen':
        return helping[kind](id);
      case 'decline':
        return helping.decline(id);
      case 'declineForConduct':
        return helping.decline(id, { reason: 'conduct' });
      case 'close':
        return helping.close(id);
      case 'closeForConduct':
        return helping.close(id, 'Cerramos aquí.', { isForConduct: true });
      case 'write':
        return this.write(person, id, 'requester');
      case 'writeInternal':
        return this.write(person, id, 'internal');
      case 'rest':
      case 'endRest':
        return helping[kind]();
      default:
        return this.actAsSystem(kind, by, other);
    }
  }

  private async actAsSystem(
    kind: CaseStep['kind'],
    by: CasePerson,
    other: CasePerson,
  ): Promise<unknown> {
    const { accountId } = this.people[by];
    switch (kind) {
      case 'ally':
      case 'endAlliance':
        return this.changeAlliance(kind, accountId, this.people[other].accountId);
      case 'separate':
      case 'reconcile':
        return this.app.db.query(SEPARATIONS[kind], [accountId, this.people[other].accountId]);
      case 'giveDuty':
      case 'takeDuty':
        await (kind === 'giveDuty' ? giveDuty : takeDuty)(this.app, accountId);
        return this.signIn([by]);
      case 'suspend':
      case 'restore':
        await this.changeStanding(kind, accountId);
        return this.signIn([by]);
      default:
        return this.pass(PASSING_MINUTES[kind as keyof typeof PASSING_MINUTES]);
    }
  }

  private async ask(person: Person, isUrgent: boolean): Promise<void> {
    const input = askSupportInput({ danger: isUrgent ? 'yes' : 'no' });
    this.ids.push((await apiAs(person).ask(ASK_SUPPORT, { input })).askSupport.id);
  }

  private async write(person: Person, id: string, thread: ThreadName): Promise<void> {
    const channelId = await this.channelOf(id, thread);
    await threadActions(person).post(channelId, 'Seguimos mañana.');
  }

  /** The channel of a thread, or an id of none. */
  private async channelOf(id: string, thread: ThreadName): Promise<string> {
    const [channel] = await this.app.db.query<{ id: string }>(
      'select id from channel where case_id = $1 and thread = $2',
      [id, thread],
    );
    return channel?.id ?? crypto.randomUUID();
  }

  private changeAlliance(kind: 'ally' | 'endAlliance', a: string, b: string): Promise<unknown> {
    const alliances = this.app.get(AlliancesService);
    return this.app.db.write(async () =>
      kind === 'ally' ? alliances.start(a, b) : alliances.end((await alliances.between(a, b))!),
    );
  }

  private changeStanding(kind: 'suspend' | 'restore', accountId: string): Promise<unknown> {
    const standing = this.app.get(StandingService);
    return this.app.db.write(() =>
      kind === 'suspend'
        ? standing.suspend(accountId, this.app.clock.in(10_000 * DAY))
        : standing.restore(accountId),
    );
  }

  private async pass(minutes: number): Promise<void> {
    this.app.clock.move(minutes * MINUTE);
    await this.app.get(SupportJobs).endClaims();
    await this.app.get(SupportJobs).returnUnreadable();
    await this.app.get(CaseSilenceService).run();
    await this.app.get(RetentionService).run(CASE_DATA_CLASS);
    await this.signIn(CASE_PEOPLE);
  }

  private async signIn(names: readonly CasePerson[]): Promise<void> {
    for (const name of names) this.people[name] = await signInAgain(this.people[name]);
  }

  /** Compares the lists of a person with the model, and the tasks and links of one request. */
  private async compare(who: CasePerson, { number, probe }: Place): Promise<void> {
    const { model } = this;
    const id = this.ids[number];
    const items = id ? this.itemsOf(who, number) : [];
    const read = (await readFields(this.people[who], {
      fields: id ? { ...LISTS, ...ITEM_FIELDS } : LISTS,
      expected: [
        'own',
        'threads',
        ...(model.supports(who) ? WORK : []),
        ...items,
      ] as FieldOfLists[],
      ...{ id, probe, refused: 2 },
    })) as Lists;
    const numbers = [...model.requests.keys()];
    const own = numbers.filter((one) => model.isRequester(who, one));
    const threads = numbers.flatMap((one) =>
      THREADS.filter((thread) => model.readsThread(who, one, thread)).map(
        (thread) => `${one} ${thread}`,
      ),
    );
    expect({
      ...{
        who,
        own: read.own && sorted(read.own.map((one) => describeOwn(this.ids.indexOf(one.id), one))),
      },
      threads: read.threads && sorted(read.threads.map((one) => this.threadOf(one))),
      ...{ queue: this.numbersOf(read.queue?.items), cases: this.numbersOf(read.cases) },
    }).toEqual({
      ...{ who, own: sorted(own.map((one) => this.expectedOwn(one))), threads: sorted(threads) },
      queue: this.numbersIf(who, (one) => model.seesInQueue(who, one)),
      cases: this.numbersIf(who, (one) => model.holds(who, one)),
    });
    if (id) this.compareItems(who, number, read);
  }

  /** The numbers of requests in a list of the product; null if it was refused. */
  private numbersOf(rows: readonly { readonly id: string }[] | undefined): number[] | null {
    return rows?.map(({ id }) => this.ids.indexOf(id)).toSorted((a, b) => a - b) ?? null;
  }

  /** The numbers of requests in a list for supporters; null for everybody else. */
  private numbersIf(who: CasePerson, isIn: (number: number) => boolean): number[] | null {
    return this.model.supports(who) ? [...this.model.requests.keys()].filter(isIn) : null;
  }

  private threadOf({ requestId, kind }: { requestId: string; kind: string }): string {
    return `${this.ids.indexOf(requestId)} ${kind}`;
  }

  /** An open request and each that ended has at least one next step of its requester. */
  private expectedOwn(number: number): string {
    const request = this.model.requests.get(number)!;
    return describeModelled(request, this.model.actionsOfRequester(number));
  }

  /** Compares what a person reaches with the id of one request, which may no longer exist. */
  private async compareById(who: CasePerson, probe: number): Promise<void> {
    if (this.ids.length === 0) return;
    const number = probe % this.ids.length;
    const id = this.ids[number]!;
    const person = this.people[who];
    const thread = probe % 2 === 0 ? 'requester' : 'internal';
    const byId = { own: this.model.isRequester(who, number), file: this.model.holds(who, number) };
    const read = (['own', 'file'] as const).filter((name) => byId[name]);
    const expected = [...read, ...this.itemsOf(who, number)];
    const [answers, code] = await Promise.all([
      readFields(person, { fields: BY_ID, expected, id, probe, refused: 2 }),
      this.channelOf(id, thread).then((channelId) => threadActions(person).readCode(channelId)),
    ]);
    expect({
      ...{ who, number, own: 'own' in answers, file: 'file' in answers },
      ...{ thread, isRead: code === 'OK' },
    }).toEqual({
      ...{ who, number, ...byId, thread },
      isRead: this.model.readsThread(who, number, thread),
    });
    this.compareItems(who, number, answers);
  }

  /** Which of tasks and links of a request a person reads. */
  private itemsOf(who: CasePerson, number: number): ('links' | 'tasks')[] {
    const { model } = this;
    const byId = { links: model.readsLinks(who, number), tasks: model.readsTasks(who, number) };
    return (['links', 'tasks'] as const).filter((name) => byId[name]);
  }

  /** Compares the tasks and links of a request that a person read. */
  private compareItems(who: CasePerson, number: number, read: ReadItems): void {
    const expected = this.itemsOf(who, number);
    const items = this.model.requests.get(number)?.items;
    expect({
      ...{ who, number, links: linksFrom(read.links) },
      tasks: tasksFrom(read.tasks, this.supporterIds),
    }).toEqual({
      ...{ who, number, links: expected.includes('links') ? items!.links : null },
      tasks: expected.includes('tasks') ? items!.describedTasks : null,
    });
  }

  private actOnItems(kind: ItemStepKind, by: CasePerson, number: number): Promise<unknown> {
    const [requestId, supporterId] = [this.ids[number]!, this.supporterIds[by]];
    const name = this.model.requests.get(number)!.items.nextName;
    return actOnItems(this.app, this.people[by], { kind, requestId, name, supporterId });
  }
}

/** Each day is a working day, so that the model needs no calendar. */
const DAILY_HOURS = `insert into instance (founded_at, working_hours)
  select now(), '{"zone":"America/Bogota","weekdays":[1,2,3,4,5,6,7],"from":0,"to":1440,"holidays":[]}'
  where not exists (select 1 from instance)`;

/** Written without the service that reports a new tie, so that only the job returns the case. */
const SEPARATIONS = {
  separate: `insert into separation (low_id, high_id) values (least($1::uuid, $2), greatest($1::uuid, $2))`,
  reconcile: `update separation set ended_at = now() where ended_at is null
    and low_id = least($1::uuid, $2) and high_id = greatest($1::uuid, $2)`,
};

const sorted = (texts: readonly string[]): string[] => texts.toSorted();

const giveDuty = (app: TestApp, accountId: string): Promise<unknown> =>
  app.db.write(() => app.get(DutiesService).give(accountId, [DutyName.support], 'Apoyo'));

async function takeDuty(app: TestApp, accountId: string): Promise<void> {
  const [duty] = await app.get(DutiesService).of(accountId);
  await app.db.write(() => app.get(DutiesService).take(duty!));
}
