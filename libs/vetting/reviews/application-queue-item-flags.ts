import { Injectable } from '@nestjs/common';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import type { Application } from '../applications/application.entity.js';
import { REVIEW_VALIDITY_PERIOD } from './valid-reviews.js';
import { ApplicationNotesService } from './application-notes.service.js';
import { RepeatApplicantsService } from '../applications/repeat-applicants.service.js';
import { ApplicationStatusService } from '../applications/application-status.service.js';
import type { ApplicationQueueItem } from '../applications/application-file.view.js';

type FromRows =
  'claimEndsAt' | 'otherReaders' | 'isReviewedByMe' | 'mustConfirm' | 'isAnswered' | 'id';
export type ApplicationQueueItemData = Omit<
  ApplicationQueueItem,
  'name' | 'stage' | 'waitsSince' | 'isAppeal'
>;

const MARKS = `
  select a.id,
    (select ends_at from claim c where c.application_id = a.id and c.account_id = $2) as "claimEndsAt",
    (select count(*)::int from claim c where c.application_id = a.id and c.account_id <> $2) as "otherReaders",
    exists (select 1 from review r where r.application_id = a.id and r.round = a.round and r.reviewer_id = $2
      and r.answers_hash = a.answers_hash and r.confirmed_at > $3) as "isReviewedByMe",
    exists (select 1 from review r where r.application_id = a.id and r.round = a.round and r.reviewer_id = $2
      and (r.answers_hash <> a.answers_hash or r.confirmed_at <= $3)) as "mustConfirm",
    a.stage <> 'asked' and exists (select 1 from application_question q
      where q.application_id = a.id and q.answered_at is not null) as "isAnswered"
  from application a where a.id = any($1)`;

/** Computes the flags and counts of queue entries. */
@Injectable()
export class ApplicationQueueItemFlags {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly states: ApplicationStatusService,
    private readonly notes: ApplicationNotesService,
    private readonly seenBefore: RepeatApplicantsService,
  ) {}

  async of(
    viewer: Viewer,
    applications: readonly Permitted<Application>[],
  ): Promise<Map<string, ApplicationQueueItemData>> {
    const ids = applications.map(({ id }) => id);
    const since = this.clock.in(-REVIEW_VALIDITY_PERIOD);
    const rows = await this.db.query<Pick<ApplicationQueueItemData, FromRows>>(MARKS, [
      ids,
      viewer.accountId,
      since,
    ]);
    const stands = await this.states.ofMany(applications);
    const notes = await this.notes.counts(viewer, ids);
    const seen = await this.seenBefore.among(applications);
    return new Map(
      rows.map((row) => {
        const more = { notes: notes.get(row.id) ?? 0, wasSeenBefore: seen.has(row.id) };
        return [row.id, { ...row, ...stands.get(row.id)!, ...more }];
      }),
    );
  }
}
