import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { decodeTimeCursor, type Page, effectivePageSize, toPage } from '#kernel/pagination.js';
import type { Audience } from '#policy/facts/audiences.js';
import type { Viewer } from '#policy/viewer.js';
import { Affiliation } from './affiliation.entity.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationEndingsService } from './organisation-endings.service.js';
import { OrganisationGroup } from './organisation-group.entity.js';
import { OrganisationInvitation } from './organisation-invitation.entity.js';
import { AffiliationEnded, OrganisationChanged } from './organisations.events.js';

/** Manages the people of organisations. */
@Injectable()
export class AffiliationsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly endings: OrganisationEndingsService,
  ) {}

  /** Adds an account to an organisation and notifies its people. Does nothing for an account that is already in it. */
  async start(accountId: string, organisationId: string, isSpokesperson = false): Promise<void> {
    this.db.assertWriting();
    const [createdAt, joinedAt] = [this.clock.now(), this.clock.now()];
    await this.db.query(
      `insert into affiliation (account_id, organisation_id, is_spokesperson, created_at, joined_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [accountId, organisationId, isSpokesperson, createdAt, joinedAt],
    );
    await this.events.record(OrganisationChanged, { organisationId });
  }

  /** Affiliations that the viewer may see, earliest first. */
  async list(
    viewer: Viewer,
    organisationId: string,
    after?: string | null,
  ): Promise<Page<Affiliation>> {
    await this.access.load(Organisation, organisationId, viewer, 'read');
    const size = effectivePageSize(50);
    const query = this.access
      .list(Affiliation, viewer)
      .andWhere('it.organisation_id = :organisationId', { organisationId })
      .orderBy('it.joined_at')
      .addOrderBy('it.id')
      .limit(size + 1);
    if (after) {
      const [joinedAt, id] = decodeTimeCursor(after);
      query.andWhere('(it.joined_at, it.id) > (:joinedAt, :id)', { joinedAt, id });
    }
    const rows = await query.getMany();
    return toPage(rows, size, (row) => [row.joinedAt.toISOString(), row.id]);
  }

  own(viewer: Viewer, organisationId: string): Promise<Affiliation | null> {
    const { accountId } = viewer;
    return this.db.repo(Affiliation).findOneBy({ accountId, organisationId });
  }

  /** The account of the spokesperson, or null. */
  async spokespersonOf(organisationId: string): Promise<string | null> {
    const one = { organisationId, isSpokesperson: true };
    return (await this.db.repo(Affiliation).findOneBy(one))?.accountId ?? null;
  }

  setAudience(viewer: Viewer, id: string, audience: Audience): Promise<boolean> {
    return this.withOrganisationLock(viewer, id, 'edit', async (affiliation) => {
      await this.db.repo(Affiliation).update(affiliation.id, { audience });
      const { organisationId } = affiliation;
      await this.events.record(OrganisationChanged, { organisationId });
    });
  }

  /**
   * Ends the viewer's affiliation. Throws Conflict for a spokesperson while other people remain: they must hand over
   * first.
   */
  leave(viewer: Viewer, id: string): Promise<boolean> {
    return this.withOrganisationLock(viewer, id, 'leave', async (affiliation) => {
      const { organisationId, isSpokesperson } = affiliation;
      const isAlone = (await this.db.repo(Affiliation).countBy({ organisationId })) === 1;
      if (isSpokesperson && !isAlone) throw new Conflict('affiliation.lastSpokesperson');
      await this.finish(affiliation);
    });
  }

  remove(viewer: Viewer, id: string): Promise<boolean> {
    return this.withOrganisationLock(viewer, id, 'remove', async (affiliation) => {
      await this.finish(affiliation);
      await this.writeDown(viewer, 'remove', affiliation);
    });
  }

  /** Makes another person of the organisation its spokesperson. */
  handOver(viewer: Viewer, id: string): Promise<boolean> {
    return this.withOrganisationLock(viewer, id, 'handOver', async (to) => {
      await this.makeSpokesperson(to);
      await this.writeDown(viewer, 'handOver', to);
    });
  }

  /** Ends all affiliations of an account that is being erased or removed, and expires its invitations. */
  async endAllOf(accountId: string): Promise<void> {
    this.db.assertWriting();
    const all = await this.db.repo(Affiliation).findBy({ accountId });
    for (const affiliation of all) await this.finish(affiliation);
    const waiting = { accountId, state: 'waiting' } as const;
    await this.db.repo(OrganisationInvitation).update(waiting, { state: 'expired' });
  }

  /**
   * Restores the invariant after someone left: without a spokesperson the earliest person becomes spokesperson; without
   * people the organisation is deleted, and leaves its coalitions like one that ended.
   */
  async ensureSpokesperson(organisationId: string): Promise<void> {
    await this.db.write(async () => {
      await this.lock(organisationId);
      const order = { joinedAt: 'ASC', id: 'ASC' } as const;
      const people = await this.db.repo(Affiliation).find({ where: { organisationId }, order });
      const [first] = people;
      if (!first) return this.delete(organisationId);
      if (people.some(({ isSpokesperson }) => isSpokesperson)) return undefined;
      return this.makeSpokesperson(first);
    });
  }

  /**
   * Resets the audience of all other affiliations to `onlyMe`, because the organisation is now visible to more members.
   * Each person must choose again.
   */
  async hideOthers(accountId: string, organisationId: string): Promise<void> {
    this.db.assertWriting();
    const others = { organisationId, accountId: Not(accountId) };
    await this.db.repo(Affiliation).update(others, { audience: 'onlyMe' });
  }

  /** Withdraws the invitations of an organisation that has just ended, and ends what depends on it elsewhere. */
  async close(organisationId: string): Promise<void> {
    this.db.assertWriting();
    const waiting = { organisationId, state: 'waiting' } as const;
    await this.db.repo(OrganisationInvitation).update(waiting, { state: 'withdrawn' });
    await this.endings.organisationEnded(organisationId);
  }

  private async delete(id: string): Promise<void> {
    await this.endings.organisationEnded(id);
    await this.db.repo(Organisation).delete({ id });
  }

  /**
   * Makes this person the spokesperson. Clears the groups in which the organisation is visible, because the former
   * spokesperson chose them.
   */
  private async makeSpokesperson({ id, organisationId }: Affiliation): Promise<void> {
    const affiliations = this.db.repo(Affiliation);
    await affiliations.update({ organisationId, isSpokesperson: true }, { isSpokesperson: false });
    await affiliations.update(id, { isSpokesperson: true });
    await this.db.repo(OrganisationGroup).delete({ organisationId });
    await this.events.record(OrganisationChanged, { organisationId });
  }

  /** Ends an affiliation, and the entries in coalitions that depended on it. */
  private async finish({ id, organisationId, accountId }: Affiliation): Promise<void> {
    await this.db.repo(Affiliation).delete({ id });
    await this.endings.affiliationEnded(accountId);
    await this.events.record(AffiliationEnded, { organisationId, accountId });
  }

  private writeDown(viewer: Viewer, action: string, affiliation: Affiliation): Promise<void> {
    const { id: subjectId, accountId: aboutId } = affiliation;
    return this.audit.record(viewer, { action, subjectType: 'Affiliation', subjectId, aboutId });
  }

  /**
   * Runs changes of one organisation one after the other. Each change checks the viewer's rights after it holds the
   * lock.
   */
  private async withOrganisationLock(
    viewer: Viewer,
    id: string,
    action: string,
    work: (affiliation: Affiliation) => Promise<void>,
  ): Promise<boolean> {
    return this.db.write(async () => {
      // Read without a lock, only to learn the organisation: its row must be locked first, to prevent deadlocks.
      const seen = isId(id) ? await this.access.loader(Affiliation, viewer).load(id) : null;
      if (!seen) throw new NotFound();
      await this.lock(seen.organisationId);
      await work(await this.access.load(Affiliation, id, viewer, action));
      return true;
    });
  }

  private async lock(organisationId: string): Promise<void> {
    await this.db.query('select 1 from organisation where id = $1 for update', [organisationId]);
  }
}
