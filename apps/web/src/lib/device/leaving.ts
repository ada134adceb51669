let isLeaving = false;

/** Whether this page is on its way out by the person's own wish: then nothing else sends it anywhere, or keeps anything. */
export const isOnTheWayOut = (): boolean => isLeaving;

export function leave(): void {
  isLeaving = true;
}
