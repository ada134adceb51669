import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { pageNewestFirst } from '#access/page-newest-first.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Invalid, TooMany } from '#kernel/errors.js';
import type { Page } from '#kernel/pagination.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Application } from '../applications/application.entity.js';
import { ApplicationContentService } from '../applications/application-content.service.js';
import { VouchGiven, VouchWithdrawn } from '../vetting.events.js';
import { parseVouchCode } from './vouch-code.js';
import { Vouch } from './vouch.entity.js';
import { sortAttestationsByWeight, sortVouchesByWeight } from './vouch-weight.js';
import type { VouchInput, WithdrawVouchInput } from './vouches.inputs.js';

const MOST_IN_30_DAYS = 5;
const MOST_IN_ALL = 20;

/** Gives and withdraws vouches by the applicant's code. Response, list and quota never reveal whether a code exists. */
@Injectable()
export class VouchesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly record: ApplicationContentService,
    private readonly ties: ConflictsOfInterestService,
  ) {}

  /**
   * Vouches for the applicant with this code. A second vouch of the same member for the same applicant does not count.
   */
  give(viewer: Viewer, input: VouchInput): Promise<Vouch> {
    this.access.allow(viewer, 'give', 'Vouch');
    const code = parseVouchCode(input.code);
    if (!code) throw new Invalid('input', { code: 'malformed' });
    return this.db.write(async () => {
      // Lock the account first, so that concurrent requests cannot exceed the quota.
      await this.db.query('select 1 from account where id = $1 for no key update', [
        viewer.accountId,
      ]);
      await this.assertQuota(viewer);
      const applicationId = await this.applicationOf(viewer, code);
      const { relation, statement, attestations } = input;
      const vouches = this.db.repo(Vouch);
      const vouch = await vouches.save(
        vouches.create({
          voucherId: viewer.accountId,
          applicationId,
          relation,
          statement,
          attestations: sortAttestationsByWeight(attestations),
          createdAt: this.clock.now(),
        }),
      );
      await this.events.record(VouchGiven, { vouchId: vouch.id });
      // Names the voucher only, also for a code of nobody: notices must not tell whether the code exists.
      await this.ties.report([viewer.accountId]);
      return vouch;
    });
  }

  /**
   * Withdraws the viewer's vouch with a reason. Reviewers of an undecided application must then confirm their reviews
   * again. If the applicant is already a member, an event handler starts a reopening. The same statements run whether
   * or not the vouch matched an applicant.
   */
  withdraw(viewer: Viewer, { id, reason, words }: WithdrawVouchInput): Promise<Vouch> {
    return this.db.write(async () => {
      const vouch = await this.access.load(Vouch, id, viewer, 'withdraw');
      const withdrawnAt = this.clock.now();
      const said = { withdrawalReason: reason, withdrawalWords: words || null };
      await this.db.repo(Vouch).update(id, { withdrawnAt, ...said });
      await this.record.rehash(vouch.applicationId);
      await this.events.record(VouchWithdrawn, { vouchId: id });
      return Object.assign(vouch, { withdrawnAt });
    });
  }

  /** The viewer's own vouches, newest first. */
  listOwn(viewer: Viewer, after?: string | null): Promise<Page<Vouch>> {
    const own = { me: viewer.accountId };
    const query = this.access.list(Vouch, viewer).andWhere('it.voucher_id = :me', own);
    return pageNewestFirst(query, after);
  }

  /** The vouches of an application for its reviewers: heaviest first, withdrawn ones last. */
  async of(viewer: Viewer, { id, submittedAt }: Application): Promise<Vouch[]> {
    const vouches = await this.access
      .list(Vouch, viewer)
      .andWhere('it.application_id = :id', { id })
      .andWhere('it.created_at >= :submittedAt', { submittedAt })
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .getMany();
    const stand = vouches.filter(({ withdrawnAt }) => withdrawnAt === null);
    return [...sortVouchesByWeight(stand), ...vouches.filter((vouch) => !stand.includes(vouch))];
  }

  /** How many more vouches the viewer may give: now, and in total. */
  async quotaOf(viewer: Viewer): Promise<{ leftNow: number; leftInAll: number }> {
    const { recent, all } = await this.given(viewer);
    const leftInAll = Math.max(0, MOST_IN_ALL - all);
    return { leftInAll, leftNow: Math.min(leftInAll, Math.max(0, MOST_IN_30_DAYS - recent)) };
  }

  private async assertQuota(viewer: Viewer): Promise<void> {
    const { recent, all } = await this.given(viewer);
    if (all >= MOST_IN_ALL) throw new TooMany('vouch.tooManyInAll');
    if (recent >= MOST_IN_30_DAYS) throw new TooMany('vouch.tooManyRecent');
  }

  /** Counts the vouches that the viewer gave, withdrawn vouches included. */
  private async given(viewer: Viewer): Promise<{ recent: number; all: number }> {
    const [row] = await this.db.query<{ recent: number; all: number }>(
      `select count(*)::int as all, count(*) filter (where created_at > $2)::int as recent
       from vouch where voucher_id = $1`,
      [viewer.accountId, this.clock.in(-30 * DAY)],
    );
    return row!;
  }

  /**
   * Finds the undecided application with this code, or null. Throws if the application is the viewer's own, is assigned
   * to them, or would close a ring of vouches.
   */
  private async applicationOf(viewer: Viewer, code: string): Promise<string | null> {
    const ofCode = (action: string) =>
      this.access.list(Application, viewer, action).andWhere('it.vouch_code = :code', { code });
    const open = await ofCode('vouch').setLock('pessimistic_write').getOne();
    // Run this query for every code, so that an unknown code takes equally long.
    const found = await ofCode('findByCode').getOne();
    if (found && !open) await this.access.load(Application, found.id, viewer, 'vouch');
    const { id = null, submittedAt = null } = open ?? {};
    await this.db.query(
      `update vouch set application_id = null where application_id = $1 and voucher_id = $2 and created_at < $3`,
      [id, viewer.accountId, submittedAt],
    );
    const repeats = await this.db.query(
      'select 1 from vouch where application_id = $1 and voucher_id = $2 and withdrawn_at is null',
      [id, viewer.accountId],
    );
    return repeats.length > 0 ? null : id;
  }
}
