import { type QueuedFile, readFileBytes } from '../../../lib/device/queued-files';
import { threadFeedKey } from '../../../lib/device/thread-feeds';
import { addToDraft, deleteDraft, filesOfDraft, removeFromDraft } from './draft-files';
import { storeVoiceNote } from './prepare-file';

const file = (id: string): QueuedFile => ({
  ...{ id, kind: 'document', name: `${id}.pdf`, type: 'application/pdf', bytes: 1 },
});
const idsOf = async (feed: string) => (await filesOfDraft(feed)).map(({ id }) => id);

describe('files of a draft', () => {
  it('a new draft has no files', async () => {
    expect(await filesOfDraft('empty')).toEqual([]);
  });

  it('the files of a draft stay in the order in which they were added', async () => {
    for (const id of ['a', 'b', 'c']) await addToDraft('order', file(id));
    expect(await idsOf('order')).toEqual(['a', 'b', 'c']);
  });

  it('each feed stores its own files', async () => {
    await addToDraft('channel', file('a'));
    await addToDraft('channel topic', file('b'));
    expect([await idsOf('channel'), await idsOf('channel topic')]).toEqual([['a'], ['b']]);
  });

  it('removing a file from a draft keeps the other files', async () => {
    for (const id of ['a', 'b', 'c']) await addToDraft('removal', file(id));
    await removeFromDraft('removal', file('b'));
    expect(await idsOf('removal')).toEqual(['a', 'c']);
  });

  it('a draft includes every file when several changes happen at the same time', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => addToDraft('together', file(id))));
    expect(await idsOf('together')).toEqual(['a', 'b', 'c']);
    await Promise.all([
      removeFromDraft('together', file('a')),
      addToDraft('together', file('d')),
      removeFromDraft('together', file('c')),
    ]);
    expect(await idsOf('together')).toEqual(['b', 'd']);
  });
});

describe('files of a draft of a thread', () => {
  const record = (feed: string) => storeVoiceNote(feed, { blob: new Blob(['la voz']), seconds: 1 });
  const textOf = async ({ id }: QueuedFile) => (await readFileBytes(id))?.text();

  it('the files of a draft stay in the memory of the page, unlike those of other channels', async () => {
    // This environment has no storage, which a voice note of another channel needs.
    expect(await record('c1')).toBe('full');
    const voice = await record(threadFeedKey('c1'));
    expect(voice).toMatchObject({ threadId: 'c1', kind: 'voice' });
    expect(await textOf(voice as QueuedFile)).toBe('la voz');
  });

  it('the files of a draft are deleted when the person can no longer read the thread', async () => {
    const feed = threadFeedKey('c2');
    const voice = (await record(feed)) as QueuedFile;
    await addToDraft(feed, voice);
    expect(await idsOf(feed)).toEqual([voice.id]);
    await deleteDraft(feed);
    expect([await idsOf(feed), await textOf(voice)]).toEqual([[], undefined]);
  });
});
