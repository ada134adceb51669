import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, TooMany } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { MembershipEndingsService } from '#members/membership-endings.service.js';
import {
  INVITE_PARTICIPANT_ACT_KIND,
  REMOVE_PARTICIPANT_ACT_KIND,
} from '../coalition-act-kinds.js';
import {
  CoalitionInvitationEnded,
  ParticipantsChanged,
  PlacesInCoalitionChanged,
  RequestedActObsolete,
} from '../coalitions.events.js';
import { Delegate } from '../delegates/delegate.entity.js';
import { CoalitionGrant } from '../grants/coalition-grant.entity.js';
import type { ParticipantCandidate } from './participant-candidates.js';
import {
  KIND_CHANGES_PERIOD,
  MAX_KIND_CHANGES,
  MAX_PARTICIPANTS,
  Participant,
} from './participant.entity.js';
import { ParticipantNames } from './participant-names.js';

interface EndedInvitation {
  readonly id: string;
  readonly isApproved: boolean;
  readonly groupId: string | null;
  readonly organisationId: string | null;
}

const END_INVITATIONS = `
  with ended as (
    update coalition_invitation set expires_at = $2, updated_at = $2
    where coalition_id = $1 and expires_at > $2 returning *)
  select id, approved_at is not null as "isApproved", group_id as "groupId", organisation_id as "organisationId"
  from ended`;

const HIDE_EVERYWHERE = `
  with hidden as (
    update coalition_grant set shown_in_id = null
    where participant_id = $1 and shown_in_id is not null returning account_id)
  select account_id as "accountId" from hidden`;

/** Adds participants and ends them. The caller checks the policy and holds the lock of the coalition. */
@Injectable()
export class ParticipantsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly endings: MembershipEndingsService,
    private readonly names: ParticipantNames,
  ) {}

  countIn(coalitionId: string): Promise<number> {
    return this.db.repo(Participant).countBy({ coalitionId, endedAt: IsNull() });
  }

  /** Adds a participant. Throws Conflict if it is in the coalition already, or if the chosen name is taken. */
  async add(
    coalitionId: string,
    { isOpen, groupId, organisationId }: ParticipantCandidate,
    shownName: string | null,
  ): Promise<Participant> {
    this.db.assertWriting();
    const participants = this.db.repo(Participant);
    const same = groupId ? { groupId } : { organisationId: organisationId! };
    if (await participants.existsBy({ coalitionId, ...same, endedAt: IsNull() })) {
      throw new Conflict('participant.alreadyIn');
    }
    if ((await this.countIn(coalitionId)) >= MAX_PARTICIPANTS) throw new Conflict('coalition.full');
    const shown = { shownName, groupId, organisationId };
    await this.names.assertMayUse(coalitionId, shown, { isOpen });
    if ((await this.countIn(coalitionId)) === 1) await this.endInvitationsOf(coalitionId);
    const joinedAt = this.clock.now();
    const made = { coalitionId, partyKey: newId(), ...shown, joinedAt, endedAt: null };
    const participant = await participants.save(
      participants.create({ ...made, createdAt: joinedAt }),
    );
    await this.events.record(ParticipantsChanged, { coalitionId });
    return participant;
  }

  /**
   * Ends every invitation when a second participant joins, with the same look whatever became of it: nobody but the
   * first participant agreed to them (R2).
   */
  private async endInvitationsOf(coalitionId: string): Promise<void> {
    const ended = await this.db.query<EndedInvitation>(END_INVITATIONS, [
      ...[coalitionId, this.clock.now()],
    ]);
    for (const { id: subjectKey, isApproved, ...whose } of ended) {
      const obsolete = { kind: INVITE_PARTICIPANT_ACT_KIND, subjectKey };
      if (isApproved) await this.events.record(CoalitionInvitationEnded, whose);
      else await this.events.record(RequestedActObsolete, obsolete);
    }
  }

  /** Counts a change between the own name and a chosen one. Throws TooMany beyond the quota. */
  async countKindChange({ id, kindChangedAt }: Participant): Promise<void> {
    this.db.assertWriting();
    const now = this.clock.now();
    const since = now.getTime() - KIND_CHANGES_PERIOD;
    const recent = kindChangedAt.filter((at) => at.getTime() > since);
    if (recent.length >= MAX_KIND_CHANGES) throw new TooMany('participant.tooManyNameChanges');
    await this.db.repo(Participant).update(id, { kindChangedAt: [...recent, now] });
  }

  /**
   * Gives a participant another id, so that whoever saw the earlier one cannot tell which it is. Its delegates, grants
   * and the invitation that it accepted follow. Nobody shows it any more: they had agreed to show its earlier name, and
   * would connect it to the new one. The caller notifies the coalition.
   */
  async renewId(participant: Participant): Promise<Participant> {
    this.db.assertWriting();
    const id = newId();
    const { coalitionId } = participant;
    const shown = await this.db.query<{ accountId: string }>(HIDE_EVERYWHERE, [participant.id]);
    await this.db.repo(Participant).update(participant.id, { id });
    if (shown.length > 0) {
      const accountIds = shown.map(({ accountId }) => accountId);
      await this.events.record(PlacesInCoalitionChanged, { coalitionId, accountIds });
    }
    return Object.assign(participant, { id });
  }

  /**
   * Ends a participant with its delegates and grants. The entries of those who came through it alone end in the same
   * transaction. The row remains without its group or organisation and its name, for the date.
   */
  async end({ id: participantId, partyKey, coalitionId }: Participant): Promise<void> {
    this.db.assertWriting();
    const left = { groupId: null, organisationId: null, shownName: null, kindChangedAt: [] };
    await this.db.repo(Participant).update(participantId, { ...left, endedAt: this.clock.now() });
    await this.db.repo(Delegate).delete({ participantId });
    await this.db.repo(CoalitionGrant).delete({ participantId });
    await this.endings.endUnexplainedEntries({ coalitionIds: [coalitionId] });
    await this.events.record(ParticipantsChanged, { coalitionId });
    await this.events.record(RequestedActObsolete, {
      kind: REMOVE_PARTICIPANT_ACT_KIND,
      subjectKey: partyKey,
    });
  }
}
