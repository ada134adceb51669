import { allEventTypes } from '#events/event-type.js';
import type { EventDelivery } from '#events/events.service.js';
import { EventsWorker } from '#events/events.worker.js';
import { HandlerRegistry, type EventHandler } from '#events/handler-registry.js';
import { newId } from '#kernel/ids.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  answerDocument,
  requestIntroduction,
  makeVisiblePair,
} from '../../support/factories/introductions.js';
import { makeChannel, makeGroup, makeMembership } from '../../support/factories/make-groups.js';
import { sourceFiles } from '../../support/repository.js';
import {
  admitApplicant,
  makeApplicant,
  makeTenMembers,
  makeReviewers,
  giveVouchByCode,
} from '../../support/factories/applicants-and-reviewers.js';
import {
  tablesChangedBy,
  eventsDefinedIn,
  eventsWithoutHandler,
  queuedDeliveries,
} from '../sources/event-rules.js';

const app = useApp({ TRAMA_WORKER: '0' });
let handlers: HandlerRegistry;
let worker: EventsWorker;
beforeAll(async () => {
  handlers = app.get(HandlerRegistry);
  worker = app.get(EventsWorker);
}, 60_000);

const heard = () => new Set(handlers.events.map(({ event }) => event.name));

test('the running application knows every event in the sources', () => {
  const defined = sourceFiles(['libs'], /\.events\.ts$/, 12).flatMap(eventsDefinedIn);
  expect(defined.toSorted()).toEqual(
    allEventTypes()
      .map(({ name }) => name)
      .toSorted(),
  );
});

test('each event has a handler or is declared as record only', () => {
  expect(eventsWithoutHandler(allEventTypes(), heard())).toEqual([]);
});

test('the check reports an event without a handler, and a record-only event with a handler', () => {
  const events = [
    { name: 'room.opened', isRecordOnly: false },
    { name: 'room.closed', isRecordOnly: true },
    { name: 'room.cleaned', isRecordOnly: true },
  ];
  expect(eventsWithoutHandler(events, new Set(['room.closed']))).toEqual([
    'room.opened is heard by nobody',
    'room.closed is heard, and says it is a record only',
  ]);
});

/** Creates many events: applications, an introduction, a group, joining and leaving. No event is delivered yet. */
async function aBusyDay(): Promise<void> {
  const [mo1, mo2] = await makeReviewers(app);
  const [vouching, alsoVouching] = await makeTenMembers(app);
  const newcomer = await makeApplicant(app);
  const { id, vouchCode } = await newcomer.own();
  await giveVouchByCode(vouching!, vouchCode);
  await giveVouchByCode(alsoVouching!, vouchCode);
  await admitApplicant([mo1, mo2], id);
  const { ada, ben, eve, benShown } = await makeVisiblePair(app);
  const introduction = await requestIntroduction(ada, benShown);
  await apiAs(ben).ask(answerDocument('accept'), { id: introduction.id });
  const one = await makeGroup(app, { steward: ada, members: [ben] });
  await makeChannel(app, { group: one });
  const joined = await makeMembership(app, { group: one, person: eve });
  await app.db.write(() => app.get(MembershipsService).end(joined));
}

/** Delivers each event twice; returns per handler the tables that the second delivery changed. */
async function repeated(
  deliver: (delivery: EventDelivery) => Promise<void>,
  deliveries: readonly EventDelivery[],
): Promise<Map<string, string[]>> {
  const changes = new Map<string, string[]>();
  for (const delivery of deliveries) {
    await deliver(delivery);
    const changed = await tablesChangedBy(app.db, () => deliver(delivery));
    changes.set(delivery.handler, [...(changes.get(delivery.handler) ?? []), ...changed]);
  }
  return changes;
}

const changing = (changes: Map<string, string[]>) =>
  [...changes].filter(([, tables]) => tables.length > 0);

test('delivering an event twice changes nothing the second time', async () => {
  await aBusyDay();
  const deliveries = await queuedDeliveries(app.db);
  const changes = await repeated((delivery) => worker.deliver(delivery), deliveries);
  process.stdout.write(`Handlers heard twice: ${changes.size} of ${handlers.events.length}\n`);
  expect(changes.size).toBeGreaterThan(10);
  expect(changing(changes)).toEqual([]);
}, 120_000);

test('a handler runs once per event, and again only after a failure', async () => {
  for (const { name, event } of [...handlers.events]) {
    let runs = 0;
    const run = async () => {
      runs += 1;
      if (runs === 1) throw new Error('The first try fails');
    };
    const at = handlers.events.findIndex((one) => one.name === name);
    const [real] = handlers.events.splice(at, 1, { name, event, run });
    const delivery = { eventId: newId(), event: event.name, handler: name, payload: {} };
    await expect(worker.deliver(delivery)).rejects.toThrow('The first try fails');
    await worker.deliver(delivery);
    await worker.deliver(delivery);
    handlers.events.splice(at, 1, real!);
    expect({ name, runs }).toEqual({ name, runs: 2 });
  }
});

test('the check reports a handler that runs without a receipt', async () => {
  const count: EventHandler = {
    name: 'CountsRooms.add',
    event: { name: 'room.opened', isRecordOnly: false },
    run: async () =>
      void (await app.db.query(`insert into rate_limit (key) values (gen_random_uuid())`)),
  };
  const delivery = { eventId: newId(), event: 'room.opened', handler: count.name, payload: {} };
  const changes = await repeated(() => count.run({}, delivery.eventId), [delivery]);
  expect(changing(changes)).toEqual([[count.name, ['public.rate_limit']]]);
});

test('running a scheduled job twice changes nothing the second time', async () => {
  for (const { name, cron, run } of handlers.jobs) {
    if (!cron) continue;
    await run({}, newId());
    expect({ name, changed: await tablesChangedBy(app.db, () => run({}, newId())) }).toEqual({
      name,
      changed: [],
    });
  }
}, 60_000);
