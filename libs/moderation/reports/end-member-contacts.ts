import { Injectable } from '@nestjs/common';
import { PendingGroupJoinsService } from '#groups/joining/pending-group-joins.service.js';
import { IntroductionsService } from '#introductions/introductions.service.js';
import { AffiliationsService } from '#organisations/affiliations.service.js';
import { MemberDepartureService } from '#signin/accounts/member-departure.service.js';
import { ApplicationInvitationsService } from '#vetting/invitations/application-invitations.service.js';

/**
 * Ends everything through which other members can contact a member: introductions, ways into groups, affiliations,
 * invitations and alliances.
 */
@Injectable()
export class EndMemberContacts {
  constructor(
    private readonly ties: MemberDepartureService,
    private readonly introductions: IntroductionsService,
    private readonly ways: PendingGroupJoinsService,
    private readonly affiliations: AffiliationsService,
    private readonly invitations: ApplicationInvitationsService,
  ) {}

  async end(accountId: string): Promise<void> {
    await this.introductions.withdrawAllOf(accountId);
    await this.ways.closeAllOf(accountId);
    await this.affiliations.endAllOf(accountId);
    await this.invitations.revokeAllOf(accountId);
    await this.ties.end(accountId);
  }
}
