import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { MembershipEnded, MembersUnlisted, PersonaChanged } from '#members/members.events.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { AffiliationsService } from './affiliations.service.js';
import { OrganisationGroupsService } from './organisation-groups.service.js';
import { AffiliationEnded, OrganisationChanged } from './organisations.events.js';

interface OfOrganisation {
  organisationId: string;
}

/** The room of viewers who have an organisation's page open: `watch { organisation: id }`. */
export const ORGANISATION_PAGE_ROOM = { key: 'organisation' } as const;

@Injectable()
export class SpokespersonSuccessionHandlers {
  constructor(private readonly affiliations: AffiliationsService) {}

  @On(AffiliationEnded, { id: 'KeepOrganisationsHeld.whenSomeoneIsGone' })
  whenSomeoneIsGone({ organisationId }: OfOrganisation): Promise<void> {
    return this.affiliations.ensureSpokesperson(organisationId);
  }
}

/**
 * Notifies the people and watchers of an organisation about a change. Before that, viewers who lost access leave the
 * room.
 */
@Injectable()
export class OrganisationChangeNotifier {
  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly groups: OrganisationGroupsService,
  ) {}

  @On(OrganisationChanged, { id: 'TellOfAnOrganisation.whenItChanges' })
  whenItChanges({ organisationId }: OfOrganisation): Promise<void> {
    return this.tell(organisationId, []);
  }

  @On(AffiliationEnded, { id: 'TellOfAnOrganisation.whenSomeoneIsGone' })
  whenSomeoneIsGone({ organisationId, accountId }: OfOrganisation & { accountId: string }) {
    return this.tell(organisationId, [accountId]);
  }

  @On(MembershipEnded, { id: 'TellOfAnOrganisation.whenOneLeavesAGroup' })
  whenOneLeavesAGroup({ membershipId }: { membershipId: string }): Promise<void> {
    return this.askAgain(membershipId);
  }

  @On(MembersUnlisted)
  async whenAMemberListCloses({
    membershipIds,
  }: {
    membershipIds: readonly string[];
  }): Promise<void> {
    for (const id of membershipIds) await this.askAgain(id);
  }

  @On(PersonaChanged, { id: 'TellOfAnOrganisation.whenOneTakesAnotherName' })
  whenOneTakesAnotherName({ membershipId }: { membershipId: string }): Promise<void> {
    return this.askAgain(membershipId);
  }

  private async tell(id: string, also: readonly string[]): Promise<void> {
    const room = { ...ORGANISATION_PAGE_ROOM, id };
    await this.realtime.recheckRoom(room, true);
    const people = await this.db.query<{ id: string }>(
      `select a.id from affiliation f join account a on a.id = f.account_id and a.standing = 'member'
       where f.organisation_id = $1`,
      [id],
    );
    const news = { subject: room.key, id };
    this.realtime.tell([...people.map((one) => one.id), ...also], news, room);
    this.realtime.tellWatchers(news);
  }

  private async askAgain(membershipId: string): Promise<void> {
    for (const id of await this.groups.openThrough(membershipId)) {
      await this.realtime.recheckRoom({ ...ORGANISATION_PAGE_ROOM, id }, true);
    }
  }
}
