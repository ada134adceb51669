import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Group } from '#groups/group.entity.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { Participant } from '../participants/participant.entity.js';
import { CoalitionGrant } from './coalition-grant.entity.js';
import { GrantState, type HeldGrant } from './grant.view.js';

/** The grants, of $2, in whose coalitions account $1 had an entry that ended after the grant was given. */
const LEFT = `
  select g.id from coalition_grant g join participant p on p.id = g.participant_id
  where g.id = any($2) and exists (
    select 1 from membership e
    where e.account_id = $1 and e.group_id = p.coalition_id and e.ended_at >= g.created_at)`;

/** Reads the grants that the viewer holds, and locks one for a change. */
@Injectable()
export class HeldGrants {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly groupLock: GroupLockService,
  ) {}

  /**
   * Those that wait for an answer first, then the latest first. A grant is absent where a separated person takes part or
   * a coalition steward removed the viewer.
   */
  async all(viewer: Viewer): Promise<HeldGrant[]> {
    // Most people are in no participant, and every start page asks.
    if (viewer.coalitions.near.length === 0) return [];
    const grants = await this.query(viewer)
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .getMany();
    const held = await this.viewsOf(viewer, grants);
    return held.toSorted((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)));
  }

  /** The number of coalitions with a grant that waits for an answer. */
  async countWaiting(viewer: Viewer): Promise<number> {
    const waiting = (await this.all(viewer)).filter(isWaiting);
    return new Set(waiting.map(({ coalitionId }) => coalitionId)).size;
  }

  /**
   * Locks the coalition, the grant and the membership or affiliation for which it was given, and only then checks with
   * the viewer's current rights: so neither ends before COMMIT. Throws NotFound for a grant that the viewer cannot use.
   */
  async lock(viewer: Viewer, id: string, action: 'accept' | 'decline' | 'show') {
    this.db.assertWriting();
    const seen = isId(id)
      ? await this.query(viewer).andWhere('it.id = :id', { id }).getOne()
      : null;
    if (!seen) throw new NotFound();
    const participants = this.db.repo(Participant);
    const participant = await participants.findOneBy({ id: seen.participantId });
    if (!participant) throw new NotFound();
    const { coalitionId } = participant;
    await this.groupLock.acquire(coalitionId);
    await this.lockRow('coalition_grant', id);
    await this.lockRow('membership', seen.membershipId);
    await this.lockRow('affiliation', seen.affiliationId);
    const now = await this.groupLock.acquireAs(viewer, coalitionId);
    return { grant: await this.access.load(CoalitionGrant, id, now, action), coalitionId, now };
  }

  coalition(viewer: Viewer, id: string): Promise<Group> {
    return this.access.load(Group, id, viewer, 'read');
  }

  private async lockRow(
    table: 'coalition_grant' | 'membership' | 'affiliation',
    id: string | null,
  ): Promise<void> {
    if (id) await this.db.query(`select 1 from ${table} where id = $1 for share`, [id]);
  }

  private async viewsOf(viewer: Viewer, grants: readonly CoalitionGrant[]): Promise<HeldGrant[]> {
    const ids = grants.map(({ participantId }) => participantId);
    const rows = await this.db.repo(Participant).findBy({ id: In(ids) });
    const coalitionIds = new Map(rows.map(({ id, coalitionId }) => [id, coalitionId]));
    // A participant may have left, or got another id, meanwhile.
    const present = grants.filter(({ participantId }) => coalitionIds.has(participantId));
    const inside = new Set(viewer.groups.member);
    const outside = present.filter((one) => !inside.has(coalitionIds.get(one.participantId)!));
    const left = await this.leftOf(viewer, outside);
    return present.map((grant) => {
      const { id, participantId, shownInId } = grant;
      const coalitionId = coalitionIds.get(participantId)!;
      const place = { isInside: inside.has(coalitionId), hasLeft: left.has(id) };
      const state = stateOf(grant, place);
      const isShown =
        state === GrantState.accepted && viewer.membershipIds.includes(shownInId ?? '');
      return { id, participantId, coalitionId, state, isShown };
    });
  }

  /** The ids of the grants in whose coalition the viewer has taken part since. */
  private async leftOf(viewer: Viewer, grants: readonly CoalitionGrant[]): Promise<Set<string>> {
    if (grants.length === 0) return new Set();
    const values = [viewer.accountId, grants.map(({ id }) => id)];
    const rows = await this.db.query<{ id: string }>(LEFT, values);
    return new Set(rows.map(({ id }) => id));
  }

  private query(viewer: Viewer) {
    return this.access.list(CoalitionGrant, viewer, 'receive');
  }
}

interface GrantPlace {
  /** Whether the viewer takes part in the coalition. */
  readonly isInside: boolean;
  readonly hasLeft: boolean;
}

/** The list and the count of waiting grants both read this. */
function stateOf(grant: CoalitionGrant, { isInside, hasLeft }: GrantPlace): GrantState {
  // The acceptance of a person without an entry, such as a removed one, lets them take part no more.
  if (isInside && grant.acceptedAt) return GrantState.accepted;
  if (grant.declinedAt) return GrantState.declined;
  if (isInside) return GrantState.additional;
  return hasLeft ? GrantState.left : GrantState.waiting;
}

const isWaiting = ({ state }: HeldGrant): boolean => state === GrantState.waiting;
