import type { Viewer } from '../viewer.js';

/**
 * One of something for each viewer, made when it is first asked for. It hangs on the viewer and goes with it: what a WeakMap
 * holds outlives its request until all memory is looked through. A copy of a viewer is another one, and begins without.
 */
export class PerViewer<T extends object> {
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
