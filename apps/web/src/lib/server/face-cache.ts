interface Row {
  readonly id: string;
}

/** Loads rows by id; undefined if the server could not be reached. */
export type LoadByIds<T> = (ids: readonly string[]) => Promise<readonly T[] | undefined>;
export type FaceCache<T extends Row> = ReturnType<typeof createFaceCache<T>>;

/** Requests within this time are sent as one batch. */
const GATHER_MS = 20;
/** Maximum number of ids that the server accepts per request. */
const BATCH = 100;

/** Cache of rows by id. A row is requested when a component first renders it; `refreshFaces` requests it again. */
export function createFaceCache<T extends Row>() {
  const rows = new Map<string, T>();
  const requestedAt = new Map<string, number>();
  /** Number of mounted components per id. */
  const drawn = new Map<string, number>();
  const waiting = new Set<string>();
  const listeners = new Set<() => void>();

  const ask = async (ids: readonly string[], load: LoadByIds<T>) => {
    const sentAt = ids.map((id) => requestedAt.get(id));
    const found = await load(ids);
    ids.forEach((id, n) => {
      // A later request for the same id has the newer response.
      if (requestedAt.get(id) !== sentAt[n]) return;
      // An id without a response is requested when it is next rendered or refreshed.
      if (!found) return requestedAt.delete(id);
      const row = found.find((one) => one.id === id);
      return row ? rows.set(id, row) : rows.delete(id);
    });
    listeners.forEach((listener) => listener());
  };
  const request = (id: string, load: LoadByIds<T>) => {
    requestedAt.set(id, performance.now());
    waiting.add(id);
    if (waiting.size > 1) return;
    setTimeout(() => {
      const ids = [...waiting];
      waiting.clear();
      while (ids.length > 0) void ask(ids.splice(0, BATCH), load);
    }, GATHER_MS);
  };
  /** Keeps an id current until the returned function is called. */
  const draw = (id: string, load: LoadByIds<T>) => {
    const count = (by: number) => drawn.set(id, (drawn.get(id) ?? 0) + by);
    count(1);
    if (id !== '' && !requestedAt.has(id)) request(id, load);
    return () => void count(-1);
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { rows, requestedAt, drawn, request, draw, subscribe };
}
