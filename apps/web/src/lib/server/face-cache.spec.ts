import { createFaceCache } from './face-cache';
import { refreshFaces } from './refresh-faces';

interface Face {
  id: string;
  picture: string;
}

const AGE = 1_000;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A cache over a server with these faces. Each request stays open until `answers` is called. */
function cacheOver(faces: Record<string, string>) {
  const requests: string[][] = [];
  const held: (() => void)[] = [];
  const state = { isHeld: false, isReached: true };
  const load = async (ids: readonly string[]): Promise<Face[] | undefined> => {
    requests.push([...ids]);
    if (!state.isReached) return undefined;
    const found = ids.filter((id) => id in faces).map((id) => ({ id, picture: faces[id]! }));
    if (state.isHeld) await new Promise<void>((done) => held.push(done));
    return found;
  };
  const cache = createFaceCache<Face>();
  const pictureOf = (id: string) => cache.rows.get(id)?.picture;
  const pass = (ms = 100) => jest.advanceTimersByTimeAsync(ms);
  return { ...{ cache, faces, held, load, pass, pictureOf, requests, state } };
}

it('the face cache requests faces rendered at the same time in batches of up to 100, each face once', async () => {
  const { cache, load, pass, requests } = cacheOver({});
  for (let n = 0; n < 130; n++) cache.draw(String(n), load);
  cache.draw('0', load);
  cache.draw('', load);
  await pass();
  expect(requests.map((ids) => ids.length)).toEqual([100, 30]);
  cache.draw('5', load);
  await pass();
  expect(requests).toHaveLength(2);
});

it('a refresh reloads rendered faces, including missing ones, and drops the others', async () => {
  const { cache, faces, load, pass, pictureOf, requests } = cacheOver({ ana: 'old', ben: 'old' });
  cache.draw('ana', load);
  cache.draw('eve', load);
  const leave = cache.draw('ben', load);
  await pass();
  expect(['ana', 'ben', 'eve'].map(pictureOf)).toEqual(['old', 'old', undefined]);
  leave();
  Object.assign(faces, { ana: 'new', eve: 'new' });
  refreshFaces(cache, load);
  expect(['ana', 'ben'].map(pictureOf)).toEqual(['old', undefined]);
  await pass();
  expect(requests.at(-1)).toEqual(['ana', 'eve']);
  expect(['ana', 'eve'].map(pictureOf)).toEqual(['new', 'new']);
  delete faces['ana'];
  refreshFaces(cache, load);
  await pass();
  expect(pictureOf('ana')).toBeUndefined();
});

it('a refresh with a minimum age reloads only the faces that were requested at least that long ago', async () => {
  const { cache, load, pass, requests } = cacheOver({ ana: 'a', ben: 'b' });
  cache.draw('ana', load);
  await pass(AGE);
  cache.draw('ben', load);
  await pass();
  refreshFaces(cache, load, AGE);
  await pass();
  expect(requests).toEqual([['ana'], ['ben'], ['ana']]);
});

it('the face cache keeps the response to the later of two requests for one face', async () => {
  const { cache, faces, held, load, pass, pictureOf, state } = cacheOver({ ana: 'old' });
  state.isHeld = true;
  cache.draw('ana', load);
  await pass();
  state.isHeld = false;
  faces['ana'] = 'new';
  refreshFaces(cache, load);
  await pass();
  expect(pictureOf('ana')).toBe('new');
  held[0]!();
  await pass();
  expect(pictureOf('ana')).toBe('new');
});

it('the next refresh requests a face again when no response arrived', async () => {
  const { cache, load, pass, pictureOf, state } = cacheOver({ ana: 'a' });
  state.isReached = false;
  cache.draw('ana', load);
  await pass();
  state.isReached = true;
  refreshFaces(cache, load, AGE);
  await pass();
  expect(pictureOf('ana')).toBe('a');
});
