import { Injectable } from '@nestjs/common';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Application } from './application.entity.js';
import { type ApplicationState, applicationStateOf } from './application-state.js';
import { loadValidReviewsByApplication, REVIEW_VALIDITY_PERIOD } from '../reviews/valid-reviews.js';

export interface ApplicationStatus {
  readonly state: ApplicationState;
  /** Number of reviews that count. */
  readonly reviewsWritten: number;
}

/** Computes the states of applications. */
@Injectable()
export class ApplicationStatusService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async of(application: Permitted<Application>): Promise<ApplicationStatus> {
    return (await this.ofMany([application])).get(application.id)!;
  }

  async ofMany(
    applications: readonly Permitted<Application>[],
  ): Promise<Map<string, ApplicationStatus>> {
    const ids = applications.map(({ id }) => id);
    const counting = await loadValidReviewsByApplication(
      this.db,
      ids,
      this.clock.in(-REVIEW_VALIDITY_PERIOD),
    );
    const noted = await this.noted(ids);
    return new Map(
      applications.map(({ id, stage, round }) => {
        const reviews = counting.get(id) ?? [];
        const state = applicationStateOf({ stage, round, reviews, hasNotes: noted.has(id) });
        return [id, { state, reviewsWritten: reviews.length }];
      }),
    );
  }

  private async noted(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(
      `select distinct a.id from application a
       join application_note n on n.application_id = a.id and n.round = a.round where a.id = any($1)`,
      [ids],
    );
    return new Set(rows.map((row) => row.id));
  }
}
