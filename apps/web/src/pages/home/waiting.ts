import type { ComponentType } from 'react';

/**
 * What may wait for a person, in this order. Each part asks for its own data, draws cards or rows,
 * and draws nothing when nothing waits.
 */
export const WAITING: readonly ComponentType[] = [];
