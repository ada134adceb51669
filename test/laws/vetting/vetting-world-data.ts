import type { TestApp } from '../../support/app/app.js';

/** The people of a world: they perform the acts, or the acts are about them. */
export interface VettingPeople {
  readonly app: TestApp;
  /** Account ids, in the order of the people's numbers. */
  readonly people: readonly string[];
  readonly applicant: string;
  readonly applicationId: string;
  /** Hashes of all application states so far, the current one last. */
  readonly hashes: readonly string[];
}
