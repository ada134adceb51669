import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { GroupMembersService } from '#groups/members/group-members.service.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { Membership } from '#members/membership.entity.js';
import { Affiliation } from '#organisations/affiliation.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { PersonsService } from '#profiles/persons/persons.service.js';
import type { Participant } from './participant.entity.js';

/** A person of a participant: their account, and the membership or affiliation by which they belong to it. */
export interface ParticipantPerson {
  readonly accountId: string;
  readonly membershipId: string | null;
  readonly affiliationId: string | null;
}
type Whose = Pick<Participant, 'groupId' | 'organisationId'>;

/** The id of the membership or affiliation, by which those who act for the participant know the person. */
export const sourceIdOf = ({ membershipId, affiliationId }: ParticipantPerson): string =>
  (membershipId ?? affiliationId)!;

/** Finds the people of a participant under the ids and names that they have in its group or organisation. */
@Injectable()
export class ParticipantPeople {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly members: GroupMembersService,
    private readonly persons: PersonsService,
  ) {}

  /**
   * Returns the people with these memberships of the group, or affiliations to the organisation, and locks the rows, so
   * that none ends before COMMIT. Throws NotFound unless the viewer sees every one of them there.
   */
  async find(
    viewer: Viewer,
    participant: Whose,
    sourceIds: readonly string[],
  ): Promise<ParticipantPerson[]> {
    this.db.assertWriting();
    if (!sourceIds.every(isId)) throw new NotFound();
    const people = await this.peopleOf(viewer, participant, sourceIds);
    const names = await this.namesOf(viewer, people);
    if (names.size < sourceIds.length) throw new NotFound();
    return people;
  }

  /**
   * The names of these people in the group or organisation, by source id. Leaves out people whom the viewer cannot see:
   * a delegate does not learn the members of a group that shows them to its stewards alone.
   */
  async namesOf(
    viewer: Viewer,
    people: readonly ParticipantPerson[],
  ): Promise<Map<string, string>> {
    const [members, others] = [people.filter(isMember), people.filter((one) => !isMember(one))];
    const names = await this.members.namesOf(await this.seen(viewer, members.map(sourceIdOf)));
    const persons = await this.persons.ofAccounts(
      viewer,
      others.map(({ accountId }) => accountId),
    );
    const profiles = [...persons.values()].map(({ id }) => id);
    const profileNames = await this.persons.namesOf(viewer, profiles);
    for (const one of others) {
      const name = profileNames.get(persons.get(one.accountId)?.id ?? '');
      if (name !== undefined) names.set(sourceIdOf(one), name);
    }
    return names;
  }

  private async seen(viewer: Viewer, membershipIds: readonly string[]): Promise<string[]> {
    const seen = await this.access
      .list(Membership, viewer, 'seeName')
      .andWhere('it.id = any(:membershipIds)', { membershipIds })
      .getMany();
    return seen.map(({ id }) => id);
  }

  private async peopleOf(
    viewer: Viewer,
    { groupId, organisationId }: Whose,
    ids: readonly string[],
  ): Promise<ParticipantPerson[]> {
    if (groupId) {
      const members = await this.access
        .list(Membership, viewer)
        .andWhere('it.group_id = :groupId and it.ended_at is null', { groupId })
        .andWhere('it.id = any(:ids)', { ids })
        .orderBy('it.id')
        .setLock('pessimistic_read')
        .getMany();
      return members.map(({ id, accountId }) => ({
        ...{ accountId, membershipId: id, affiliationId: null },
      }));
    }
    const affiliations = await this.access
      .list(Affiliation, viewer)
      .andWhere('it.organisation_id = :organisationId', { organisationId })
      .andWhere('it.id = any(:ids)', { ids })
      .orderBy('it.id')
      .setLock('pessimistic_read')
      .getMany();
    return affiliations.map(({ id, accountId }) => ({
      ...{ accountId, membershipId: null, affiliationId: id },
    }));
  }
}

const isMember = ({ membershipId }: ParticipantPerson) => membershipId !== null;
