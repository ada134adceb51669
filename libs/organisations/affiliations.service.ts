import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { decodeTimeCursor, type Page, pageSize, toPage } from '#kernel/page.js';
import type { Audience } from '#policy/facts/audiences.js';
import type { Viewer } from '#policy/viewer.js';
import { Affiliation } from './affiliation.entity.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationGroup } from './organisation-group.entity.js';
import { OrganisationInvitation } from './organisation-invitation.entity.js';
import { AffiliationEnded, OrganisationChanged } from './organisations.events.js';

/** The people of an organisation. */
@Injectable()
export class AffiliationsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly events: EventsService,
  ) {}

  /** Puts somebody in, which its people hear of; whoever is in already stays as they are. */
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

  /** Those whom the viewer may see there, in the order of coming. */
  async list(
    viewer: Viewer,
    organisationId: string,
    after?: string | null,
  ): Promise<Page<Affiliation>> {
    await this.access.load(Organisation, organisationId, viewer, 'read');
    const size = pageSize(50);
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

  /** The account that speaks for it. */
  async spokespersonOf(organisationId: string): Promise<string | null> {
    const one = { organisationId, isSpokesperson: true };
    return (await this.db.repo(Affiliation).findOneBy(one))?.accountId ?? null;
  }

  setAudience(viewer: Viewer, id: string, audience: Audience): Promise<boolean> {
    return this.inTurn(viewer, id, 'edit', async (affiliation) => {
      await this.db.repo(Affiliation).update(affiliation.id, { audience });
      const { organisationId } = affiliation;
      await this.events.record(OrganisationChanged, { organisationId });
    });
  }

  /** Whoever speaks for it hands that on first, unless nobody else is there: then it ends with them. */
  leave(viewer: Viewer, id: string): Promise<boolean> {
    return this.inTurn(viewer, id, 'leave', async (affiliation) => {
      const { organisationId, isSpokesperson } = affiliation;
      const isAlone = (await this.db.repo(Affiliation).countBy({ organisationId })) === 1;
      if (isSpokesperson && !isAlone) throw new Conflict('affiliation.lastSpokesperson');
      await this.finish(affiliation);
    });
  }

  remove(viewer: Viewer, id: string): Promise<boolean> {
    return this.inTurn(viewer, id, 'remove', async (affiliation) => {
      await this.finish(affiliation);
      await this.writeDown(viewer, 'remove', affiliation);
    });
  }

  /** Gives another of the organisation the word. */
  handOver(viewer: Viewer, id: string): Promise<boolean> {
    return this.inTurn(viewer, id, 'handOver', async (to) => {
      await this.speakFor(to);
      await this.writeDown(viewer, 'handOver', to);
    });
  }

  /** An account that goes leaves each as anybody would. */
  async endAllOf(accountId: string): Promise<void> {
    this.db.assertWriting();
    const all = await this.db.repo(Affiliation).findBy({ accountId });
    for (const affiliation of all) await this.finish(affiliation);
    const waiting = { accountId, state: 'waiting' } as const;
    await this.db.repo(OrganisationInvitation).update(waiting, { state: 'expired' });
  }

  /** Somebody always speaks for it: when nobody does, whoever came first. Empty, it is no more. */
  async keepHeld(organisationId: string): Promise<void> {
    await this.db.write(async () => {
      await this.lock(organisationId);
      const order = { joinedAt: 'ASC', id: 'ASC' } as const;
      const people = await this.db.repo(Affiliation).find({ where: { organisationId }, order });
      const [first] = people;
      if (!first) return void (await this.db.repo(Organisation).delete({ id: organisationId }));
      if (people.some(({ isSpokesperson }) => isSpokesperson)) return undefined;
      return this.speakFor(first);
    });
  }

  /** Shows nobody to more people than before: each of the others chooses again. */
  async closeAllBut(accountId: string, organisationId: string): Promise<void> {
    this.db.assertWriting();
    const others = { organisationId, accountId: Not(accountId) };
    await this.db.repo(Affiliation).update(others, { audience: 'onlyMe' });
  }

  async withdrawInvitations(organisationId: string): Promise<void> {
    this.db.assertWriting();
    const waiting = { organisationId, state: 'waiting' } as const;
    await this.db.repo(OrganisationInvitation).update(waiting, { state: 'withdrawn' });
  }

  /** The groups in which it is open were the other's to choose. */
  private async speakFor({ id, organisationId }: Affiliation): Promise<void> {
    const affiliations = this.db.repo(Affiliation);
    await affiliations.update({ organisationId, isSpokesperson: true }, { isSpokesperson: false });
    await affiliations.update(id, { isSpokesperson: true });
    await this.db.repo(OrganisationGroup).delete({ organisationId });
    await this.events.record(OrganisationChanged, { organisationId });
  }

  private async finish({ id, organisationId, accountId }: Affiliation): Promise<void> {
    await this.db.repo(Affiliation).delete({ id });
    await this.events.record(AffiliationEnded, { organisationId, accountId });
  }

  private writeDown(viewer: Viewer, action: string, affiliation: Affiliation): Promise<void> {
    const { id: subjectId, accountId: aboutId } = affiliation;
    return this.audit.record(viewer, { action, subjectType: 'Affiliation', subjectId, aboutId });
  }

  /** Changes of one organisation come one after the other, each asked with the rights of its own moment. */
  private async inTurn(
    viewer: Viewer,
    id: string,
    action: string,
    work: (affiliation: Affiliation) => Promise<void>,
  ): Promise<boolean> {
    return this.db.write(async () => {
      // Not locked yet: the organisation comes first, always, so that no two wait for each other.
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
