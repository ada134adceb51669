import type { TestApp } from '../../support/app/app.js';

/** The people of a world, by whom and on whom acts are performed. */
export interface VettingPeople {
  readonly app: TestApp;
  /** Account ids by number. */
  readonly people: readonly string[];
  readonly applicant: string;
  readonly applicationId: string;
  /** Hashes of all application states so far, the current one last. */
  readonly hashes: readonly string[];
}
