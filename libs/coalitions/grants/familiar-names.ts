import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { PersonasService } from '#groups/members/personas.service.js';
import { Membership } from '#members/membership.entity.js';
import { Affiliation } from '#organisations/affiliation.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { ParticipantPeople } from '../participants/participant-people.js';

/** The participants of a coalition to whose people the viewer belongs. */
const ownParties = (column: 'group_id' | 'organisation_id') => `
  it.account_id <> :accountId and it.${column} in (
    select p.${column} from coalition_person o join participant p on p.id = o.participant_id
    where o.coalition_id = :coalitionId and o.account_id = :accountId)`;

/**
 * Names under which a person cannot take part, because the people who come from the same group or organisation would
 * take them for somebody else. Only names that the viewer sees there play a part: a conflict with another one would
 * disclose who belongs to a participant.
 */
@Injectable()
export class FamiliarNames {
  constructor(
    private readonly access: AccessService,
    private readonly people: ParticipantPeople,
    personas: PersonasService,
  ) {
    personas.alsoRefuse((viewer, groupId) => this.of(viewer, groupId));
  }

  private async of(viewer: Viewer, coalitionId: string): Promise<string[]> {
    const { accountId } = viewer;
    const members = await this.access
      .list(Membership, viewer, 'seeName')
      .andWhere('it.ended_at is null')
      .andWhere(ownParties('group_id'), { accountId, coalitionId })
      .getMany();
    const affiliations = await this.access
      .list(Affiliation, viewer)
      .andWhere(ownParties('organisation_id'), { accountId, coalitionId })
      .getMany();
    const names = await this.people.namesOf(viewer, [
      ...members.map((one) => ({
        ...{ accountId: one.accountId, membershipId: one.id, affiliationId: null },
      })),
      ...affiliations.map((one) => ({
        ...{ accountId: one.accountId, membershipId: null, affiliationId: one.id },
      })),
    ]);
    return [...names.values()];
  }
}
