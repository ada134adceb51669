import { importModuleInTab } from '../../../test/import-module-in-tab';
import type { SendOutcome, QueuedMessage, OutboxContent } from './outbox';
import type { QueuedFile } from './queued-files';

const {
  discardQueuedMessage,
  enqueueMessage,
  isInOutbox,
  storeUploadProgress,
  retryOutbox,
  retryOutboxRefusedFor,
  setOutboxSender,
} = await importModuleInTab(() => import('./outbox'));

const REFUSED: SendOutcome = { refused: { code: 'INVALID', fields: {} } };
const message = (body: string, channelId = 'c1'): OutboxContent => ({ channelId, body });
const edit = (body: string, messageId = 'm1'): OutboxContent => ({ ...message(body), messageId });
const reaction = (emoji: string, isOn: boolean): OutboxContent => ({
  ...edit(''),
  reaction: { emoji, isOn },
});
const file = (id: string, url?: string): QueuedFile => ({
  ...{ id, kind: 'document', name: 'a.pdf', type: 'application/pdf', bytes: 1 },
  url,
});

const settle = () => new Promise<void>((done) => setImmediate(done));

let open: Map<string, (outcome: SendOutcome) => void>;
let started: QueuedMessage[];
let stop: () => void;

/** Starts each item and leaves its request open until the test answers it by its body. */
function startSending(): void {
  stop = setOutboxSender((queued) => {
    started.push(queued);
    return new Promise((done) => open.set(queued.body, done));
  });
}
async function answer(body: string, outcome: SendOutcome): Promise<void> {
  open.get(body)!(outcome);
  await settle();
}

beforeEach(() => {
  [open, started] = [new Map(), []];
  startSending();
});
afterEach(async () => {
  await settle();
  for (let round = 0; round < 20 && open.size > 0; round += 1) {
    const all = [...open.values()];
    open.clear();
    for (const done of all) done('sent');
    await settle();
  }
  stop();
});

const bodies = () => started.map(({ body }) => body);

describe('outbox', () => {
  it('sends the messages of a channel in order and channels independently', async () => {
    for (const one of [message('1'), message('2'), message('other', 'c2')])
      await enqueueMessage(one);
    await settle();
    expect(bodies()).toEqual(['1', 'other']);
    await answer('1', 'sent');
    expect(bodies()).toEqual(['1', 'other', '2']);
  });

  it('sends an edit while a message of the same channel is still being sent', async () => {
    await enqueueMessage(message('new'));
    await enqueueMessage(edit('edited'));
    await settle();
    expect(bodies()).toEqual(['new', 'edited']);
  });

  it('replaces a waiting edit by a later edit of the same message', async () => {
    stop();
    for (const one of [edit('first'), edit('other', 'm2'), edit('second')])
      await enqueueMessage(one);
    startSending();
    await settle();
    await answer('other', 'sent');
    await answer('second', 'sent');
    expect(bodies()).toEqual(['other', 'second']);
  });

  it('sends the latest edit after the one in flight, and drops the edits between them', async () => {
    await enqueueMessage(edit('first'));
    await settle();
    await enqueueMessage(edit('second'));
    await enqueueMessage(edit('third'));
    expect(isInOutbox(started[0]!)).toBe(true);
    await answer('first', 'sent');
    await answer('third', 'sent');
    expect(bodies()).toEqual(['first', 'third']);
  });

  it('replaces a rejected edit by a later edit of the same message', async () => {
    await enqueueMessage(edit('first'));
    await settle();
    await answer('first', REFUSED);
    await enqueueMessage(edit('second'));
    retryOutbox();
    await settle();
    expect(bodies()).toEqual(['first', 'second']);
  });

  it('sends a message that waited for a consent after it, and no message that was refused otherwise', async () => {
    const reason = 'agreements.consentFirst';
    for (const one of [message('early'), message('bad', 'c2')]) await enqueueMessage(one);
    await settle();
    await answer('early', { refused: { code: 'FORBIDDEN', reason, fields: {} } });
    await answer('bad', REFUSED);
    expect(started.every(isInOutbox)).toBe(true);
    retryOutboxRefusedFor(reason);
    await settle();
    expect(bodies()).toEqual(['early', 'bad', 'early']);
    retryOutbox();
    await settle();
  });

  it('replaces a waiting reaction only by a later one with the same emoji', async () => {
    stop();
    const later = [reaction('👍', true), reaction('🌱', true), reaction('👍', false), edit('text')];
    for (const one of later) await enqueueMessage(one);
    startSending();
    for (let round = 0; round < 3; round += 1) {
      await settle();
      await answer(started.at(-1)!.body, 'sent');
    }
    expect(started.map(({ body, reaction }) => reaction ?? body)).toEqual([
      { emoji: '🌱', isOn: true },
      { emoji: '👍', isOn: false },
      'text',
    ]);
  });

  it('keeps a new message when another of the same text is added', async () => {
    await enqueueMessage(message('again'));
    await enqueueMessage(message('again'));
    await settle();
    await answer('again', 'sent');
    expect(bodies()).toEqual(['again', 'again']);
  });
});

describe('discarding a message', () => {
  it('discarding a message removes it from the outbox and deletes its uploads on the server', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
    await enqueueMessage({ ...message('files'), files: [file('f1'), file('f2')] });
    await settle();
    const queued = started[0]!;
    await storeUploadProgress(queued, [file('f1', 'https://example.org/uploads/u1'), file('f2')]);
    expect(isInOutbox(queued)).toBe(true);
    await discardQueuedMessage(queued);
    expect(isInOutbox(queued)).toBe(false);
    expect(fetched.mock.calls).toEqual([['/uploads/u1', { method: 'DELETE', headers: {} }]]);
  });
});
