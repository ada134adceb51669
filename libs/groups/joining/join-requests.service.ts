import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { AddGroupMember } from './add-group-member.js';
import { JoinRequestDecided } from '../groups.events.js';
import type { JoinGroupArgs } from '../groups.inputs.js';
import type { JoinAnswer } from './join-answer.view.js';
import { JoinRequest, JoinRequestState } from './join-request.entity.js';

/**
 * The member had another name in the group after the request was accepted. Listed beside the members, the request would
 * tell whose name that is, also after they left or came back.
 */
const HAS_OTHER_NAME = `it.state = 'accepted' and it.account_id <> :me and exists (
  select from membership m
  where m.account_id = it.account_id and m.group_id = it.group_id
    and m.persona_name is distinct from it.persona_name and (m.ended_at is null or m.ended_at >= it.decided_at))`;

/** Time in which a steward may undo a decline, in ms. */
const UNDO_MS = 30_000;

/** Joins open groups, and handles join requests. */
@Injectable()
export class JoinRequestsService {
  private readonly counts = new PerViewerCache<DataLoader<string, number>>();
  private readonly ended = new PerViewerCache<DataLoader<string, boolean>>();

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly entering: AddGroupMember,
  ) {}

  /**
   * Adds the viewer to an open group, or to any group into which they have a waiting invitation, which is then
   * accepted.
   */
  join(viewer: Viewer, { groupId, personaName, agreementsVersion }: JoinGroupArgs): Promise<Group> {
    return this.db.write(async () => {
      await this.access.load(Group, groupId, viewer, 'join');
      // Check again after the lock: a steward may have withdrawn the invitation or closed the group.
      const now = await this.entering.inTurn(viewer, groupId);
      const group = await this.access.load(Group, groupId, now, 'join');
      const member = { accountId: viewer.accountId, groupId, personaName };
      await this.entering.enterNow(member, agreementsVersion);
      return group;
    });
  }

  withdraw(viewer: Viewer, id: string): Promise<JoinRequest> {
    return this.db.write(async () => {
      const request = await this.access.load(JoinRequest, id, viewer, 'withdraw');
      return this.settle(request, JoinRequestState.withdrawn);
    });
  }

  accept(viewer: Viewer, id: string): Promise<JoinRequest> {
    return this.change(viewer, id, 'decide', async (request) => {
      await this.decided(request, JoinRequestState.accepted);
      // If the agreements changed meanwhile, the new member reads the change and consents like everybody.
      const { agreementsVersion, agreementsConsentedAt } = request;
      await this.entering.enter(request, agreementsVersion, agreementsConsentedAt);
    });
  }

  /** Declines a request after a delay in which the steward can undo it. Until then the requester sees no change. */
  decline(viewer: Viewer, id: string): Promise<JoinRequest> {
    return this.change(viewer, id, 'decide', (request) => {
      request.declineAt = this.clock.in(UNDO_MS);
      return this.db.repo(JoinRequest).save(request);
    });
  }

  /** Undoes a decline. Does nothing for a waiting request, so that a second tab gets the same response. */
  undoDecline(viewer: Viewer, id: string): Promise<JoinRequest> {
    return this.change(viewer, id, 'undoDecline', (request) => {
      request.declineAt = null;
      return this.db.repo(JoinRequest).save(request);
    });
  }

  /** Completes declines that can no longer be undone. */
  declineDue(): Promise<void> {
    return this.db.write(async () => {
      const due = await this.db
        .repo(JoinRequest)
        .createQueryBuilder('it')
        .where(`it.state = 'waiting' and it.decline_at <= :now`, { now: this.clock.now() })
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      for (const request of due) await this.decided(request, JoinRequestState.declined);
    });
  }

  /** The state that the viewer sees: stewards see a decline at once, the requester after the time to undo it. */
  stateFor({ accountId }: Viewer, request: JoinRequest): JoinRequestState {
    const isPending = request.declineAt && request.state === JoinRequestState.waiting;
    const isOwn = request.accountId === accountId;
    return isPending && !isOwn ? JoinRequestState.declined : request.state;
  }

  async answers(viewer: Viewer, id: string): Promise<JoinAnswer[]> {
    const request = await this.access.load(JoinRequest, id, viewer, 'readAnswers');
    return request.answers ?? [];
  }

  /** Waiting requests of one group, oldest first. */
  async waitingIn(viewer: Viewer, groupId: string): Promise<JoinRequest[]> {
    await this.access.load(Group, groupId, viewer, 'read');
    return this.waiting(viewer).andWhere('it.group_id = :groupId', { groupId }).take(100).getMany();
  }

  /**
   * Requests of one group that ended with answers that the viewer may still read, the latest first: for stewards those of
   * everybody, except of members with another name by now, for others their own. A decline that can still be undone is ended
   * for stewards alone.
   */
  async endedIn(viewer: Viewer, groupId: string): Promise<JoinRequest[]> {
    await this.access.load(Group, groupId, viewer, 'read');
    const isDeclinedByNow = 'it.decline_at is not null and it.account_id <> :me';
    return this.access
      .list(JoinRequest, viewer, 'readAnswers')
      .andWhere('it.group_id = :groupId and it.answers is not null', { groupId })
      .andWhere(`(it.state <> 'waiting' or (${isDeclinedByNow}))`, { me: viewer.accountId })
      .andWhere(`not (${HAS_OTHER_NAME})`)
      .orderBy('it.decided_at', 'DESC', 'NULLS FIRST')
      .addOrderBy('it.id')
      .take(100)
      .getMany();
  }

  /** Whether `endedIn` lists a request of the viewer themself. */
  hasOwnEndedIn(viewer: Viewer, groupId: string): Promise<boolean> {
    const make = () =>
      new DataLoader((ids: readonly string[]) => this.ownEndedIn(viewer, ids), { cache: false });
    return this.ended.of(viewer, make).load(groupId);
  }

  /** How many requests wait for the viewer, in all groups of which they are steward. */
  countWaiting(viewer: Viewer): Promise<number> {
    return this.waiting(viewer).getCount();
  }

  /** How many requests wait in one group; null unless the viewer is its steward. */
  async countWaitingIn(viewer: Viewer, groupId: string): Promise<number | null> {
    if (!viewer.groups.steward.includes(groupId)) return null;
    const make = () =>
      new DataLoader((ids: readonly string[]) => this.countsIn(viewer, ids), { cache: false });
    return this.counts.of(viewer, make).load(groupId);
  }

  private async countsIn(viewer: Viewer, groupIds: readonly string[]): Promise<number[]> {
    const rows = await this.access
      .list(JoinRequest, viewer, 'decide')
      .andWhere('it.group_id = any(:groupIds)', { groupIds })
      .select('it.group_id', 'groupId')
      .addSelect('count(*)::int', 'count')
      .groupBy('it.group_id')
      .getRawMany<{ groupId: string; count: number }>();
    const byGroup = new Map(rows.map(({ groupId, count }) => [groupId, count]));
    return groupIds.map((id) => byGroup.get(id) ?? 0);
  }

  private async ownEndedIn(viewer: Viewer, groupIds: readonly string[]): Promise<boolean[]> {
    const rows = await this.access
      .list(JoinRequest, viewer, 'readAnswers')
      .andWhere('it.group_id = any(:groupIds) and it.account_id = :me', {
        groupIds,
        me: viewer.accountId,
      })
      .andWhere(`it.answers is not null and it.state <> 'waiting'`)
      .select('distinct it.group_id', 'groupId')
      .getRawMany<{ groupId: string }>();
    const found = new Set(rows.map(({ groupId }) => groupId));
    return groupIds.map((id) => found.has(id));
  }

  private waiting(viewer: Viewer) {
    return this.access
      .list(JoinRequest, viewer, 'decide')
      .orderBy('it.created_at')
      .addOrderBy('it.id');
  }

  private change(
    viewer: Viewer,
    id: string,
    action: 'decide' | 'undoDecline',
    part: (request: JoinRequest) => Promise<unknown>,
  ): Promise<JoinRequest> {
    return this.db.write(async () => {
      // Read without a lock, only to learn the group: its row must be locked first, to prevent deadlocks.
      const seen = isId(id) ? await this.access.loader(JoinRequest, viewer).load(id) : null;
      if (!seen) throw new NotFound();
      const now = await this.entering.inTurn(viewer, seen.groupId);
      const request = await this.access.load(JoinRequest, id, now, action);
      await part(request);
      return request;
    });
  }

  private async decided(request: JoinRequest, state: JoinRequestState): Promise<void> {
    const { id: joinRequestId, groupId, accountId } = request;
    await this.settle(request, state);
    await this.events.record(JoinRequestDecided, { joinRequestId, groupId, accountId });
  }

  private settle(request: JoinRequest, state: JoinRequestState): Promise<JoinRequest> {
    request.state = state;
    request.decidedAt = this.clock.now();
    return this.db.repo(JoinRequest).save(request);
  }
}
