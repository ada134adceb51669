import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY, SECOND } from '#kernel/clock.js';
import { TooMany } from '#kernel/errors.js';
import { Seal } from '#kernel/seal.js';
import { Viewer } from '#policy/viewer.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClasses } from '#retention/data-classes.service.js';

/** How many different people somebody sees on one day (R9). */
export const MOST_A_DAY = { card: 600, profile: 60 } as const;

type Kind = keyof typeof MOST_A_DAY;
type Opener = Pick<Viewer, 'accountId'>;

/** Adds what is new, in the order given and as far as the day allows; answers nothing where all of it was there. */
const ADD = `insert into view_of_day as v (day, viewer, kind, seen) values ($1, $2, $3, $4)
  on conflict (day, viewer, kind) do update set seen = v.seen || array(
    select u.one from unnest(excluded.seen) with ordinality u(one, place) where u.one <> all(v.seen)
    order by u.place limit greatest(0, $5 - cardinality(v.seen)))
  where not v.seen @> excluded.seen
  returning seen, coalesce(cardinality(old.seen), 0) as before`;
/** The same for every profile: that one is a decoy neither changes the statement nor asks for another. */
const OPEN = `with added as (${ADD}),
  met as (insert into decoy_opening (account_id, profile_id, day) select $6::uuid, d.profile_id, $1 from decoy d, added
    where d.profile_id = $7 and added.seen @> $4 on conflict do nothing)
  select seen, before from added`;
const SEEN = 'select seen from view_of_day where day = $1 and viewer = $2 and kind = $3';

/**
 * Whom somebody saw today, so that nobody walks through the whole directory. It is no list of who looked at whom: viewer
 * and seen are hashes (HMAC, RFC 2104) under a key of the seal and of the day, and the day's end destroys them.
 */
@Injectable()
export class ViewsOfDay {
  private readonly key: Buffer;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    seal: Seal,
    classes: DataClasses,
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

  /** Counts these cards, of which there is a page at most. Gives those that the viewer may still see today. */
  async see(viewer: Viewer, profileIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (profileIds.length === 0) return new Set();
    const seen = await this.add('card', viewer, profileIds, ADD);
    const { markOf } = this.today(viewer);
    return new Set(profileIds.filter((id) => !seen || seen.has(markOf(id))));
  }

  /**
   * Opens a profile by `find` and counts it. Whoever opened as many as a day has is told so before anything is looked
   * up: then a hidden one, an absent one and any other get the same answer. What was opened today opens again.
   */
  async open<T>(viewer: Viewer, profileId: string, find: () => Promise<T>): Promise<T> {
    const { day, markOf } = this.today(viewer);
    const seen = new Set(await this.openedOn(day, viewer));
    if (seen.has(markOf(profileId))) return find();
    if (seen.size >= MOST_A_DAY.profile) throw this.enough();
    const found = await find();
    const { accountId } = viewer;
    const after = await this.add('profile', viewer, [profileId], OPEN, [accountId, profileId]);
    if (after && !after.has(markOf(profileId))) throw this.enough();
    return found;
  }

  /** Marks of the profiles that an account opened on a day, for as long as they are kept. */
  async openedOn(day: string, { accountId }: Opener): Promise<number[]> {
    const { key } = this.of(day, accountId);
    const values = [day, key, 'profile'];
    const [row] = await this.db.named<{ seen: number[] }>('views-of-day', SEEN, values);
    return row?.seen ?? [];
  }

  /** Marks of everything seen today when something was added; undefined when nothing was new. */
  private async add(
    kind: Kind,
    viewer: Viewer,
    ids: readonly string[],
    statement: string,
    more: readonly string[] = [],
  ): Promise<ReadonlySet<number> | undefined> {
    const { day, key, markOf } = this.today(viewer);
    const values = [day, key, kind, ids.map(markOf), MOST_A_DAY[kind], ...more];
    const [row] = await this.db.preparedWrite<{ seen: number[]; before: number }>(
      statement,
      values,
    );
    if (!row) return undefined;
    if (row.before < MOST_A_DAY[kind] && row.seen.length >= MOST_A_DAY[kind]) {
      await this.tell(viewer);
    }
    return new Set(row.seen);
  }

  /** Who reaches the measure may be collecting people: auditors see that it happened, and so does whoever it is about. */
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
    return this.of(dayOf(this.clock.now()), accountId);
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
      dayOf(before),
    ]);
    return gone.length;
  }
}

/** Days are those of UTC, the same for everybody and at every node. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
