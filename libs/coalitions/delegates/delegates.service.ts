import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CoalitionRecords } from '../coalition-records.js';
import { LockedParticipantsService } from '../participants/locked-participants.service.js';
import { Participant } from '../participants/participant.entity.js';
import {
  ParticipantPeople,
  type ParticipantPerson,
  sourceIdOf,
} from '../participants/participant-people.js';
import { Delegate } from './delegate.entity.js';
import type { DelegateView } from './delegate.view.js';
import type { NameDelegatesInput } from './delegates.inputs.js';

type DelegateRow = ParticipantPerson & Pick<Delegate, 'isSteward'>;

/** The delegates of participant $1 whose membership or affiliation holds. */
const HELD = `
  select d.account_id as "accountId", d.membership_id as "membershipId", d.affiliation_id as "affiliationId",
    d.is_steward as "isSteward"
  from delegate d where d.id in (select c.id from coalition_delegate c where c.participant_id = $1)`;

/** Names the delegates of participants. */
@Injectable()
export class DelegatesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly locked: LockedParticipantsService,
    private readonly people: ParticipantPeople,
    private readonly records: CoalitionRecords,
  ) {}

  /** The delegates by name. Throws Forbidden unless the viewer is steward or spokesperson of the participant. */
  async of(viewer: Viewer, participantId: string): Promise<DelegateView[]> {
    await this.access.load(Participant, participantId, viewer, 'nameDelegates');
    const rows = await this.db.query<DelegateRow>(HELD, [participantId]);
    const names = await this.people.namesOf(viewer, rows);
    return rows
      .map((row) => ({
        id: sourceIdOf(row),
        name: names.get(sourceIdOf(row)) ?? '',
        isSteward: row.isSteward,
        isMe: row.accountId === viewer.accountId,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  }

  /**
   * Replaces the delegates; with an empty list the stewards or the spokesperson act. Throws NotFound unless each is one
   * of the people of the participant, and Invalid if the coalition steward is none of them.
   */
  async name(viewer: Viewer, input: NameDelegatesInput): Promise<DelegateView[]> {
    const { participantId, personIds, stewardId = null } = input;
    if (stewardId !== null && !personIds.includes(stewardId)) {
      throw new Invalid('input', { stewardId: 'missing' });
    }
    await this.db.write(async () => {
      const { participant, now } = await this.locked.lock(viewer, participantId, 'nameDelegates');
      const named = await this.people.find(now, participant, personIds);
      await this.replace(participant, named, stewardId);
      await this.records.act(now, 'nameDelegates');
    });
    return this.of(viewer, participantId);
  }

  private async replace(
    { id: participantId, coalitionId }: Participant,
    named: readonly ParticipantPerson[],
    stewardId: string | null,
  ): Promise<void> {
    const delegates = this.db.repo(Delegate);
    const before = await delegates.findBy({ participantId });
    await delegates.delete({ participantId });
    const createdAt = this.clock.now();
    const rows = named.map((one) => ({
      ...{ ...one, participantId, createdAt, isSteward: sourceIdOf(one) === stewardId },
    }));
    await delegates.insert(rows);
    const accountIds = new Set([...before, ...named].map(({ accountId }) => accountId));
    await this.records.placesChanged(coalitionId, [...accountIds]);
  }
}
