import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { GroupLockService } from '../group-lock.service.js';
import { AgreementsConsented, AgreementsPublished } from '../groups.events.js';
import { AgreementsVersion, DEFAULT_GRACE_DAYS } from './agreements-version.entity.js';
import type { PublishAgreementsInput } from './agreements.inputs.js';
import type { Agreements, AgreementsChange } from './agreements.view.js';

type VersionText = Pick<AgreementsVersion, 'text' | 'summary'> & { readonly graceDays: number };

/** Joins each membership with the later versions that need consent. */
const UNCONSENTED = `membership m join agreements_version v
  on v.group_id = m.group_id and v.number > m.agreements_version and v.grace_ends_at is not null`;

const CHANGE = `
  select min(v.grace_ends_at) as "graceEndsAt",
    coalesce((select c.text from agreements_version c
      where c.group_id = m.group_id and c.number = m.agreements_version), '') as "consentedText",
    coalesce(array_agg(v.summary order by v.number desc) filter (where v.summary <> ''), '{}') as summaries
  from ${UNCONSENTED}
  where m.account_id = $1 and m.group_id = $2 and m.ended_at is null
  group by m.id`;

/**
 * Publishes versions of a group's agreements and records consent. Every change locks the group first, so that nobody
 * joins under a version that is being replaced.
 */
@Injectable()
export class AgreementsService {
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
    const latest = await this.latest(groupId);
    if (!latest) return { version: 1, text: '', publishedAt: null };
    return { version: latest.number, text: latest.text, publishedAt: latest.createdAt };
  }

  /** The text and summary of the current version, for a report. */
  async currentTexts(groupId: string): Promise<string[]> {
    const latest = await this.latest(groupId);
    return latest ? [latest.text, latest.summary] : [];
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
   * Publishes a text that an earlier web app sent with the group's other texts. A text equal to an earlier version is
   * outdated rather than changed: throws Conflict.
   */
  async replace(viewer: Viewer, groupId: string, text: string): Promise<void> {
    const { text: current } = await this.current(groupId);
    if (text === current) return;
    const isOutdated = await this.db.repo(AgreementsVersion).existsBy({ groupId, text });
    if (isOutdated) throw new Conflict('agreements.changed');
    const group = await this.access.load(Group, groupId, viewer, 'publishAgreements');
    await this.add(viewer, group, { text, summary: '', graceDays: DEFAULT_GRACE_DAYS });
  }

  /** Writes version 1 of a new group, to which its founder consents. */
  async start(groupId: string, founderId: string, text: string): Promise<void> {
    this.db.assertWriting();
    const createdAt = this.clock.now();
    if (text) await this.write({ groupId, number: 1, text, createdAt, graceEndsAt: null });
    await this.memberships.consent(founderId, groupId, 1);
  }

  consent(viewer: Viewer, groupId: string, version: number): Promise<Group> {
    return this.change(viewer, groupId, 'consent', async () => {
      await this.assertCurrent(groupId, version);
      await this.memberships.consent(viewer.accountId, groupId, version);
      await this.events.record(AgreementsConsented, { groupId, accountId: viewer.accountId });
    });
  }

  /** Empties every version for moderation. Nobody has to consent to an empty text. */
  async removeTexts(groupId: string): Promise<void> {
    this.db.assertWriting();
    const nothing = { text: '', summary: '', graceEndsAt: null };
    await this.db.repo(AgreementsVersion).update({ groupId }, nothing);
  }

  /** The changes since the viewer consented; null if they are no member or have nothing to consent to. */
  async changeFor(viewer: Viewer, groupId: string): Promise<AgreementsChange | null> {
    if (!viewer.groups.member.includes(groupId)) return null;
    const [row] = await this.db.query<Omit<AgreementsChange, 'isReadOnly'>>(CHANGE, [
      viewer.accountId,
      groupId,
    ]);
    return row ? { ...row, isReadOnly: row.graceEndsAt <= viewer.at } : null;
  }

  /** The viewer's groups whose agreements wait for their consent, by name. */
  waiting(viewer: Viewer): Promise<Group[]> {
    return this.access
      .list(Group, viewer)
      .andWhere(
        `it.id in (select m.group_id from ${UNCONSENTED} where m.account_id = :me and m.ended_at is null)`,
        { me: viewer.accountId },
      )
      .orderBy('it.name')
      .addOrderBy('it.id')
      .getMany();
  }

  /** How many members have not consented to the current version; null unless the viewer is a steward. */
  async unconsentedCount(viewer: Viewer, groupId: string): Promise<number | null> {
    if (!viewer.groups.steward.includes(groupId)) return null;
    const [row] = await this.db.query<{ count: number }>(
      `select count(distinct m.id)::int as count from ${UNCONSENTED} where m.group_id = $1 and m.ended_at is null`,
      [groupId],
    );
    return row!.count;
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

  /** A group without agreements has nothing to consent to, so an empty text ends the grace of every version. */
  private async add(viewer: Viewer, { id: groupId }: Group, { graceDays, ...texts }: VersionText) {
    const { version, text } = await this.current(groupId);
    if (texts.text === text) throw new Invalid('input', { text: 'agreementsUnchanged' });
    const number = version + 1;
    const createdAt = this.clock.now();
    const graceEndsAt = texts.text ? new Date(createdAt.getTime() + graceDays * DAY) : null;
    if (!graceEndsAt)
      await this.db.repo(AgreementsVersion).update({ groupId }, { graceEndsAt: null });
    await this.write({ groupId, number, createdAt, graceEndsAt, ...texts });
    await this.memberships.consent(viewer.accountId, groupId, number);
    await this.events.record(AgreementsPublished, { groupId });
  }
}
