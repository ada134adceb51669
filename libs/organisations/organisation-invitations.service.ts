import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, TooMany } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { AffiliationsService } from './affiliations.service.js';
import { Organisation } from './organisation.entity.js';
import {
  OrganisationInvitation,
  type OrganisationInvitationState,
} from './organisation-invitation.entity.js';
import { OrganisationInvitationSent, OrganisationInvitationEnded } from './organisations.events.js';
import type { InviteToOrganisationInput } from './organisations.inputs.js';

const EXPIRES_AFTER = 14 * DAY;
/**
 * Minimum time before the same member can be invited again, whatever the answer. Invitations are stored for the same
 * time.
 */
export const MIN_TIME_BETWEEN_ORGANISATION_INVITATIONS = 90 * DAY;
/**
 * Maximum number of open invitations per organisation. Declined invitations count like waiting ones until they expire.
 */
const MAX_OPEN = 20;

interface Standing {
  is_in: boolean;
  was_invited: boolean;
  open: number;
}

/** Invites members into organisations and records their answers. */
@Injectable()
export class OrganisationInvitationsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly affiliations: AffiliationsService,
    private readonly quotas: ContactQuotasService,
  ) {}

  invite(viewer: Viewer, input: InviteToOrganisationInput): Promise<Organisation> {
    const { organisationId, personId } = input;
    return this.db.write(async () => {
      const organisation = await this.access.load(Organisation, organisationId, viewer, 'invite');
      const { accountId } = await this.access.load(Profile, personId, viewer, 'invite');
      await this.checkMayInvite(organisationId, accountId);
      const isAlly = viewer.allies.includes(accountId);
      await this.quotas.use(viewer.accountId, isAlly ? 'inviteAlly' : 'inviteMember');
      const invitations = this.db.repo(OrganisationInvitation);
      const times = { createdAt: this.clock.now(), expiresAt: this.clock.in(EXPIRES_AFTER) };
      const { id: invitationId } = await invitations.save(
        invitations.create({ organisationId, accountId, state: 'waiting', ...times }),
      );
      const asked = { invitationId, organisationId, accountId };
      await this.events.record(OrganisationInvitationSent, asked);
      return organisation;
    });
  }

  /** Invitations that wait for the viewer, newest first. */
  mine(viewer: Viewer): Promise<OrganisationInvitation[]> {
    return this.waiting(viewer).orderBy('it.created_at', 'DESC').take(50).getMany();
  }

  countMine(viewer: Viewer): Promise<number> {
    return this.waiting(viewer).getCount();
  }

  /** Open invitations of an organisation for its spokesperson, newest first. */
  async of(viewer: Viewer, organisationId: string): Promise<OrganisationInvitation[]> {
    await this.access.load(Organisation, organisationId, viewer, 'read');
    return this.access
      .list(OrganisationInvitation, viewer, 'withdraw')
      .andWhere('it.organisation_id = :organisationId', { organisationId })
      .orderBy('it.created_at', 'DESC')
      .take(50)
      .getMany();
  }

  accept(viewer: Viewer, id: string): Promise<OrganisationInvitation> {
    return this.db.write(async () => {
      const invitation = await this.answer(viewer, id, 'accept', 'accepted');
      const { organisationId } = invitation;
      await this.affiliations.start(viewer.accountId, organisationId);
      return invitation;
    });
  }

  /** Declines an invitation. The spokesperson is not notified and sees no change. */
  decline(viewer: Viewer, id: string): Promise<OrganisationInvitation> {
    return this.db.write(() => this.answer(viewer, id, 'decline', 'declined'));
  }

  withdraw(viewer: Viewer, id: string): Promise<OrganisationInvitation> {
    return this.db.write(() => this.answer(viewer, id, 'withdraw', 'withdrawn'));
  }

  private waiting(viewer: Viewer) {
    return this.access.list(OrganisationInvitation, viewer, 'accept');
  }

  private async answer(
    viewer: Viewer,
    id: string,
    action: string,
    state: OrganisationInvitationState,
  ): Promise<OrganisationInvitation> {
    const invitation = await this.access.load(OrganisationInvitation, id, viewer, action);
    const { accountId } = invitation;
    if (invitation.state === 'waiting')
      await this.events.record(OrganisationInvitationEnded, { invitationId: id, accountId });
    invitation.state = state;
    return this.db.repo(OrganisationInvitation).save(invitation);
  }

  /**
   * Throws Conflict or TooMany if the member cannot be invited now. The error is the same for a member who declined and
   * for a member who has not answered.
   */
  private async checkMayInvite(organisationId: string, accountId: string): Promise<void> {
    const [standing] = await this.db.query<Standing>(
      `select exists (select 1 from affiliation where organisation_id = $1 and account_id = $2) as is_in,
         exists (select 1 from organisation_invitation
           where organisation_id = $1 and account_id = $2 and created_at > $3) as was_invited,
         (select count(*)::int from organisation_invitation where organisation_id = $1
           and state in ('waiting', 'declined') and expires_at > $4) as open`,
      [
        organisationId,
        accountId,
        this.clock.in(-MIN_TIME_BETWEEN_ORGANISATION_INVITATIONS),
        this.clock.now(),
      ],
    );
    if (standing!.is_in) throw new Conflict('organisation.alreadyIn');
    if (standing!.was_invited) throw new Conflict('organisation.invitedBefore');
    if (standing!.open >= MAX_OPEN) throw new TooMany('organisation.invitations');
  }
}
