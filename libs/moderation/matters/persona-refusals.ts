import { Conflict } from '#kernel/errors.js';
import type { Matter } from './matter.entity.js';

/**
 * In a matter about a persona what an account holds, or had to bear before, would narrow down who wears it: every such
 * refusal is the same there.
 */
export async function veiled<T>(
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
