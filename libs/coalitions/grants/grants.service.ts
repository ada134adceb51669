import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { CoalitionRecords } from '../coalition-records.js';
import { LockedParticipantsService } from '../participants/locked-participants.service.js';
import { Participant } from '../participants/participant.entity.js';
import { ParticipantPeople, sourceIdOf } from '../participants/participant-people.js';
import { CoalitionGrant } from './coalition-grant.entity.js';
import { GrantRows } from './grant-rows.js';
import type { GivenGrant } from './grant.view.js';
import type { GrantInput } from './grants.inputs.js';

/** The participant of a grant by the key that stays, because its id may change before the lock. */
const PARTY_OF = `
  select p.party_key as key from coalition_grant g join participant p on p.id = g.participant_id where g.id = $1`;

/**
 * Gives and withdraws grants for a participant. No answer, order, date or audit entry depends on whether a grant was
 * accepted, and nobody who takes part is notified.
 */
@Injectable()
export class GrantsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly locked: LockedParticipantsService,
    private readonly people: ParticipantPeople,
    private readonly rows: GrantRows,
    private readonly records: CoalitionRecords,
  ) {}

  /**
   * The grants by name, of people whom the viewer sees in the group or organisation. Throws Forbidden unless the viewer
   * acts for the participant.
   */
  async given(viewer: Viewer, participantId: string): Promise<GivenGrant[]> {
    await this.access.load(Participant, participantId, viewer, 'grant');
    const grants = await this.access
      .list(CoalitionGrant, viewer)
      .andWhere('it.participant_id = :participantId', { participantId })
      .getMany();
    const names = await this.people.namesOf(viewer, grants);
    return grants
      .flatMap((grant) => {
        const { id, createdAt } = grant;
        const [personId, name] = [sourceIdOf(grant), names.get(sourceIdOf(grant))];
        return name === undefined ? [] : [{ id, personId, name, createdAt }];
      })
      .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  }

  /** Throws NotFound unless the viewer sees each person in the group or organisation of the participant. */
  async give(viewer: Viewer, { participantId, personIds }: GrantInput): Promise<GivenGrant[]> {
    await this.db.write(async () => {
      const { participant, now } = await this.locked.lock(viewer, participantId, 'grant');
      const people = await this.people.find(now, participant, personIds);
      const accountIds = await this.rows.add(participant.id, people);
      await this.records.act(now, 'grant');
      await this.records.placesChanged(participant.coalitionId, accountIds);
    });
    return this.given(viewer, participantId);
  }

  /** Ends a grant; the person's entry ends in the same transaction unless another grant explains it. */
  withdraw(viewer: Viewer, id: string): Promise<boolean> {
    return this.db.write(async () => {
      // Read without a lock, only to learn the participant: the coalition must be locked first, to prevent deadlocks.
      const seen = isId(id) ? await this.access.loader(CoalitionGrant, viewer).load(id) : null;
      const [party] = seen ? await this.db.query<{ key: string }>(PARTY_OF, [id]) : [];
      if (!party) throw new NotFound();
      const { participant, now } = await this.locked.lockParty(viewer, party.key, 'grant');
      const grant = await this.access.load(CoalitionGrant, id, now, 'withdraw');
      await this.rows.delete(grant);
      await this.records.act(now, 'withdrawGrant');
      await this.records.placesChanged(participant.coalitionId, [grant.accountId]);
      return true;
    });
  }
}
