import type { QueuedFile } from '../../../lib/device/queued-files';
import { addToDraft, filesOfDraft, removeFromDraft } from './draft-files';

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
