import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import {
  PartnerInvited,
  PartnerNewsArrived,
  PartnerSideChanged,
} from '../requests/support.events.js';
import { CasePartner } from './case-partner.entity.js';

/** Notifies the people of the partner side. Call it in the transaction of the change. */
@Injectable()
export class PartnerNews {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly quotas: ContactQuotasService,
  ) {}

  /** Counts an invitation like those into groups. Throws TooMany. */
  async countInvitation(viewer: Viewer, accountId: string): Promise<void> {
    const isAlly = viewer.allies.includes(accountId);
    await this.quotas.use(viewer.accountId, isAlly ? 'inviteAlly' : 'inviteMember');
  }

  async invited({ id: requestId, requesterId }: SupportRequest, accountId: string): Promise<void> {
    await this.events.record(PartnerInvited, { requestId, requesterId, accountId });
  }

  /** Makes the pages of the requester and of this person reload. */
  async changed({ id: requestId, requesterId }: SupportRequest, accountId: string): Promise<void> {
    await this.events.record(PartnerSideChanged, { requestId, requesterId, accountId });
  }

  /** Account ids of the partner side. */
  async accountIds(requestId: string): Promise<string[]> {
    const where = { requestId, acceptedAt: Not(IsNull()) };
    return (await this.db.repo(CasePartner).findBy(where)).map(({ accountId }) => accountId);
  }

  /** Notifies one person of the partner side of new messages. */
  async arrived({ id: requestId, requesterId }: SupportRequest, accountId: string): Promise<void> {
    await this.events.record(PartnerNewsArrived, { requestId, requesterId, accountId });
  }
}
