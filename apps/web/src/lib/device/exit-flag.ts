let isLeaving = false;

/**
 * Whether the person is leaving this page by quick exit, lock or sign-out. During that time no code may redirect the
 * page or store data.
 */
export const isExiting = (): boolean => isLeaving;

export function markExiting(): void {
  isLeaving = true;
}
