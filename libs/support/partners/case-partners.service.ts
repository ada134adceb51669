import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { SupportRequest, SupportStage } from '../requests/support-request.entity.js';
import type {
  AcceptPartnerInvitationInput,
  InvitePartnerInput,
  RemovePartnerInput,
} from './case-partner.inputs.js';
import { CasePartner } from './case-partner.entity.js';
import { PartnerNews } from './partner-news.js';
import { PartnerParts } from './partner-parts.js';

/** Maximum number of people whom a requester adds to their side, with open invitations. */
export const MAX_PARTNERS = 5;
/** How long an invitation can be accepted. */
const INVITATION_DURATION = 14 * DAY;

/** Adds people to the partner side of a case, and ends their parts. */
@Injectable()
export class CasePartnersService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly news: PartnerNews,
    private readonly parts: PartnerParts,
    private readonly cases: CaseTransitions,
  ) {}

  /** Invites a person whom the requester can find. Throws NotFound for everybody else. */
  async invite(viewer: Viewer, { requestId, personId }: InvitePartnerInput): Promise<void> {
    await this.db.write(async () => {
      const { accountId } = await this.access.load(Profile, personId, viewer, 'invite');
      // Before the request: it locks the account, which other writers lock first.
      await this.news.countInvitation(viewer, accountId);
      const request = await this.access.load(SupportRequest, requestId, viewer, 'addPartner');
      await this.endInvitations(requestId);
      const partners = await this.db.repo(CasePartner).findBy({ requestId });
      if (partners.some((one) => one.accountId === accountId))
        throw new Conflict('support.partnerInvited');
      if (partners.length >= MAX_PARTNERS) throw new Conflict('support.sideFull');
      const createdAt = this.clock.now();
      const expiresAt = this.clock.in(INVITATION_DURATION);
      await this.db.repo(CasePartner).insert({ requestId, accountId, createdAt, expiresAt });
      await this.news.invited(request, accountId);
    });
  }

  /** Withdraws an invitation, or ends the part of a person before the answer. */
  async remove(viewer: Viewer, { requestId, partnerId }: RemovePartnerInput): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'removePartner');
      const id = isId(partnerId) ? partnerId : null;
      const partner = id && (await this.db.repo(CasePartner).findOneBy({ id, requestId }));
      if (!partner) throw new NotFound();
      await this.parts.end(request, partner.accountId);
    });
  }

  /**
   * Begins the part of the viewer, who reads the thread of the requester from its beginning. If a block or a separation exists
   * between the viewer and somebody of the side, the invitation looks like one that ended.
   */
  async accept(viewer: Viewer, { requestId, name }: AcceptPartnerInvitationInput): Promise<void> {
    const { accountId } = viewer;
    await this.db.write(async () => {
      // Waits for a separation of the viewer, so that either the check below or its handler sees the other.
      await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
      const request = await this.access.load(SupportRequest, requestId, viewer, 'answerInvitation');
      await this.parts.assertMayMeet(request, accountId);
      // Supporters who know the viewer lose the case in the same transaction, also the viewer: one person has one part.
      await this.cases.changeReaders(request, async () => {
        await this.changeInvitation(request, accountId, { acceptedAt: this.clock.now() });
        return true;
      });
      await this.parts.begin(request, accountId, name);
    });
  }

  async decline(viewer: Viewer, requestId: string): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'answerInvitation');
      const declinedAt = this.clock.now();
      await this.changeInvitation(request, viewer.accountId, { declinedAt });
    });
  }

  async leave(viewer: Viewer, requestId: string): Promise<void> {
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'leaveSide');
      await this.parts.end(request, viewer.accountId);
    });
  }

  /** Deletes invitations that were not accepted in time. */
  @Job({ name: 'support.endPartnerInvitations', cron: '31 * * * *' })
  async run(): Promise<void> {
    await this.endInvitations();
  }

  private async endInvitations(requestId?: string): Promise<void> {
    const expiresAt = LessThanOrEqual(this.clock.now());
    const where = { acceptedAt: IsNull(), expiresAt, ...(requestId && { requestId }) };
    await this.db.repo(CasePartner).delete(where);
  }

  /** The request was locked after the rights were checked, so they are checked again. */
  private async changeInvitation(
    { id: requestId, stage }: SupportRequest,
    accountId: string,
    change: Partial<CasePartner>,
  ): Promise<void> {
    const open = { requestId, accountId, acceptedAt: IsNull(), declinedAt: IsNull() };
    const invitation = await this.db.repo(CasePartner).findOneBy(open);
    const isOpen = stage === SupportStage.accepted && invitation;
    if (!isOpen || invitation.expiresAt <= this.clock.now()) throw new NotFound();
    await this.db.repo(CasePartner).update(invitation.id, change);
  }
}
