// Clients that post while faults occur and retry each message until the server acknowledges it, and a check of the
// stored messages.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { benchmarkFigure } from './benchmark-figures.mjs';
import { HttpConnection, graphqlRequest } from './http.mjs';
import { queryRows } from './postgres.mjs';
import { POST_MESSAGE_MUTATION } from './benchmark-group.mjs';

/**
 * Posts messages as one member until `state.isOver`. Retries each message until the server answers. `state.acked`
 * collects the answers by text. `state.flying` counts pending requests. `state.received` is called for each answer with
 * its code (undefined if the connection ended) and its duration in milliseconds.
 */
export async function postUntilStopped(state, { port, person, at, place, pauseMs = 0 }) {
  let connection = new HttpConnection(port);
  for (let count = 0; !state.isOver; count++) {
    const channelId = place.channelIds[count % place.channelIds.length];
    const body = `de ${at}: ${count}`;
    const input = { channelId, clientId: randomUUID(), body };
    const bytes = graphqlRequest(port, person.cookie, POST_MESSAGE_MUTATION, { input });
    for (;;) {
      state.flying += 1;
      const began = performance.now();
      const answer = await connection.send(bytes).catch(() => undefined);
      state.flying -= 1;
      const { sent, code } = read(answer);
      state.heard?.(code, performance.now() - began);
      if (sent) {
        state.acked.set(body, sent);
        break;
      }
      await wait(30);
      if (connection.isClosed) connection = new HttpConnection(port);
    }
    await wait(pauseMs);
  }
  connection.close();
}

function read(answer) {
  if (!answer) return {};
  const { data, errors } = JSON.parse(answer.body);
  const sent = answer.status === 200 ? data?.postMessage : undefined;
  return { sent, code: sent ? 'OK' : (errors?.[0]?.extensions.code ?? String(answer.status)) };
}

/**
 * Counts acknowledged messages that are missing or differ in the database, duplicates, and gaps in the sequence
 * numbers.
 */
export async function countLosses(db, { channelIds }, acked) {
  const sql = 'select id, channel_id, seq, body from message where channel_id = any($1)';
  const there = await queryRows(db, sql, [channelIds]);
  const byId = new Map(there.map((row) => [row.id, row]));
  const isKept = ([body, sent]) => {
    const row = byId.get(sent.id);
    return row?.body === body && row.seq === sent.seq && row.channel_id === sent.channelId;
  };
  const lost = [...acked].filter((entry) => !isKept(entry)).length;
  const doubled = there.length - new Set(there.map((row) => row.body)).size;
  const holes = channelIds.reduce((sum, id) => {
    const seqs = there.filter((row) => row.channel_id === id).map((row) => row.seq);
    return sum + Math.max(0, ...seqs) - seqs.length;
  }, 0);
  return { lost, doubled, holes };
}

export const messageLossFigures = (acked, { lost, doubled }) => [
  benchmarkFigure('acked', acked, {
    better: 'higher',
    how: 'messages with an answer; repeated until they had one',
  }),
  benchmarkFigure('lost', lost, {
    target: 0,
    how: 'acknowledged, but not in the table with that id and number',
  }),
  benchmarkFigure('doubled', doubled, {
    target: 0,
    how: 'texts, each of which was sent as one message, with two rows',
  }),
];
