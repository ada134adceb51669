import { PerViewerCache } from './per-viewer-cache.js';
import { Viewer } from '../viewer.js';

const made = new PerViewerCache<object>();
const make = () => ({});

test('PerViewerCache creates one value per viewer and a new one for a copied viewer', () => {
  const viewer = Viewer.nobody();
  const one = made.of(viewer, make);
  expect(made.of(viewer, make)).toBe(one);
  expect(new PerViewerCache<object>().of(viewer, make)).not.toBe(one);
  expect(made.of({ ...viewer }, make)).not.toBe(one);
  expect(made.of(Object.create(viewer) as Viewer, make)).not.toBe(one);
  expect(viewer).toEqual(Viewer.nobody());
});
