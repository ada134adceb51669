// Removes a hundred members one after another while messages are posted. Checks that a removed member receives nothing
// after the answer to the removal.
import { randomUUID } from 'node:crypto';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import {
  benchmarkFigure,
  formatNumber,
  median,
  percentile,
  printLine,
} from '../support/benchmark-figures.mjs';
import { openWatchingSocket } from '../support/socket-client.mjs';
import { sendGraphql, HttpConnection, graphqlRequest } from '../support/http.mjs';
import { dropDatabase, createSeededDatabase, withPostgresClient } from '../support/postgres.mjs';
import { startProduct } from '../support/processes.mjs';
import { POST_MESSAGE_MUTATION, createGroup } from '../support/benchmark-group.mjs';

export const dataPersistedBeforeResponse =
  'the end of the membership, committed, and carried to every node before the mutation answers';

const PACE = 50; // messages per second
const REMOVE = 'mutation ($membershipId: ID!) { removeMember(membershipId: $membershipId) }';

export async function runBenchmark({ quick }) {
  const removals = quick ? 20 : 100;
  const url = await createSeededDatabase('bench_removal', { members: 200 });
  const place = await withPostgresClient(url, (db) =>
    createGroup(db, { slug: 'bench', members: removals + 10 }),
  );
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
  const clients = await Promise.all(people.map((person) => openClient(port, person, channelId)));
  const talk = startTalk(port, people[0].cookie, channelId);
  const steward = new HttpConnection(port);
  const times = [];
  await wait(500);
  for (const client of clients.slice(10)) {
    const { membershipId } = client.person;
    const request = graphqlRequest(port, people[0].cookie, REMOVE, { membershipId });
    const began = performance.now();
    await sendGraphql(steward, request);
    times.push(performance.now() - began);
    // Data written before the answer may still be in the socket's buffer. The event loop reads this data in one turn.
    await turn();
    await turn();
    client.isRemoved = true;
    await wait(60);
  }
  await wait(1_000);
  const posted = await talk.stop();
  steward.close();
  const leaked = clients.reduce((sum, client) => sum + client.after, 0);
  const [stays] = clients;
  for (const { socket } of clients) socket.removeAllListeners('close').terminate();
  if (stays.before < posted) throw new Error(`a member received ${stays.before} of ${posted}`);
  printLine(
    `${removals} removals, ${posted} messages meanwhile; members who stayed received all of them`,
  );
  const how = `from the mutation to its answer, ${PACE} messages a second; p99 of ${times.length}`;
  return [
    benchmarkFigure('median_ms', median(times), {
      unit: 'ms',
      how: `${how}, longest ${formatNumber(Math.max(...times))}`,
    }),
    benchmarkFigure('p99_ms', percentile(times, 0.99), { unit: 'ms', target: 1000, how }),
    benchmarkFigure('leaked', leaked, {
      target: 0,
      how: 'messages that a removed socket got after the answer',
    }),
  ];
}

async function openClient(port, person, channelId) {
  const client = { person, isRemoved: false, before: 0, after: 0 };
  const onMessage = () => void (client.isRemoved ? (client.after += 1) : (client.before += 1));
  client.socket = await openWatchingSocket({ port, cookie: person.cookie, channelId, onMessage });
  return client;
}

function startTalk(port, cookie, channelId) {
  const connection = new HttpConnection(port);
  let isOver = false;
  const talking = (async () => {
    const began = performance.now();
    let count = 0;
    for (; !isOver; count++) {
      const due = began + (count * 1000) / PACE;
      if (due > performance.now()) await wait(due - performance.now());
      const input = { channelId, clientId: randomUUID(), body: `mensaje ${count}` };
      await sendGraphql(connection, graphqlRequest(port, cookie, POST_MESSAGE_MUTATION, { input }));
    }
    await wait(300);
    connection.close();
    return count;
  })();
  return { stop: () => ((isOver = true), talking) };
}
