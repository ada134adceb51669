interface Placed {
  readonly authorId: string | null;
  readonly createdAt: string;
}

const SHORTLY = 5 * 60_000;

/** Of the same person as the one above, shortly after it, on the same day. */
export function isNext(before: Placed | undefined, message: Placed): boolean {
  if (!before || before.authorId === null || before.authorId !== message.authorId) return false;
  return (
    !isNewDay(before, message) &&
    Date.parse(message.createdAt) - Date.parse(before.createdAt) < SHORTLY
  );
}

/** In the reader's zone. */
export function isNewDay(before: Placed | undefined, message: Placed): boolean {
  if (!before) return true;
  return new Date(before.createdAt).toDateString() !== new Date(message.createdAt).toDateString();
}
