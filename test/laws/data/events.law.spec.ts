import { allEvents } from '#events/define-event.js';
import type { Delivery } from '#events/events.service.js';
import { EventsWorker } from '#events/events.worker.js';
import { Handlers, type EventHandler } from '#events/handlers.js';
import { newId } from '#kernel/ids.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { as } from '../../support/app/client.js';
import { answer, ask, two } from '../../support/factories/introductions.js';
import { channel, group, membership } from '../../support/factories/make-groups.js';
import { sourceFiles } from '../../support/repository.js';
import {
  admitted,
  applicant,
  manyMembers,
  openToApplications,
  vouch,
} from '../../support/factories/vetting.js';
import { changedBy, definedIn, unheard, waiting } from '../sources/event-rules.js';

const app = useApp({ TRAMA_WORKER: '0' });
let handlers: Handlers;
let worker: EventsWorker;
beforeAll(async () => {
  handlers = app.get(Handlers);
  worker = app.get(EventsWorker);
}, 60_000);

const heard = () => new Set(handlers.events.map(({ event }) => event.name));

test('Every event of the sources is known to the running application', () => {
  const defined = sourceFiles(['libs'], /\.events\.ts$/, 12).flatMap(definedIn);
  expect(defined.toSorted()).toEqual(
    allEvents()
      .map(({ name }) => name)
      .toSorted(),
  );
});

test('Each event has a handler, or says that it is a record only', () => {
  expect(unheard(allEvents(), heard())).toEqual([]);
});

test('An event that nobody hears is refused, and a record that somebody hears', () => {
  const events = [
    { name: 'room.opened', isRecordOnly: false },
    { name: 'room.closed', isRecordOnly: true },
    { name: 'room.cleaned', isRecordOnly: true },
  ];
  expect(unheard(events, new Set(['room.closed']))).toEqual([
    'room.opened is heard by nobody',
    'room.closed is heard, and says it is a record only',
  ]);
});

/** People apply and come in, meet, found, join, and leave; nothing of it has been delivered yet. */
async function aBusyDay(): Promise<void> {
  const [mo1, mo2] = await openToApplications(app);
  const [vouching, alsoVouching] = await manyMembers(app);
  const newcomer = await applicant(app);
  const { id, vouchCode } = await newcomer.own();
  await vouch(vouching!, vouchCode);
  await vouch(alsoVouching!, vouchCode);
  await admitted([mo1, mo2], id);
  const { ada, ben, eve, benShown } = await two(app);
  const introduction = await ask(ada, benShown);
  await as(ben).ask(answer('accept'), { id: introduction.id });
  const one = await group(app, { steward: ada, members: [ben] });
  await channel(app, { group: one });
  const joined = await membership(app, { group: one, person: eve });
  await app.db.write(() => app.get(MembershipsService).end(joined));
}

/** What a delivery changes when it comes again, for each handler that something happened to. */
async function repeated(
  deliver: (delivery: Delivery) => Promise<void>,
  deliveries: readonly Delivery[],
): Promise<Map<string, string[]>> {
  const changes = new Map<string, string[]>();
  for (const delivery of deliveries) {
    await deliver(delivery);
    const changed = await changedBy(app.db, () => deliver(delivery));
    changes.set(delivery.handler, [...(changes.get(delivery.handler) ?? []), ...changed]);
  }
  return changes;
}

const changing = (changes: Map<string, string[]>) =>
  [...changes].filter(([, tables]) => tables.length > 0);

test('A delivery that comes twice changes nothing the second time', async () => {
  await aBusyDay();
  const deliveries = await waiting(app.db);
  const changes = await repeated((delivery) => worker.deliver(delivery), deliveries);
  process.stdout.write(`Handlers heard twice: ${changes.size} of ${handlers.events.length}\n`);
  expect(changes.size).toBeGreaterThan(10);
  expect(changing(changes)).toEqual([]);
}, 120_000);

test('Whatever a handler does, it does it once for an event, and again only when it failed', async () => {
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

test('A handler that is run without its receipt is refused', async () => {
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

test('A job of the clock that runs twice changes nothing the second time', async () => {
  for (const { name, cron, run } of handlers.jobs) {
    if (!cron) continue;
    await run({}, newId());
    expect({ name, changed: await changedBy(app.db, () => run({}, newId())) }).toEqual({
      name,
      changed: [],
    });
  }
}, 60_000);
