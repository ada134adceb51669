import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { MembershipEnded, MembershipStarted } from './members.events.js';
import { Membership, MembershipRole } from './membership.entity.js';
import { Revocations } from './revocations.js';

/** Starts and ends memberships. Who may do it is the rule of the caller's action. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly revocations: Revocations,
  ) {}

  /** The membership of this account in this group now, or null. */
  activeOf(accountId: string, groupId: string): Promise<Membership | null> {
    return this.db.repo(Membership).findOneBy({ accountId, groupId, endedAt: IsNull() });
  }

  /** How many memberships of this group are active. */
  countIn(groupId: string): Promise<number> {
    return this.db.repo(Membership).countBy({ groupId, endedAt: IsNull() });
  }

  byIds(ids: readonly string[]): Promise<Membership[]> {
    return this.db.repo(Membership).findBy({ id: In([...ids]) });
  }

  /** Starts a membership, or gives the one that is there. Inside write(). */
  async start(
    accountId: string,
    groupId: string,
    role = MembershipRole.member,
  ): Promise<Membership> {
    const memberships = this.db.repo(Membership);
    const active = await this.activeOf(accountId, groupId);
    if (active) return active;
    const joinedAt = this.clock.now();
    const membership = await memberships.save(
      memberships.create({ accountId, groupId, role, joinedAt, endedAt: null, personaName: null }),
    );
    const membershipId = membership.id;
    await this.events.record(MembershipStarted, { membershipId, accountId, groupId });
    return membership;
  }

  /** Ends it: from COMMIT on nothing of the group reaches that person, on any node. Inside write(). */
  async end(membership: Membership): Promise<void> {
    const { id: membershipId, accountId, groupId } = membership;
    await this.db.repo(Membership).update(membershipId, { endedAt: this.clock.now() });
    await this.events.record(MembershipEnded, { membershipId, accountId, groupId });
    this.db.afterCommit(() => this.revocations.tell({ kind: 'rights', accountId }));
  }

  /** Another name in this group only; the profile is no longer linked to it. Inside write(). */
  async setPersona(membershipId: string, personaName: string): Promise<void> {
    await this.db.repo(Membership).update(membershipId, { personaName });
  }

  /** Changes the role in the group. Inside write(). */
  async setRole(membershipId: string, role: MembershipRole): Promise<void> {
    await this.db.repo(Membership).update(membershipId, { role });
  }
}
