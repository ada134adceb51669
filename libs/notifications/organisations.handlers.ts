import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import {
  OrganisationInvitationSent,
  OrganisationInvitationEnded,
} from '#organisations/organisations.events.js';
import { NotificationsService } from './notifications.service.js';

interface Invited {
  readonly invitationId: string;
  readonly accountId: string;
}

const newsOf = (id: string) => ({ subject: 'organisationInvitation', id });

@Injectable()
export class OrganisationInvitationHandlers {
  constructor(private readonly notices: NotificationsService) {}

  @On(OrganisationInvitationSent, { id: 'TellWhoeverIsAskedIntoAnOrganisation.whenSomeoneIsAsked' })
  async whenSomeoneIsAsked({ invitationId: id, accountId }: Invited): Promise<void> {
    const told = { of: 'OrganisationInvitation', id };
    await this.notices.tell([accountId], told, newsOf(id));
  }

  /** The invited account can no longer read the row, so its pages are notified without checking the policy. */
  @On(OrganisationInvitationEnded, {
    id: 'TellWhoeverIsAskedIntoAnOrganisation.whenAnInvitationEnds',
  })
  async whenAnInvitationEnds({ invitationId, accountId }: Invited): Promise<void> {
    this.notices.refresh([accountId], newsOf(invitationId));
  }
}
