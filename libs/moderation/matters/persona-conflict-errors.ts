import { Conflict } from '#kernel/errors.js';
import type { Matter } from './matter.entity.js';

/**
 * Replaces every Conflict in a matter about a persona by the same one. The specific reason (last steward, earlier
 * suspensions …) could identify the persona's owner.
 */
export async function hidePersonaConflictReason<T>(
  { personaId }: Pick<Matter, 'personaId'>,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (personaId && error instanceof Conflict) throw new Conflict('sanction.notNow');
    throw error;
  }
}
