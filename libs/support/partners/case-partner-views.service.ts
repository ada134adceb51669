import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { PersonsService } from '#profiles/persons/persons.service.js';
import { caseDestroyedAt } from '../requests/case-retention.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { CasePartner } from './case-partner.entity.js';
import type { CasePartnerView, PartnerCase, PartnerInvitation } from './case-partner.view.js';

/** Reads the partner side of a case, and the cases on whose partner side the viewer is. */
@Injectable()
export class CasePartnerViewsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly persons: PersonsService,
    private readonly clock: Clock,
  ) {}

  /** The partner side of the viewer's own request. */
  async list(viewer: Viewer, requestId: string): Promise<CasePartnerView[]> {
    await this.access.load(SupportRequest, requestId, viewer, 'readPartners');
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const all = await this.db.repo(CasePartner).find({ where: { requestId }, order });
    const partners = all.filter((one) => one.acceptedAt || one.expiresAt > this.clock.now());
    const people = await this.people(
      viewer,
      partners.map(({ accountId }) => accountId),
    );
    return partners.map(({ id, accountId, acceptedAt, expiresAt }) => ({
      ...{ id, person: people.get(accountId) ?? null, takesPart: acceptedAt !== null },
      expiresAt: acceptedAt ? null : expiresAt,
    }));
  }

  async invitations(viewer: Viewer): Promise<PartnerInvitation[]> {
    const rows = await this.access.list(SupportRequest, viewer, 'answerInvitation').getMany();
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
      rows.map(async ({ id, number, kind, stage, requesterId, closedAt }) => ({
        ...{ id, number, kind, stage, inviter: people.get(requesterId) ?? null },
        destroyedAt: closedAt && caseDestroyedAt(closedAt),
        viewerCan: await this.access.viewerCan('SupportRequest', id, viewer),
      })),
    );
  }

  private people(viewer: Viewer, accountIds: readonly string[]) {
    return this.persons.ofAccounts(viewer, [...new Set(accountIds)]);
  }
}
