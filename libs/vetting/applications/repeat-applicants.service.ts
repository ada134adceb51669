import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EmailHashes } from './email-hashes.js';
import type { Application } from './application.entity.js';
import { EarlierRemovalsService } from './earlier-removals.service.js';
import type { ReasonClass } from '../reviews/review.entity.js';
import type { EarlierDecision } from './application-file.view.js';

type Known = Pick<Application, 'id' | 'accountId'>;

interface Row {
  readonly id: string;
  readonly reasonClass: ReasonClass | null;
  readonly month: string;
}

/** Earlier declines of the same account or the same email address, except those of the given application. */
const EARLIER = `
  select k.id, d.reason_class as "reasonClass", to_char(d.decided_at at time zone 'UTC', 'YYYY-MM') as month
  from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as k (id, account_id, address_hash)
  join decision d on d.outcome = 'decline' and d.application_id is distinct from k.id
    and (d.account_id = k.account_id or d.address_hash = k.address_hash)
  order by d.decided_at desc, d.id`;

/** Finds earlier declines of an applicant. The applicant never learns that they were recognised. */
@Injectable()
export class RepeatApplicantsService {
  constructor(
    private readonly db: Database,
    private readonly hashes: EmailHashes,
    private readonly removals: EarlierRemovalsService,
  ) {}

  /** Reason class and month of each earlier decline, newest first. */
  async of(application: Known): Promise<EarlierDecision[]> {
    const rows = await this.rows([application]);
    return rows.map(({ reasonClass, month }) => ({ reasonClass, month }));
  }

  /** The ids of the given applications with an earlier decline or removal. */
  async among(applications: readonly Known[]): Promise<Set<string>> {
    const declined = (await this.rows(applications)).map((row) => row.id);
    return new Set([...declined, ...(await this.removals.among(applications))]);
  }

  private async rows(applications: readonly Known[]): Promise<Row[]> {
    const accountIds = applications.map((application) => application.accountId);
    const hashes = await this.hashes.of(accountIds);
    const ids = applications.map((application) => application.id);
    return this.db.query<Row>(EARLIER, [
      ids,
      accountIds,
      accountIds.map((id) => hashes.get(id) ?? null),
    ]);
  }
}
