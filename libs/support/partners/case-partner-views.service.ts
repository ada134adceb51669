import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { PersonsService } from '#profiles/persons/persons.service.js';
import { pausedCaseClosesAt } from '../pauses/pause-times.js';
import { caseDestroyedAt } from '../requests/case-retention.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { CaseThreadViewsService } from '../threads/case-thread-views.service.js';
import { CasePartner } from './case-partner.entity.js';
import { PartnerNames } from './partner-names.js';
import type { CasePartnerView, PartnerCase, PartnerInvitation } from './case-partner.view.js';

/** Reads the partner side of a case, and the cases on whose partner side the viewer is. */
@Injectable()
export class CasePartnerViewsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly persons: PersonsService,
    private readonly clock: Clock,
    private readonly names: PartnerNames,
    private readonly threads: CaseThreadViewsService,
  ) {}

  /** The partner side of the viewer's own request. */
  async list(viewer: Viewer, requestId: string): Promise<CasePartnerView[]> {
    await this.access.load(SupportRequest, requestId, viewer, 'readPartners');
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const all = await this.db.repo(CasePartner).find({ where: { requestId }, order });
    const partners = all.filter((one) => one.acceptedAt || one.expiresAt > this.clock.now());
    const names = await this.names.of(requestId);
    const people = await this.people(
      viewer,
      partners.map(({ accountId }) => accountId),
    );
    return partners.map(({ id, accountId, acceptedAt, expiresAt, ownershipOfferedAt }) => ({
      ...{ id, person: people.get(accountId) ?? null, takesPart: acceptedAt !== null },
      isOfferedOwnership: ownershipOfferedAt !== null,
      expiresAt: acceptedAt ? null : expiresAt,
      chosenName: (acceptedAt && names.get(accountId)) ?? null,
    }));
  }

  async invitations(viewer: Viewer): Promise<PartnerInvitation[]> {
    // An invitation of somebody whom the viewer blocked meanwhile cannot be accepted.
    const rows = await this.access
      .list(SupportRequest, viewer, 'answerInvitation')
      .andWhere(
        'not exists (select from hidden_pair h where h.account_id = :me and h.other_id = it.requester_id)',
        { me: viewer.accountId },
      )
      .getMany();
    if (rows.length === 0) return [];
    const requestId = In(rows.map(({ id }) => id));
    const expiresAt = MoreThan(this.clock.now());
    const { accountId } = viewer;
    const where = { requestId, accountId, expiresAt, acceptedAt: IsNull() };
    const open = await this.db.repo(CasePartner).find({ where, order: { createdAt: 'DESC' } });
    const people = await this.people(
      viewer,
      rows.map(({ requesterId }) => requesterId),
    );
    return open.map((one) => {
      const { id, requesterId } = rows.find((row) => row.id === one.requestId)!;
      return { id, inviter: people.get(requesterId) ?? null, expiresAt: one.expiresAt };
    });
  }

  /** How many invitations, offers of a case and paused cases wait for the viewer, and in how many cases of others messages are unread. */
  async countNews(viewer: Viewer): Promise<number> {
    const invitations = await this.invitations(viewer);
    const cases = await this.access.list(SupportRequest, viewer, 'readAsPartner').getMany();
    if (cases.length === 0) return invitations.length;
    const unread = (await this.threads.list(viewer)).filter((one) => one.unreadCount > 0);
    const ids = new Set(unread.map(({ requestId }) => requestId));
    const offers = await this.access.list(SupportRequest, viewer, 'answerOwnership').getCount();
    const paused = await this.access.list(SupportRequest, viewer, 'takeOver').getCount();
    return invitations.length + offers + paused + cases.filter(({ id }) => ids.has(id)).length;
  }

  async cases(viewer: Viewer): Promise<PartnerCase[]> {
    const rows = await this.access
      .list(SupportRequest, viewer, 'readAsPartner')
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .getMany();
    const people = await this.people(
      viewer,
      rows.map(({ requesterId }) => requesterId),
    );
    return Promise.all(
      rows.map(async ({ id, number, kind, stage, requesterId, closedAt, leftAt }) => ({
        ...{ id, number, kind, stage, inviter: people.get(requesterId) ?? null },
        pausedUntil: pausedCaseClosesAt({ leftAt, closedAt }),
        destroyedAt: closedAt && caseDestroyedAt(closedAt),
        viewerCan: await this.access.viewerCan('SupportRequest', id, viewer),
      })),
    );
  }

  private people(viewer: Viewer, accountIds: readonly string[]) {
    return this.persons.ofAccounts(viewer, [...new Set(accountIds)]);
  }
}
