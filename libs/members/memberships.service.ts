import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { FilesService } from '#files/files.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { Account } from './account.entity.js';
import {
  MembershipMessagesDeleted,
  MembershipStarted,
  MembersUnlisted,
  PersonaChanged,
} from './members.events.js';
import { MembershipEndingsService } from './membership-endings.service.js';
import { GroupKind, isSteward, Membership, MembershipRole } from './membership.entity.js';
import { type Persona, personaColumns } from './persona.js';
import { ConflictsOfInterestService } from './relationships/conflicts-of-interest.service.js';
import { updateStewardVacancies } from './steward-vacancies.js';

/** How long a stewardship offer can be accepted. */
export const STEWARDSHIP_OFFER_DURATION = 14 * DAY;

/** A member's consent to a version of the agreements of a group. */
export interface AgreementsConsent {
  readonly version: number;
  /** Null if it was given before consent had a time. */
  readonly at: Date | null;
  /** Until when the member can consent to a later version, if there is one. */
  readonly dueAt?: Date | null;
}

/** Starts and ends memberships. The caller checks the policy. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly endings: MembershipEndingsService,
    private readonly ties: ConflictsOfInterestService,
    private readonly files: FilesService,
  ) {}

  activeOf(accountId: string, groupId: string): Promise<Membership | null> {
    return this.db.repo(Membership).findOneBy({ accountId, groupId, endedAt: IsNull() });
  }

  /** Returns the active memberships of a group, in order of joining. */
  activeIn(groupId: string): Promise<Membership[]> {
    const where = { groupId, endedAt: IsNull() };
    return this.db.repo(Membership).find({ where, order: { joinedAt: 'ASC', id: 'ASC' } });
  }

  /** Account ids of the active memberships of a group whose account is a member of Trama. */
  async activeAccountIdsIn(groupId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select a.id from membership m join account a on a.id = m.account_id and a.standing = 'member'
       where m.group_id = $1 and m.ended_at is null`,
      [groupId],
    );
    return rows.map((row) => row.id);
  }

  /** Whether the group has another steward who is a member of Trama. */
  async hasOtherActiveSteward({ id, groupId }: Membership): Promise<boolean> {
    const rows = await this.db.query(
      `select 1 from membership m join account a on a.id = m.account_id and a.standing = 'member'
       where m.group_id = $1 and m.id <> $2 and m.role = 'steward' and m.ended_at is null limit 1`,
      [groupId, id],
    );
    return rows.length > 0;
  }

  /** Whether the membership's account is on probation and therefore cannot be a steward. */
  isOnProbation({ accountId: id }: Membership): Promise<boolean> {
    const probationEndsAt = MoreThan(this.clock.now());
    return this.db.repo(Account).existsBy({ id, probationEndsAt });
  }

  /** Whether the group has a steward besides this account. That steward may be suspended or locked. */
  hasOtherSteward(accountId: string, groupId: string): Promise<boolean> {
    const others = { groupId, accountId: Not(accountId), endedAt: IsNull() };
    return this.db.repo(Membership).existsBy({ ...others, role: MembershipRole.steward });
  }

  /** Whether the group lists a steward, suspended or not. */
  hasSteward(groupId: string): Promise<boolean> {
    const { steward: role } = MembershipRole;
    return this.db.repo(Membership).existsBy({ groupId, role, endedAt: IsNull() });
  }

  activeOfAccount(accountId: string): Promise<Membership[]> {
    return this.db.repo(Membership).findBy({ accountId, endedAt: IsNull() });
  }

  countIn(groupId: string): Promise<number> {
    return this.db.repo(Membership).countBy({ groupId, endedAt: IsNull() });
  }

  /** Number of active members whom this account may see if it is no steward: itself, listed members and stewards. */
  countShownIn(groupId: string, accountId: string): Promise<number> {
    const active = { groupId, endedAt: IsNull() };
    const steward = { ...active, role: MembershipRole.steward };
    return this.db
      .repo(Membership)
      .countBy([{ ...active, isListed: true }, { ...active, accountId }, steward]);
  }

  byIds(ids: readonly string[]): Promise<Membership[]> {
    return this.db.repo(Membership).findBy({ id: In([...ids]) });
  }

  /** Returns the membership with this picture, locked until COMMIT. */
  withPersonaPicture(personaPicture: string): Promise<Membership | null> {
    this.db.assertWriting();
    const lock = { mode: 'pessimistic_write' } as const;
    return this.db.repo(Membership).findOne({ where: { personaPicture }, lock });
  }

  /**
   * Starts a membership, or returns the active one. With a persona the group never sees another name. Throws Forbidden
   * if the account is separated from a member of the group.
   */
  start(
    accountId: string,
    groupId: string,
    role = MembershipRole.member,
    persona?: Persona | null,
  ): Promise<Membership> {
    return this.startAs(accountId, { groupId, groupKind: GroupKind.group, role }, persona);
  }

  /** Starts the entry of a person in a coalition, like `start`. The caller has checked that a grant explains it. */
  startEntry(accountId: string, groupId: string, persona: Persona | null): Promise<Membership> {
    const role = MembershipRole.member;
    return this.startAs(accountId, { groupId, groupKind: GroupKind.coalition, role }, persona);
  }

  private async startAs(
    accountId: string,
    { groupId, ...how }: Pick<Membership, 'groupId' | 'groupKind' | 'role'>,
    persona: Persona | null | undefined,
  ): Promise<Membership> {
    this.db.assertWriting();
    const memberships = this.db.repo(Membership);
    const active = await this.activeOf(accountId, groupId);
    if (active) return active;
    const joinedAt = this.clock.now();
    const place = { accountId, groupId, ...how, joinedAt, endedAt: null };
    const membership = await memberships.save(
      memberships.create({ ...place, ...personaColumns(persona ?? null, joinedAt) }),
    );
    await this.assertNotParted(accountId, groupId);
    if (isSteward(membership)) await this.updateVacancy(membership);
    const membershipId = membership.id;
    await this.events.record(MembershipStarted, { membershipId, accountId, groupId });
    await this.ties.reportGrown(groupId);
    return membership;
  }

  /**
   * Ends a membership, and the entries in coalitions that depended on it. After COMMIT the account receives nothing of the
   * group on any node.
   */
  async end(membership: Membership): Promise<void> {
    this.db.assertWriting();
    const change = { endedAt: this.clock.now(), personaPicture: '' };
    const active = { id: membership.id, endedAt: IsNull() };
    const { affected } = await this.db.repo(Membership).update(active, change);
    // An entry in a coalition may have ended with the membership that explained it.
    if (affected === 0) return;
    if (isSteward(membership)) await this.updateVacancy(membership);
    await this.endings.ended(membership);
    await this.ties.reportShrunk(membership.groupId);
  }

  /**
   * Deletes what an account posted under a membership that ended. Nobody reads it from COMMIT on; a job empties the rows.
   * Other memberships of the account in the group keep their messages: to delete them together would show that they are
   * of one person.
   */
  async deleteMessages({ id: membershipId }: Membership): Promise<void> {
    this.db.assertWriting();
    const { affected } = await this.db
      .repo(Membership)
      .update(
        { id: membershipId, endedAt: Not(IsNull()), messagesDeletedAt: IsNull() },
        { messagesDeletedAt: this.clock.now() },
      );
    if (affected !== 0) await this.events.record(MembershipMessagesDeleted, { membershipId });
  }

  /** Ends every membership of a group. No conflict of interest arises, because nobody stays. */
  async endAllIn(groupId: string): Promise<void> {
    this.db.assertWriting();
    const active = await this.activeIn(groupId);
    const endedAt = this.clock.now();
    const where = { groupId, endedAt: IsNull() };
    await this.db.repo(Membership).update(where, { endedAt, personaPicture: '' });
    for (const membership of active) await this.endings.ended(membership);
  }

  /** Ends a membership at a steward's request and bars the account from rejoining. */
  async bar(membership: Membership): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Membership).update(membership.id, { barredAt: this.clock.now() });
    await this.end(membership);
  }

  /** Lets a barred account rejoin in the usual ways of the group. */
  async readmit({ id }: Membership): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Membership).update(id, { barredAt: null });
  }

  isBarred(accountId: string, groupId: string): Promise<boolean> {
    return this.db.repo(Membership).existsBy({ accountId, groupId, barredAt: Not(IsNull()) });
  }

  /**
   * Sets the persona; null returns to the profile's name. A change between the two starts a new membership, so that an
   * id seen with a profile is never seen with a persona.
   */
  async setPersona(membershipId: string, persona: Persona | null): Promise<void> {
    this.db.assertWriting();
    const memberships = this.db.repo(Membership);
    const membership = await memberships.findOneByOrFail({ id: membershipId });
    const { accountId, groupId, personaName, personaSince } = membership;
    if ((personaName === null) !== (persona === null)) return this.continueAs(persona, membership);
    await memberships.update(
      membershipId,
      personaColumns(persona, personaSince ?? this.clock.now()),
    );
    await this.events.record(PersonaChanged, { membershipId, accountId, groupId });
  }

  /** Returns the id of the account's active membership in the same group if this one ended, otherwise the given id. */
  async current(accountId: string, membershipId: string): Promise<string> {
    if (!isId(membershipId)) return membershipId;
    const past = await this.db.repo(Membership).findOneBy({ id: membershipId, accountId });
    const active = past && (await this.activeOf(accountId, past.groupId));
    return active?.id ?? membershipId;
  }

  /**
   * Ends the membership and starts a new one for the same account. Grants and delegations for the old one end, because
   * they would link the two names. A trigger keeps the read positions, because the new
   * membership starts at the time at which the old one ended.
   */
  private async continueAs(persona: Persona | null, membership: Membership): Promise<void> {
    const { id: membershipId, accountId, groupId, groupKind } = membership;
    const { agreementsVersion, agreementsConsentedAt, agreementsDueAt } = membership;
    const memberships = this.db.repo(Membership);
    const now = this.clock.now();
    await memberships.update(membershipId, { endedAt: now, personaPicture: '' });
    // A stewardship offer and the role of facilitator end, because they would show who continues under the new name. A
    // steward stays one, so that the group keeps its steward.
    const role = isSteward(membership) ? MembershipRole.steward : MembershipRole.member;
    const { isListed } = membership;
    const place = { accountId, groupId, groupKind, role, isListed, joinedAt: now, endedAt: null };
    const consent = { agreementsVersion, agreementsConsentedAt, agreementsDueAt };
    const next = await memberships.save(
      memberships.create({ ...place, ...consent, ...personaColumns(persona, now) }),
    );
    await this.endings.ended(membership);
    await this.events.record(MembershipStarted, { membershipId: next.id, accountId, groupId });
    await this.ties.reportGrown(groupId);
  }

  /** Sets the picture of a persona by its file name; an empty name means initials. */
  async setPersonaPicture(membership: Membership, personaPicture: string): Promise<void> {
    this.db.assertWriting();
    const { id: membershipId, accountId, groupId } = membership;
    await this.db.repo(Membership).update(membershipId, { personaPicture });
    this.drop(membership);
    await this.events.record(PersonaChanged, { membershipId, accountId, groupId });
  }

  /** Changes the role. A stewardship offer ends when its recipient becomes steward. */
  async setRole(membership: Membership, role: MembershipRole): Promise<void> {
    this.db.assertWriting();
    const change = { role, previousRole: membership.role, roleChangedAt: this.clock.now() };
    const ended = role === MembershipRole.steward ? { stewardOfferEndsAt: null } : {};
    await this.db.repo(Membership).update(membership.id, { ...change, ...ended });
    await this.updateVacancy(membership);
  }

  /** Records the consent of a member to a version of the group's agreements, and never to an earlier one than before. */
  async consent(accountId: string, groupId: string, consent: AgreementsConsent): Promise<void> {
    this.db.assertWriting();
    await this.db.query(
      `update membership set agreements_version = $3, agreements_consented_at = $4, agreements_due_at = $5
       where account_id = $1 and group_id = $2 and ended_at is null and (agreements_version < $3
         or agreements_version = $3 and (agreements_consented_at is null or agreements_due_at is not null))`,
      [accountId, groupId, consent.version, consent.at, consent.dueAt ?? null],
    );
  }

  async offerStewardship(membershipId: string): Promise<void> {
    this.db.assertWriting();
    const stewardOfferEndsAt = this.clock.in(STEWARDSHIP_OFFER_DURATION);
    await this.db.repo(Membership).update(membershipId, { stewardOfferEndsAt });
  }

  async endStewardshipOffer(membershipId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Membership).update(membershipId, { stewardOfferEndsAt: null });
  }

  /** Hides all memberships of a group from its other members, also those that ended. */
  async unlistAll(groupId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Membership).update({ groupId, isListed: true }, { isListed: false });
    const active = await this.activeIn(groupId);
    await this.events.record(MembersUnlisted, {
      groupId,
      membershipIds: active.map(({ id }) => id),
      accountIds: active.map(({ accountId }) => accountId),
    });
  }

  /** Shows a member in the list of the group. */
  async list({ id }: Membership): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Membership).update(id, { isListed: true });
  }

  /** A coalition has no stewards of its own, so it never looks for one. */
  private async updateVacancy({ groupId, groupKind }: Membership): Promise<void> {
    if (groupKind === GroupKind.group)
      await updateStewardVacancies(this.db, [groupId], this.clock.now());
  }

  /** Deletes the file of a replaced picture after COMMIT. */
  private drop({ personaPicture }: Membership): void {
    if (personaPicture) this.files.dropAfterCommit(personaPicture);
  }

  /**
   * Throws Forbidden if a separated member is in the group. The policy has checked this already; the lock on
   * separations covers two separated members who join at the same moment.
   */
  private async assertNotParted(accountId: string, groupId: string): Promise<void> {
    const lock = 'select 1 from separation where $1 in (low_id, high_id) and ended_at is null';
    const separations = await this.db.query(`${lock} order by id for update`, [accountId]);
    if (separations.length === 0) return;
    const sql = 'select 1 from parted_group where account_id = $1 and group_id = $2';
    const parted = await this.db.query(sql, [accountId, groupId]);
    if (parted.length > 0) throw new Forbidden();
  }
}
