import { Injectable } from '@nestjs/common';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { PersonsService } from '#profiles/persons/persons.service.js';
import { GroupMembersService } from '../members/group-members.service.js';
import type { SentGroupInvitation } from './sent-group-invitation.entity.js';
import type { SentGroupInvitationView } from './sent-group-invitation.view.js';

/** Converts sent invitations to what a steward sees. */
@Injectable()
export class SentGroupInvitationMapper {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly members: GroupMembersService,
    private readonly persons: PersonsService,
  ) {}

  async all(
    viewer: Viewer,
    sent: readonly SentGroupInvitation[],
  ): Promise<SentGroupInvitationView[]> {
    const senderIds = [...new Set(sent.flatMap(({ senderId }) => senderId ?? []))];
    const [senders, names, people] = await Promise.all([
      this.memberships.byIds(senderIds),
      this.members.namesOf(senderIds),
      this.persons.ofAccounts(
        viewer,
        sent.map(({ invitedId }) => invitedId),
      ),
    ]);
    const own = senders.filter(({ accountId }) => accountId === viewer.accountId);
    return sent.map(({ id, createdAt, senderId, invitedId }) => ({
      ...{ id, createdAt },
      isMine: own.some((membership) => membership.id === senderId),
      senderName: names.get(senderId ?? '') || null,
      person: people.get(invitedId) ?? null,
    }));
  }
}
