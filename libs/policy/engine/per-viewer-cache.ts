import type { Viewer } from '../viewer.js';

/**
 * Caches one value per viewer object, created on first use. The value is stored on the viewer itself, because a WeakMap
 * entry outlives its request until the next full garbage collection. A copied viewer starts without the value.
 */
export class PerViewerCache<T extends object> {
  private readonly key = Symbol('perViewer');

  of(viewer: Viewer, make: () => T): T {
    if (Object.hasOwn(viewer, this.key)) {
      return (viewer as unknown as Record<symbol, T>)[this.key]!;
    }
    const value = make();
    Object.defineProperty(viewer, this.key, { value });
    return value;
  }
}
