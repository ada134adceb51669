import type { TestApp } from '../../support/app/app.js';

/** Whom the acts are done by and to. */
export interface Cast {
  readonly app: TestApp;
  /** Account ids, by number. */
  readonly people: readonly string[];
  readonly applicant: string;
  readonly applicationId: string;
  /** Every state of the application that somebody may have in mind, the present one last. */
  readonly hashes: readonly string[];
}
