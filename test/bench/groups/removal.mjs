// Removes a hundred members one after another while messages are posted: do they receive anything after the answer?
import { randomUUID } from 'node:crypto';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { figure, fixed, median, percentile, say } from '../support/figures.mjs';
import { listen } from '../support/ears.mjs';
import { ask, Connection, graphqlOf } from '../support/http.mjs';
import { dropDatabase, seededDatabase, withClient } from '../support/postgres.mjs';
import { startProduct } from '../support/processes.mjs';
import { POST, room } from '../support/rooms.mjs';

export const persisted =
  'the end of the membership, committed, and carried to every node before the mutation answers';

const PACE = 50; // messages a second
const REMOVE = 'mutation ($membershipId: ID!) { removeMember(membershipId: $membershipId) }';

export async function run({ quick }) {
  const removals = quick ? 20 : 100;
  const url = await seededDatabase('bench_removal', { members: 200 });
  const place = await withClient(url, (db) => room(db, { slug: 'bench', members: removals + 10 }));
  const product = await startProduct({ databaseUrl: url });
  try {
    return await removeAll(product, place, removals);
  } finally {
    await product.stop();
    await dropDatabase(url);
  }
}

async function removeAll({ port }, { people, channelIds }, removals) {
  const [channelId] = channelIds;
  const ears = await Promise.all(people.map((person) => earOf(port, person, channelId)));
  const talk = startTalk(port, people[0].cookie, channelId);
  const steward = new Connection(port);
  const times = [];
  await wait(500);
  for (const ear of ears.slice(10)) {
    const { membershipId } = ear.person;
    const request = graphqlOf(port, people[0].cookie, REMOVE, { membershipId });
    const began = performance.now();
    await ask(steward, request);
    times.push(performance.now() - began);
    // Data written before the answer may still be in the socket's buffer: one turn of the event loop reads it.
    await turn();
    await turn();
    ear.isRemoved = true;
    await wait(60);
  }
  await wait(1_000);
  const posted = await talk.stop();
  steward.close();
  const leaked = ears.reduce((sum, ear) => sum + ear.after, 0);
  const [stays] = ears;
  for (const { socket } of ears) socket.removeAllListeners('close').terminate();
  if (stays.before < posted) throw new Error(`a member heard ${stays.before} of ${posted}`);
  say(`${removals} removals, ${posted} messages meanwhile; who stayed heard all of them`);
  const how = `from the mutation to its answer, ${PACE} messages a second; p99 of ${times.length}`;
  return [
    figure('median_ms', median(times), {
      unit: 'ms',
      how: `${how}, longest ${fixed(Math.max(...times))}`,
    }),
    figure('p99_ms', percentile(times, 0.99), { unit: 'ms', target: 1000, how }),
    figure('leaked', leaked, {
      target: 0,
      how: 'messages that a removed socket got after the answer',
    }),
  ];
}

async function earOf(port, person, channelId) {
  const ear = { person, isRemoved: false, before: 0, after: 0 };
  const heard = () => void (ear.isRemoved ? (ear.after += 1) : (ear.before += 1));
  ear.socket = await listen({ port, cookie: person.cookie, channelId, heard });
  return ear;
}

function startTalk(port, cookie, channelId) {
  const connection = new Connection(port);
  let isOver = false;
  const talking = (async () => {
    const began = performance.now();
    let count = 0;
    for (; !isOver; count++) {
      const due = began + (count * 1000) / PACE;
      if (due > performance.now()) await wait(due - performance.now());
      const input = { channelId, clientId: randomUUID(), body: `mensaje ${count}` };
      await ask(connection, graphqlOf(port, cookie, POST, { input }));
    }
    await wait(300);
    connection.close();
    return count;
  })();
  return { stop: () => ((isOver = true), talking) };
}
