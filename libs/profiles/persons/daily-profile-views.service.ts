import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY, SECOND } from '#kernel/clock.js';
import { TooMany } from '#kernel/errors.js';
import { Sealer } from '#kernel/sealed-box.js';
import { Viewer } from '#policy/viewer.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';

/** Maximum number of different people that one account may see per day, as cards and as full profiles. */
export const MAX_PROFILE_VIEWS_PER_DAY = { card: 600, profile: 60 } as const;

type Kind = keyof typeof MAX_PROFILE_VIEWS_PER_DAY;
type Opener = Pick<Viewer, 'accountId'>;

/**
 * Adds new entries in the given order, up to the daily limit. Returns no row if the table already contained all
 * entries.
 */
const ADD = `insert into view_of_day as v (day, viewer, kind, seen) values ($1, $2, $3, $4)
  on conflict (day, viewer, kind) do update set seen = v.seen || array(
    select u.one from unnest(excluded.seen) with ordinality u(one, place) where u.one <> all(v.seen)
    order by u.place limit greatest(0, $5 - cardinality(v.seen)))
  where not v.seen @> excluded.seen
  returning seen, coalesce(cardinality(old.seen), 0) as before`;
/**
 * Also records the opening of a decoy. The statement is the same for every profile, so that timing does not reveal a
 * decoy.
 */
const OPEN = `with added as (${ADD}),
  met as (insert into decoy_opening (account_id, profile_id, day) select $6::uuid, d.profile_id, $1 from decoy d, added
    where d.profile_id = $7 and added.seen @> $4 on conflict do nothing)
  select seen, before from added`;
const SEEN = 'select seen from view_of_day where day = $1 and viewer = $2 and kind = $3';

/**
 * Counts the people that an account saw today, to stop copying of the directory. Viewer and profiles are stored as
 * HMACs (RFC 2104) under a key derived from the seal key and the day, and deleted after the day, so the table does not
 * show who looked at whom.
 */
@Injectable()
export class DailyProfileViewsService {
  private readonly key: Buffer;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    seal: Sealer,
    classes: DataClassesService,
  ) {
    this.key = seal.keyFor('profiles.view');
    classes.define({
      name: 'viewOfDay',
      owner: DataOwner.person,
      purpose: DataPurpose.collecting,
      lasts: DAY,
      destroy: (before) => this.destroy(before),
    });
  }

  /** Counts the cards of one page and returns the ids that the viewer may still see today. */
  async see(viewer: Viewer, profileIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (profileIds.length === 0) return new Set();
    const seen = await this.add('card', viewer, profileIds, ADD);
    const { markOf } = this.today(viewer);
    return new Set(profileIds.filter((id) => !seen || seen.has(markOf(id))));
  }

  /**
   * Loads a profile with `find` and counts it. At the daily limit, throws TooMany before calling `find`, so that
   * hidden, missing and visible profiles get the same answer. A profile that the viewer already opened today does not
   * count again.
   */
  async open<T>(viewer: Viewer, profileId: string, find: () => Promise<T>): Promise<T> {
    const { day, markOf } = this.today(viewer);
    const seen = new Set(await this.openedOn(day, viewer));
    if (seen.has(markOf(profileId))) return find();
    if (seen.size >= MAX_PROFILE_VIEWS_PER_DAY.profile) throw this.enough();
    const found = await find();
    const { accountId } = viewer;
    const after = await this.add('profile', viewer, [profileId], OPEN, [accountId, profileId]);
    if (after && !after.has(markOf(profileId))) throw this.enough();
    return found;
  }

  /** The hashes of the profiles that the account opened on that day, until they are deleted. */
  async openedOn(day: string, { accountId }: Opener): Promise<number[]> {
    const { key } = this.of(day, accountId);
    const values = [day, key, 'profile'];
    const [row] = await this.db.named<{ seen: number[] }>('views-of-day', SEEN, values);
    return row?.seen ?? [];
  }

  /** The hashes of everything seen today; undefined if nothing was new. */
  private async add(
    kind: Kind,
    viewer: Viewer,
    ids: readonly string[],
    statement: string,
    more: readonly string[] = [],
  ): Promise<ReadonlySet<number> | undefined> {
    const { day, key, markOf } = this.today(viewer);
    const values = [day, key, kind, ids.map(markOf), MAX_PROFILE_VIEWS_PER_DAY[kind], ...more];
    const [row] = await this.db.preparedWrite<{ seen: number[]; before: number }>(
      statement,
      values,
    );
    if (!row) return undefined;
    if (
      row.before < MAX_PROFILE_VIEWS_PER_DAY[kind] &&
      row.seen.length >= MAX_PROFILE_VIEWS_PER_DAY[kind]
    ) {
      await this.tell(viewer);
    }
    return new Set(row.seen);
  }

  /**
   * Records in the audit log that the account reached the limit, because it may be collecting data. Auditors and the
   * account itself can read the entry.
   */
  private async tell({ accountId }: Viewer): Promise<void> {
    await this.db.write(() =>
      this.audit.record(Viewer.system('as many people as a day has were seen'), {
        action: 'reachMeasure',
        subjectType: 'Account',
        subjectId: accountId,
        aboutId: accountId,
      }),
    );
  }

  private today({ accountId }: Viewer) {
    return this.of(utcDayOf(this.clock.now()), accountId);
  }

  private of(day: string, accountId: string) {
    const hash = (...parts: string[]) =>
      createHmac('sha256', this.key)
        .update([day, accountId, ...parts].join(' '))
        .digest();
    const markOf = (id: string) => hash(id.toLowerCase()).readInt32BE();
    return { day, key: hash(), markOf };
  }

  private enough(): TooMany {
    const now = this.clock.now().getTime();
    return new TooMany('person.enoughToday', Math.ceil((DAY - (now % DAY)) / SECOND));
  }

  private async destroy(before: Date): Promise<number> {
    const gone = await this.db.query('delete from view_of_day where day <= $1 returning 1', [
      utcDayOf(before),
    ]);
    return gone.length;
  }
}

/** The UTC day, identical for all accounts and nodes. */
export const utcDayOf = (at: Date): string => at.toISOString().slice(0, 10);
