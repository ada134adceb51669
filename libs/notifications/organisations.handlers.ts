import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { AskedIntoOrganisation } from '#organisations/organisations.events.js';
import { NoticesService } from './notices.service.js';

@Injectable()
export class TellWhoeverIsAskedIntoAnOrganisation {
  constructor(private readonly notices: NoticesService) {}

  @On(AskedIntoOrganisation)
  async whenSomeoneIsAsked(of: { invitationId: string; accountId: string }): Promise<void> {
    const told = { of: 'OrganisationInvitation', id: of.invitationId };
    const news = { subject: 'organisationInvitation', id: of.invitationId };
    await this.notices.tell([of.accountId], told, news);
  }
}
