import { Socket } from 'node:net';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { type FreshDatabase, freshDatabase } from '../../support/app/database.js';
import { isAnswerDue, isOutsideTransaction, poolOf, socketOf } from '#database/pg-client.patch.js';
import { retryReadsWhenLost } from '#database/read-retry.patch.js';

let database: FreshDatabase;
beforeAll(async () => void (database = await freshDatabase()));
afterAll(() => database.drop());

test('the internals of pg expose the socket, a pending answer and an open transaction', async () => {
  const client = new Client(database.url);
  await client.connect();
  try {
    expect(socketOf(client)).toBeInstanceOf(Socket);
    expect(socketOf(client).bytesRead).toBeGreaterThan(0);
    expect([isAnswerDue(client), isOutsideTransaction(client)]).toEqual([false, true]);
    const answer = client.query('begin');
    expect(isAnswerDue(client)).toBe(true);
    await answer;
    expect([isAnswerDue(client), isOutsideTransaction(client)]).toEqual([false, false]);
  } finally {
    await client.end();
  }
});

test('TypeORM exposes its pool and lets the application wrap query runners', async () => {
  const source = new DataSource({ type: 'postgres', url: database.url });
  await source.initialize();
  try {
    retryReadsWhenLost(source);
    expect((await poolOf(source).query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    expect(await source.query('select 2 as two')).toEqual([{ two: 2 }]);
  } finally {
    await source.destroy();
  }
});
