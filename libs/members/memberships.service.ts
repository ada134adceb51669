import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { FilesService } from '#files/files.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { Account } from './account.entity.js';
import { MembershipEnded, MembershipStarted, PersonaChanged } from './members.events.js';
import { Membership, MembershipRole } from './membership.entity.js';
import { type Persona, personaColumns } from './persona.js';
import { Revocations } from './revocations.js';
import { Ties } from './ties/ties.service.js';

/** Whoever shares a group of so many or fewer is tied (R3); the view `tie` counts as this does. */
const SMALL_GROUP = 10;
/** How long an offer to hold a group can be answered. */
export const OFFER_LASTS = 14 * DAY;

/** Starts and ends memberships. Who may do it is the rule of the caller's action. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly revocations: Revocations,
    private readonly ties: Ties,
    private readonly files: FilesService,
  ) {}

  /** The membership of this account in this group now, or null. */
  activeOf(accountId: string, groupId: string): Promise<Membership | null> {
    return this.db.repo(Membership).findOneBy({ accountId, groupId, endedAt: IsNull() });
  }

  /** Everybody who is in the group now, in the order of joining. */
  activeIn(groupId: string): Promise<Membership[]> {
    const where = { groupId, endedAt: IsNull() };
    return this.db.repo(Membership).find({ where, order: { joinedAt: 'ASC', id: 'ASC' } });
  }

  /** Account ids of everybody who is in the group now and is a member of Trama. */
  async livingIn(groupId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select a.id from membership m join account a on a.id = m.account_id and a.standing = 'member'
       where m.group_id = $1 and m.ended_at is null`,
      [groupId],
    );
    return rows.map((row) => row.id);
  }

  /** Whether another steward who can act holds the group of this membership. */
  async isHeldWithout({ id, groupId }: Membership): Promise<boolean> {
    const rows = await this.db.query(
      `select 1 from membership m join account a on a.id = m.account_id and a.standing = 'member'
       where m.group_id = $1 and m.id <> $2 and m.role = 'steward' and m.ended_at is null limit 1`,
      [groupId, id],
    );
    return rows.length > 0;
  }

  /** Whether its member is in the time after admission in which they hold no group. */
  isOfNewcomer({ accountId: id }: Membership): Promise<boolean> {
    const probationEndsAt = MoreThan(this.clock.now());
    return this.db.repo(Account).existsBy({ id, probationEndsAt });
  }

  /** Whether the member list shows a steward other than this account; perhaps one who cannot act. */
  hasStewardBeside(accountId: string, groupId: string): Promise<boolean> {
    const others = { groupId, accountId: Not(accountId), endedAt: IsNull() };
    return this.db.repo(Membership).existsBy({ ...others, role: MembershipRole.steward });
  }

  /** Every membership of this account now. */
  activeOfAccount(accountId: string): Promise<Membership[]> {
    return this.db.repo(Membership).findBy({ accountId, endedAt: IsNull() });
  }

  /** How many memberships of this group are active. */
  countIn(groupId: string): Promise<number> {
    return this.db.repo(Membership).countBy({ groupId, endedAt: IsNull() });
  }

  byIds(ids: readonly string[]): Promise<Membership[]> {
    return this.db.repo(Membership).findBy({ id: In([...ids]) });
  }

  /** The membership that shows this picture, locked until the end of the transaction. */
  wearing(personaPicture: string): Promise<Membership | null> {
    this.db.assertWriting();
    const lock = { mode: 'pessimistic_write' } as const;
    return this.db.repo(Membership).findOne({ where: { personaPicture }, lock });
  }

  /**
   * Starts a membership, or gives the one that is there; under a persona, the group never meets another name. Closed to
   * whoever is separated from somebody in it.
   */
  async start(
    accountId: string,
    groupId: string,
    role = MembershipRole.member,
    persona?: Persona | null,
  ): Promise<Membership> {
    this.db.assertWriting();
    const memberships = this.db.repo(Membership);
    const active = await this.activeOf(accountId, groupId);
    if (active) return active;
    const joinedAt = this.clock.now();
    const place = { accountId, groupId, role, joinedAt, endedAt: null };
    const membership = await memberships.save(
      memberships.create({ ...place, ...personaColumns(persona ?? null, joinedAt) }),
    );
    await this.assertNotParted(accountId, groupId);
    const membershipId = membership.id;
    await this.events.record(MembershipStarted, { membershipId, accountId, groupId });
    if ((await this.countIn(groupId)) <= SMALL_GROUP) await this.ties.arose([accountId]);
    return membership;
  }

  /** Ends it: from COMMIT on nothing of the group reaches that person, on any node. */
  async end(membership: Membership): Promise<void> {
    this.db.assertWriting();
    const { id: membershipId, accountId, groupId } = membership;
    const endedAt = this.clock.now();
    await this.db.repo(Membership).update(membershipId, { endedAt, personaPicture: '' });
    this.drop(membership);
    await this.events.record(MembershipEnded, { membershipId, accountId, groupId });
    this.db.afterCommit(() => this.revocations.tell({ kind: 'rights', accountId }));
    await this.tieWhoeverStays(groupId);
  }

  /** Ends it by a steward's act: the account stays out of the group until one lets them back. */
  async bar(membership: Membership): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Membership).update(membership.id, { barredAt: this.clock.now() });
    await this.end(membership);
  }

  /** The account may come back, by the ways that the group has. */
  async readmit({ id }: Membership): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Membership).update(id, { barredAt: null });
  }

  /** Whether a steward keeps this account out of the group. */
  isBarred(accountId: string, groupId: string): Promise<boolean> {
    return this.db.repo(Membership).existsBy({ accountId, groupId, barredAt: Not(IsNull()) });
  }

  /**
   * Another name in this group only, which leads to no profile; null: the profile's again. From one to the other the place
   * goes on as another membership: an id that was read with a profile is never read with a persona.
   */
  async setPersona(membershipId: string, persona: Persona | null): Promise<void> {
    this.db.assertWriting();
    const memberships = this.db.repo(Membership);
    const membership = await memberships.findOneByOrFail({ id: membershipId });
    const { accountId, groupId, personaName, personaSince } = membership;
    if ((personaName === null) !== (persona === null)) return this.goOnAs(persona, membership);
    await memberships.update(
      membershipId,
      personaColumns(persona, personaSince ?? this.clock.now()),
    );
    await this.events.record(PersonaChanged, { membershipId, accountId, groupId });
  }

  /** The membership that goes on where this one of the account ended by taking another name; else the same id. */
  async current(accountId: string, membershipId: string): Promise<string> {
    if (!isId(membershipId)) return membershipId;
    const past = await this.db.repo(Membership).findOneBy({ id: membershipId, accountId });
    const active = past && (await this.activeOf(accountId, past.groupId));
    return active?.id ?? membershipId;
  }

  /** It keeps what the account reads in each channel: a trigger knows it by the moment in which the other ended. */
  private async goOnAs(persona: Persona | null, membership: Membership): Promise<void> {
    const { id: membershipId, accountId, groupId, role } = membership;
    const memberships = this.db.repo(Membership);
    const now = this.clock.now();
    await memberships.update(membershipId, { endedAt: now, personaPicture: '' });
    this.drop(membership);
    // An offer to hold the group ends here: with it, stewards would know who goes on under the other name.
    const place = { accountId, groupId, role, joinedAt: now, endedAt: null };
    const next = await memberships.save(
      memberships.create({ ...place, ...personaColumns(persona, now) }),
    );
    await this.events.record(MembershipEnded, { membershipId, accountId, groupId });
    await this.events.record(MembershipStarted, { membershipId: next.id, accountId, groupId });
    this.db.afterCommit(() => this.revocations.tell({ kind: 'rights', accountId }));
  }

  /** The picture of a persona, by the name of its file; none: initials again. */
  async setPersonaPicture(membership: Membership, personaPicture: string): Promise<void> {
    this.db.assertWriting();
    const { id: membershipId, accountId, groupId } = membership;
    await this.db.repo(Membership).update(membershipId, { personaPicture });
    this.drop(membership);
    await this.events.record(PersonaChanged, { membershipId, accountId, groupId });
  }

  /** Changes the role in the group, and answers an offer of another. */
  async setRole(membershipId: string, role: MembershipRole): Promise<void> {
    this.db.assertWriting();
    const change = { role, roleChangedAt: this.clock.now(), stewardOfferEndsAt: null };
    await this.db.repo(Membership).update(membershipId, change);
  }

  /** Offers the role of a steward, for fourteen days from now. */
  async offerStewardship(membershipId: string): Promise<void> {
    this.db.assertWriting();
    const stewardOfferEndsAt = this.clock.in(OFFER_LASTS);
    await this.db.repo(Membership).update(membershipId, { stewardOfferEndsAt });
  }

  async endStewardshipOffer(membershipId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Membership).update(membershipId, { stewardOfferEndsAt: null });
  }

  /** The file of a picture that is shown no more. */
  private drop({ personaPicture }: Membership): void {
    if (personaPicture) this.files.dropAfterCommit(personaPicture);
  }

  /** The rule has said so before; of two who came at the same moment the second is stopped here, as at a closed group. */
  private async assertNotParted(accountId: string, groupId: string): Promise<void> {
    const lock = 'select 1 from separation where $1 in (low_id, high_id) and ended_at is null';
    const separations = await this.db.query(`${lock} order by id for update`, [accountId]);
    if (separations.length === 0) return;
    const sql = 'select 1 from parted_group where account_id = $1 and group_id = $2';
    const parted = await this.db.query(sql, [accountId, groupId]);
    if (parted.length > 0) throw new Forbidden();
  }

  /** A group that just became small ties everybody in it. */
  private async tieWhoeverStays(groupId: string): Promise<void> {
    if ((await this.countIn(groupId)) !== SMALL_GROUP) return;
    const stay = await this.activeIn(groupId);
    await this.ties.arose(stay.map(({ accountId }) => accountId));
  }
}
