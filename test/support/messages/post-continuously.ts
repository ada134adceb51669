import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

const POST = `mutation($input: PostMessageInput!) { postMessage(input: $input) { id seq } }`;
const AGAIN_MS = 25;
/** A time limit in milliseconds, longer than any request takes that gets an answer. */
const PATIENCE_MS = 15_000;

/** The server and the session to which requests are sent. */
export interface RequestTarget {
  readonly url: string;
  readonly cookie: string;
}

export interface AcknowledgedMessage {
  readonly id: string;
  readonly clientId: string;
}

export interface RunningMessageWriters {
  /** The acknowledged messages. */
  readonly acked: readonly AcknowledgedMessage[];
  /** Number of responses per code: OK, an error code, or NO_ANSWER. */
  readonly codes: ReadonlyMap<string, number>;
  /** Stops the writers; resolves when each has received its last response. */
  stop(): Promise<void>;
}

interface Answer<T> {
  readonly code: string;
  readonly data?: T | undefined;
}

/**
 * Sends a query. Returns the code and the data of the response. The code is NO_ANSWER if the process was down or the
 * request timed out.
 */
export async function sendQuery<T>(
  { url, cookie }: RequestTarget,
  query: string,
  variables: object = {},
): Promise<Answer<T>> {
  try {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { data, errors } = (await answer.json()) as {
      data?: T;
      errors?: { extensions: { code: string } }[];
    };
    return { code: errors?.[0]?.extensions.code ?? 'OK', data };
  } catch {
    return { code: 'NO_ANSWER' };
  }
}

/** Repeats `work` until the test stops it, and counts the codes that it returns. */
export function repeatUntilStopped(work: () => Promise<string>, pauseMs: number) {
  const codes = new Map<string, number>();
  let isOver = false;
  const running = (async () => {
    while (!isOver) {
      const code = await work();
      codes.set(code, (codes.get(code) ?? 0) + 1);
      await wait(pauseMs);
    }
  })();
  const stop = () => {
    isOver = true;
    return running;
  };
  return { codes, stop };
}

/**
 * Starts writers that post one message after another. Each writer retries a message with the same client id until the
 * server acknowledges it.
 */
export function startMessageWriters(
  count: number,
  sender: RequestTarget,
  channelId: string,
  pauseMs = 0,
): RunningMessageWriters {
  const acked: AcknowledgedMessage[] = [];
  const codes = new Map<string, number>();
  let isOver = false;
  const write = async () => {
    while (!isOver) {
      const clientId = randomUUID();
      const input = { channelId, clientId, body: clientId };
      for (;;) {
        const { code, data } = await sendQuery<{ postMessage: AcknowledgedMessage }>(sender, POST, {
          input,
        });
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (code === 'OK') {
          acked.push({ id: data!.postMessage.id, clientId });
          break;
        }
        if (isOver) return;
        await wait(AGAIN_MS);
      }
      await wait(pauseMs);
    }
  };
  const writers = Array.from({ length: count }, write);
  const stop = async () => {
    isOver = true;
    await Promise.all(writers);
  };
  return { acked, codes, stop };
}

/**
 * Compares the stored messages of a channel with the acknowledged ones. Returns lost messages, the number of
 * duplicates, and all client keys.
 */
export async function checkStoredMessages(
  databaseUrl: string,
  channelId: string,
  acked: readonly AcknowledgedMessage[],
) {
  const client = new Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string; client_key: string; seq: number }>(
    'select id, client_key, seq from message where channel_id = $1 order by seq',
    [channelId],
  );
  await client.end();
  const stored = new Map(rows.map((row) => [row.client_key, row.id]));
  return {
    clientKeys: rows.map((row) => row.client_key),
    lost: acked.filter(({ id, clientId }) => stored.get(clientId) !== id),
    doubled: rows.length - stored.size + rows.length - new Set(rows.map((row) => row.seq)).size,
  };
}
