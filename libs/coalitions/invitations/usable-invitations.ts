import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { hashToken, isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { Participant } from '../participants/participant.entity.js';
import { CoalitionInvitation } from './coalition-invitation.entity.js';

export type InvitationKey = { readonly id: string } | { readonly token: string };

/** Finds invitations that the viewer can accept. Every other one gets the same NotFound. */
@Injectable()
export class UsableInvitations {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
  ) {}

  async byToken(viewer: Viewer, token: string): Promise<CoalitionInvitation> {
    const link = await this.access
      .list(CoalitionInvitation, viewer, 'use')
      .andWhere('it.token_hash = :hash', { hash: hashToken(token) })
      .getOne();
    if (!link) throw new NotFound();
    return link;
  }

  byId(viewer: Viewer, id: string): Promise<CoalitionInvitation> {
    return this.access.load(CoalitionInvitation, id, viewer, 'accept');
  }

  byKey(viewer: Viewer, key: InvitationKey): Promise<CoalitionInvitation> {
    return 'token' in key ? this.byToken(viewer, key.token) : this.byId(viewer, key.id);
  }

  /**
   * The invitation, if the viewer has accepted it and is still steward or spokesperson of the participant: the response
   * to an earlier request may have been lost. Nobody else learns which participant it is now, because that may have got
   * another id and name since.
   */
  async usedWith(
    viewer: Viewer,
    key: InvitationKey,
  ): Promise<(CoalitionInvitation & Used) | undefined> {
    if ('id' in key && !isId(key.id)) return undefined;
    const which = 'token' in key ? { tokenHash: hashToken(key.token) } : key;
    const own = { ...which, usedById: viewer.accountId };
    const invitation = await this.db.repo(CoalitionInvitation).findOneBy(own);
    const id = invitation?.participantId;
    if (!id || !viewer.coalitions.owner.includes(id)) return undefined;
    const participant = await this.access.loader(Participant, viewer).load(id);
    return participant ? Object.assign(invitation, { participant }) : undefined;
  }
}

interface Used {
  readonly participant: Participant;
}
