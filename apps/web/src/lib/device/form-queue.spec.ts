import { importModuleInTab } from '../../../test/import-module-in-tab';
import type { QueuedForm } from './form-queue';

const { discardForm, formQueue, isFormStored, onFormDiscarded, queueForm, retryForms } =
  await importModuleInTab(() => import('./form-queue'));

const form = (about: string, fields: Partial<QueuedForm> = {}) => ({
  ...{ kind: 'report' as const, subjectId: 'm1', input: { text: about } },
  about,
  ...fields,
});
const settle = () => new Promise<void>((done) => setImmediate(done));
const waiting = () => formQueue.all().map(({ about }) => about);

afterEach(async () => {
  for (const one of formQueue.all()) await formQueue.remove(one);
});

describe('form queue', () => {
  it('reports a failure when the device cannot store a form', async () => {
    expect(await queueForm(form('report'))).toBe(false);
    expect(waiting()).toEqual([]);
  });

  it('isFormStored returns false for a form that the device could not store', async () => {
    expect(await isFormStored(await formQueue.add(form('report')))).toBe(false);
  });

  it('replaces an older form of the same kind about the same subject', async () => {
    await formQueue.add(form('the same'));
    await formQueue.add(form('another subject', { subjectId: 'm2' }));
    await formQueue.add(form('another kind', { kind: 'introduction' }));
    await queueForm(form('later'));
    expect(waiting()).toEqual(['another subject', 'another kind']);
  });

  it('does not send a refused form again until its author retries, which confirms it', async () => {
    await formQueue.add(form('support request', { kind: 'support' }));
    const started: (string | undefined)[] = [];
    const problem = { code: 'CONFLICT' as const, reason: 'form.stale', fields: {} };
    const stop = formQueue.sendWith(async ({ confirmedAt }) => {
      started.push(confirmedAt);
      return confirmedAt ? 'sent' : { refused: problem };
    });
    await settle();
    formQueue.wake();
    await settle();
    expect(started).toEqual([undefined]);
    await retryForms();
    await settle();
    expect(started).toEqual([undefined, expect.any(String)]);
    expect(waiting()).toEqual([]);
    stop();
  });

  it('reports a form that its author discards, and no form that leaves otherwise', async () => {
    const discarded: QueuedForm[] = [];
    const stop = onFormDiscarded((one) => void discarded.push(one));
    const details = { voices: ['a note'] };
    await formQueue.add(form('sent'));
    await formQueue.add(form('discarded', { subjectId: 'm2', details }));
    for (const one of formQueue.all())
      await (one.about === 'sent' ? formQueue.remove(one) : discardForm(one));
    expect(waiting()).toEqual([]);
    expect(discarded).toMatchObject([{ about: 'discarded', details }]);
    stop();
  });

  it('sends each form without waiting for the others', async () => {
    for (const about of ['first', 'second']) await formQueue.add(form(about));
    const started: string[] = [];
    const open: (() => void)[] = [];
    const stop = formQueue.sendWith(({ about }) => {
      started.push(about);
      return new Promise((done) => open.push(() => done('sent')));
    });
    await settle();
    expect(started).toEqual(['first', 'second']);
    for (const done of open) done();
    await settle();
    expect(waiting()).toEqual([]);
    stop();
  });
});
