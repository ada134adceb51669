import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Forbidden, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { decodeTimeCursor, type Page, effectivePageSize, toPage } from '#kernel/pagination.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { EmailHashes } from '../applications/email-hashes.js';
import { Decision } from './decision.entity.js';
import { Recommendation } from '../reviews/review.entity.js';

type New = Omit<Partial<Decision>, 'id' | 'decidedAt' | 'addressHash'> & {
  readonly accountId: string;
};

/** How long reviewers of a decided application can still read the decision. The file is closed to them. */
const READ_ON_LASTS = 30 * DAY;
const REVIEWED = `(:me = any(it.decider_ids) or exists (
  select 1 from review r where r.application_id = it.application_id and r.reviewer_id = :me))`;

/** The log of decisions, which helps reviewers to decide consistently. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly hashes: EmailHashes,
  ) {}

  async list(
    viewer: Viewer,
    first?: number | null,
    after?: string | null,
  ): Promise<Page<Decision>> {
    if (!abilityOf(viewer).mayEver('read', 'Decision')) throw new Forbidden('door.notForYou');
    const size = effectivePageSize(first);
    const query = this.access
      .list(Decision, viewer)
      .orderBy('it.decided_at', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .take(size + 1);
    if (after) {
      const [decidedAt, id] = decodeTimeCursor(after);
      query.andWhere('(it.decided_at, it.id) < (:decidedAt, :id)', { decidedAt, id });
    }
    const rows = await query.getMany();
    return toPage(rows, size, (row) => [row.decidedAt.toISOString(), row.id]);
  }

  /**
   * The last decision on an application, without its text, for a viewer who reviewed it. Throws NotFound for any other
   * viewer and after 30 days.
   */
  async readOn(viewer: Viewer, applicationId: string): Promise<Decision> {
    if (!isId(applicationId)) throw new NotFound();
    const decision = await this.access
      .list(Decision, viewer)
      .andWhere('it.application_id = :applicationId', { applicationId })
      .andWhere('it.decided_at > :since', { since: this.clock.in(-READ_ON_LASTS) })
      .andWhere(REVIEWED, { me: viewer.accountId })
      .orderBy('it.round', 'DESC')
      .getOne();
    if (!decision) throw new NotFound();
    return { ...decision, words: null };
  }

  /** The last decision on an application, or null. Checks no policy. */
  of(applicationId: string): Promise<Decision | null> {
    return this.db.repo(Decision).findOne({ where: { applicationId }, order: { round: 'DESC' } });
  }

  /** The decision that an appeal is about, or null. Checks no policy. */
  first(applicationId: string): Promise<Decision | null> {
    return this.db.repo(Decision).findOneBy({ applicationId, round: 1 });
  }

  /** Stores a decision with the vouch rule as applied. */
  async record({ accountId, ...decision }: New): Promise<Decision> {
    this.db.assertWriting();
    const isDecline = decision.outcome === Recommendation.decline;
    const hashes = isDecline ? await this.hashes.of([accountId]) : undefined;
    const addressHash = hashes?.get(accountId) ?? null;
    const decisions = this.db.repo(Decision);
    const decidedAt = this.clock.now();
    return decisions.save(decisions.create({ ...decision, accountId, addressHash, decidedAt }));
  }

  /** Detaches decisions from an application that a new one replaces. They remain with the account. */
  async leave(applicationId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Decision).update({ applicationId }, { applicationId: null });
  }
}
