import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Forbidden, Invalid, TooMany } from '#kernel/errors.js';
import { decodeTimeCursor, type Page, pageSize, toPage } from '#kernel/page.js';
import type { Viewer } from '#policy/viewer.js';
import { Application } from './application.entity.js';
import { ApplicationRecord } from './application-record.service.js';
import { VouchGiven, VouchWithdrawn } from './vetting.events.js';
import { readVouchCode } from './vouch-code.js';
import { Vouch } from './vouch.entity.js';
import type { VouchInput } from './vouches.inputs.js';

const MOST_IN_30_DAYS = 5;
const MOST_IN_ALL = 20;

/** Vouches by the applicant's code. Whether a code names anybody shows nowhere: not in the answer, the list or the quota. */
@Injectable()
export class VouchesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly record: ApplicationRecord,
  ) {}

  /** Vouches for whoever has this code. Of two for the same applicant the second counts for nobody. */
  give(viewer: Viewer, input: VouchInput): Promise<Vouch> {
    this.access.allow(viewer, 'give', 'Vouch');
    const code = readVouchCode(input.code);
    if (!code) throw new Invalid('input', { code: 'malformed' });
    return this.db.write(async () => {
      // Locked first, so that two at once are counted one after the other.
      await this.db.query('select 1 from account where id = $1 for update', [viewer.accountId]);
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
          attestations,
          createdAt: this.clock.now(),
          withdrawnAt: null,
        }),
      );
      await this.events.record(VouchGiven, { vouchId: vouch.id });
      return vouch;
    });
  }

  /** Takes one's own vouch back: reviews of an open application must look again; a member stays a member (R10). */
  withdraw(viewer: Viewer, id: string): Promise<Vouch> {
    return this.db.write(async () => {
      const vouch = await this.access.load(Vouch, id, viewer, 'withdraw');
      vouch.withdrawnAt = this.clock.now();
      await this.db.repo(Vouch).save(vouch);
      if (vouch.applicationId) await this.record.rehash(vouch.applicationId);
      await this.events.record(VouchWithdrawn, { vouchId: id });
      return vouch;
    });
  }

  /** One's own, newest first. */
  async listOwn(viewer: Viewer, after?: string | null): Promise<Page<Vouch>> {
    const size = pageSize(null);
    const query = this.access
      .list(Vouch, viewer)
      .andWhere('it.voucher_id = :me', { me: viewer.accountId })
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .take(size + 1);
    if (after) {
      const [createdAt, id] = decodeTimeCursor(after);
      query.andWhere('(it.created_at, it.id) < (:createdAt, :id)', { createdAt, id });
    }
    const rows = await query.getMany();
    return toPage(rows, size, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /** Those that stand for an application, as whoever is assigned to it reads them. */
  of(viewer: Viewer, { id, submittedAt }: Application): Promise<Vouch[]> {
    return this.access
      .list(Vouch, viewer)
      .andWhere('it.application_id = :id and it.withdrawn_at is null', { id })
      .andWhere('it.created_at >= :submittedAt', { submittedAt })
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .getMany();
  }

  /** How many the viewer may still give, now and in all. */
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

  /** A vouch taken back was given all the same. */
  private async given(viewer: Viewer): Promise<{ recent: number; all: number }> {
    const [row] = await this.db.query<{ recent: number; all: number }>(
      `select count(*)::int as all, count(*) filter (where created_at > $2)::int as recent
       from vouch where voucher_id = $1`,
      [viewer.accountId, this.clock.in(-30 * DAY)],
    );
    return row!;
  }

  /** The application that this code opens to a vouch of the viewer, or null; openly refused is only one's own case. */
  private async applicationOf(viewer: Viewer, code: string): Promise<string | null> {
    const byCode = { code };
    const application = await this.access
      .list(Application, viewer, 'vouch')
      .andWhere('it.vouch_code = :code', byCode)
      .setLock('pessimistic_write')
      .getOne();
    const isOwnCase = await this.access
      .list(Application, viewer, 'review')
      .andWhere('it.vouch_code = :code', byCode)
      .getExists();
    if (isOwnCase) throw new Forbidden('vouch.ownCase');
    const { id = null, submittedAt = null } = application ?? {};
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
