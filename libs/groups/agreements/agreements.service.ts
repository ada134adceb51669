import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { MembershipsService } from '#members/memberships.service.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { GroupLockService } from '../group-lock.service.js';
import { AgreementsConsented, AgreementsPublished, AgreementsRemoved } from '../groups.events.js';
import { MIN_VISIBLE_MEMBER_COUNT } from '../visible-member-count.js';
import {
  AgreementsVersion,
  DEFAULT_GRACE_DAYS,
  MAX_GRACE_DAYS,
  MIN_GRACE_DAYS,
} from './agreements-version.entity.js';
import type { PublishAgreementsInput } from './agreements.inputs.js';
import type { Agreements, AgreementsChange } from './agreements.view.js';

type VersionText = Pick<AgreementsVersion, 'text' | 'summary'> & { readonly graceDays: number };
/** `publishedAt` is the publication of the current version. */
type Change = Omit<AgreementsChange, 'isReadOnly'> & { readonly publishedAt: Date };

/** Memberships whose member has to consent to the current version. An empty text needs no consent. */
const UNCONSENTED = `membership m join lateral (
    select v.text, v.published_at from agreements_version v where v.group_id = m.group_id
    order by v.number desc limit 1
  ) c on c.text <> '' and m.agreements_due_at is not null and m.ended_at is null`;

const CHANGES = `
  select m.group_id as "groupId", m.agreements_due_at as "graceEndsAt", c.published_at as "publishedAt",
    coalesce((select v.text from agreements_version v
      where v.group_id = m.group_id and v.number = m.agreements_version), '') as "consentedText",
    array(select v.summary from agreements_version v
      where v.group_id = m.group_id and v.number > m.agreements_version and v.summary <> ''
      order by v.number desc) as summaries
  from ${UNCONSENTED} where m.account_id = $1 and m.group_id = any($2)`;

/**
 * Sets the deadline of every member. A later version never shortens it, and postpones it until `MAX_GRACE_DAYS` after
 * the first version that the member did not accept; but `MIN_GRACE_DAYS` remain to read the newest. A member who can
 * only read stays so. While the group had no agreements ($6), nobody was.
 */
const SET_DEADLINES = `
  update membership m set agreements_due_at = greatest($4::timestamptz, least(
    greatest(m.agreements_due_at, $5::timestamptz),
    (select min(v.published_at) from agreements_version v
      where v.group_id = m.group_id and v.number > m.agreements_version and v.text <> '')
      + interval '${MAX_GRACE_DAYS} days'))
  where m.group_id = $1 and m.account_id <> $2 and m.ended_at is null
    and ($6 or m.agreements_due_at is null or m.agreements_due_at > $3)`;

/** Every text that somebody in the group can read: the current version, and those since the earliest consent. */
const VISIBLE_TEXTS = `
  select v.text, v.summary from agreements_version v where v.group_id = $1 and v.number >= coalesce(
    (select min(m.agreements_version) from ${UNCONSENTED} where m.group_id = $1),
    (select max(l.number) from agreements_version l where l.group_id = $1))
  order by v.number desc`;

/**
 * Publishes versions of a group's agreements and records consent. Every change locks the group first, so that nobody
 * joins under a version that is being replaced.
 */
@Injectable()
export class AgreementsService {
  private readonly changes = new PerViewerCache<DataLoader<string, Change | null>>();

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly memberships: MembershipsService,
    private readonly groupLock: GroupLockService,
  ) {}

  /** The current version. The caller has checked that the viewer may read the group. */
  async current(groupId: string): Promise<Agreements> {
    return agreementsOf(await this.latest(groupId));
  }

  /** The current versions of several groups. */
  async currentIn(groupIds: readonly string[]): Promise<Map<string, Agreements>> {
    const found = await this.db
      .repo(AgreementsVersion)
      .createQueryBuilder('v')
      .distinctOn(['v.groupId'])
      .where('v.group_id = any(:groupIds)', { groupIds })
      .orderBy('v.groupId')
      .addOrderBy('v.number', 'DESC')
      .getMany();
    const byGroup = new Map(found.map((one) => [one.groupId, one]));
    return new Map(groupIds.map((id) => [id, agreementsOf(byGroup.get(id) ?? null)]));
  }

  /** The texts and summaries that members can read, for a report. */
  async visibleTexts(groupId: string): Promise<string[]> {
    const rows = await this.db.query<Pick<AgreementsVersion, 'text' | 'summary'>>(VISIBLE_TEXTS, [
      groupId,
    ]);
    return rows.flatMap(({ text, summary }) => [text, summary]);
  }

  /** Throws Conflict if another version is current. The caller holds the lock of the group. */
  async assertCurrent(groupId: string, version: number): Promise<void> {
    this.db.assertWriting();
    const { version: current } = await this.current(groupId);
    if (version !== current) throw new Conflict('agreements.changed');
  }

  /** Publishes a version. The steward who publishes it consents to it. */
  publish(viewer: Viewer, { groupId, basedOn, ...version }: PublishAgreementsInput) {
    return this.change(viewer, groupId, 'publishAgreements', async (group) => {
      await this.assertCurrent(groupId, basedOn);
      await this.add(viewer, group, version);
    });
  }

  /**
   * Publishes a text that an earlier web app sent with the group's other texts. That app shows only version 1, so a
   * text that differs from a later one is outdated rather than changed: throws Conflict.
   */
  async replace(viewer: Viewer, groupId: string, text: string): Promise<void> {
    const { text: current } = await this.current(groupId);
    if (text === current) return;
    await this.assertCurrent(groupId, 1);
    const group = await this.access.load(Group, groupId, viewer, 'publishAgreements');
    await this.add(viewer, group, { text, summary: '', graceDays: DEFAULT_GRACE_DAYS });
  }

  /** Writes version 1 of a new group, to which its founder consents. */
  async start(groupId: string, founderId: string, text: string): Promise<void> {
    this.db.assertWriting();
    const at = this.clock.now();
    if (text) await this.write({ groupId, number: 1, text, publishedAt: at, graceEndsAt: null });
    await this.memberships.consent(founderId, groupId, { version: 1, at });
  }

  /**
   * Records the consent of a new member. If another version became current since they asked to join, their grace begins
   * now.
   */
  async begin(
    { accountId, groupId }: { readonly accountId: string; readonly groupId: string },
    version: number,
    at: Date | null = this.clock.now(),
  ): Promise<void> {
    this.db.assertWriting();
    const latest = await this.latest(groupId);
    const isBehind = latest && latest.number > version && latest.text !== '';
    const atLeast = daysAfter(this.clock.now(), MIN_GRACE_DAYS);
    const ends = latest?.graceEndsAt ?? atLeast;
    const dueAt = isBehind ? (ends > atLeast ? ends : atLeast) : null;
    await this.memberships.consent(accountId, groupId, { version, at, dueAt });
  }

  consent(viewer: Viewer, groupId: string, version: number): Promise<Group> {
    return this.change(viewer, groupId, 'consent', async () => {
      await this.assertCurrent(groupId, version);
      await this.memberships.consent(viewer.accountId, groupId, { version, at: this.clock.now() });
      await this.events.record(AgreementsConsented, { groupId, accountId: viewer.accountId });
    });
  }

  /**
   * Empties every version for moderation. An empty version becomes current, so that no form that still holds a removed
   * text can publish it again.
   */
  async removeTexts(groupId: string): Promise<void> {
    await this.groupLock.acquire(groupId);
    const { version, text } = await this.current(groupId);
    const nothing = { text: '', summary: '', graceEndsAt: null };
    await this.db.repo(AgreementsVersion).update({ groupId }, nothing);
    if (text === '') return;
    const publishedAt = this.clock.now();
    await this.write({ groupId, number: version + 1, publishedAt, ...nothing });
    await this.events.record(AgreementsRemoved, { groupId });
  }

  /** The changes since the viewer consented; null if they are no member or have nothing to consent to. */
  async changeFor(viewer: Viewer, groupId: string): Promise<AgreementsChange | null> {
    if (!viewer.groups.member.includes(groupId)) return null;
    const make = () =>
      new DataLoader((ids: readonly string[]) => this.changesIn(viewer, ids), { cache: false });
    const change = await this.changes.of(viewer, make).load(groupId);
    return change && { ...change, isReadOnly: change.graceEndsAt <= viewer.at };
  }

  /**
   * The summary of the current version. Null without a summary, and for whoever was no member when it was published,
   * because it tells of the version before. A coalition steward who does not take part publishes versions, too.
   */
  async summaryFor(viewer: Viewer, groupId: string): Promise<string | null> {
    const { groups, coalitions, accountId } = viewer;
    if (![...groups.member, ...coalitions.steward].includes(groupId)) return null;
    const latest = await this.latest(groupId);
    if (!latest?.summary || coalitions.steward.includes(groupId)) return latest?.summary || null;
    const wasMember = await this.db.query(
      `select 1 from membership
       where group_id = $1 and account_id = $2 and ended_at is null and joined_at < $3`,
      [groupId, accountId, latest.publishedAt],
    );
    return wasMember.length > 0 ? latest.summary : null;
  }

  /** The viewer's groups whose agreements wait for their consent, by name. */
  waiting(viewer: Viewer): Promise<Group[]> {
    return this.unconsented(viewer).orderBy('it.name').addOrderBy('it.id').getMany();
  }

  /** The same groups, with the publication of their current version. */
  async news(viewer: Viewer): Promise<{ readonly group: Group; readonly publishedAt: Date }[]> {
    const groups = await this.unconsented(viewer).getMany();
    const ids = groups.map(({ id }) => id);
    const changes = await this.changesIn(viewer, ids);
    return groups.flatMap((group, at) => {
      const change = changes[at];
      return change ? [{ group, publishedAt: change.publishedAt }] : [];
    });
  }

  countWaiting(viewer: Viewer): Promise<number> {
    return this.unconsented(viewer).getCount();
  }

  /**
   * How many members have not consented to the current version. Null unless the viewer is a steward, and in small groups,
   * where the number could identify a person.
   */
  async unconsentedCount(viewer: Viewer, groupId: string): Promise<number | null> {
    if (!viewer.groups.steward.includes(groupId)) return null;
    if ((await this.memberships.countIn(groupId)) < MIN_VISIBLE_MEMBER_COUNT) return null;
    const [row] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from ${UNCONSENTED} where m.group_id = $1`,
      [groupId],
    );
    return row!.count;
  }

  private unconsented(viewer: Viewer) {
    const groups = `select m.group_id from ${UNCONSENTED} where m.account_id = :me`;
    return this.access
      .list(Group, viewer)
      .andWhere(`it.id in (${groups})`, { me: viewer.accountId });
  }

  private async changesIn(
    { accountId }: Viewer,
    groupIds: readonly string[],
  ): Promise<(Change | null)[]> {
    const rows = await this.db.query<Change & { groupId: string }>(CHANGES, [accountId, groupIds]);
    const byGroup = new Map(rows.map(({ groupId, ...change }) => [groupId, change]));
    return groupIds.map((id) => byGroup.get(id) ?? null);
  }

  private latest(groupId: string): Promise<AgreementsVersion | null> {
    return this.db
      .repo(AgreementsVersion)
      .findOne({ where: { groupId }, order: { number: 'DESC' } });
  }

  private async write(version: Partial<AgreementsVersion>): Promise<void> {
    const versions = this.db.repo(AgreementsVersion);
    await versions.save(versions.create(version));
  }

  private change(
    viewer: Viewer,
    groupId: string,
    action: 'publishAgreements' | 'consent',
    act: (group: Group) => Promise<void>,
  ): Promise<Group> {
    if (!isId(groupId)) throw new NotFound();
    return this.db.write(async () => {
      const now = await this.groupLock.acquireAs(viewer, groupId);
      const group = await this.access.load(Group, groupId, now, action);
      await act(group);
      return group;
    });
  }

  private async add(viewer: Viewer, { id: groupId }: Group, { graceDays, ...texts }: VersionText) {
    const { version, text: before } = await this.current(groupId);
    if (texts.text === before) throw new Invalid('input', { text: 'agreementsUnchanged' });
    const number = version + 1;
    const at = this.clock.now();
    const { accountId } = viewer;
    const graceEndsAt = texts.text ? daysAfter(at, graceDays) : null;
    await this.write({ groupId, number, publishedAt: at, graceEndsAt, ...texts });
    if (graceEndsAt) {
      const atLeast = daysAfter(at, MIN_GRACE_DAYS);
      const values = [groupId, accountId, at, atLeast, graceEndsAt, before === ''];
      await this.db.query(SET_DEADLINES, values);
    }
    await this.memberships.consent(accountId, groupId, { version: number, at });
    await this.events.record(AgreementsPublished, { groupId });
  }
}

const agreementsOf = (latest: AgreementsVersion | null): Agreements =>
  latest
    ? { version: latest.number, text: latest.text, publishedAt: latest.publishedAt }
    : { version: 1, text: '', publishedAt: null };

const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);
