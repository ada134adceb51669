import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
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
    private readonly viewers: ViewerLoader,
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

  /**
   * Looks for a usable invitation first: an equal request can use it at any moment, and a used one stays used. Throws
   * NotFound for one that is neither usable nor used by this account.
   */
  async orUsed(viewer: Viewer, key: InvitationKey) {
    try {
      return { usable: await this.byKey(viewer, key), used: null };
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      const used = await this.usedWith(await this.viewers.reload(viewer), key);
      if (!used) throw error;
      return { usable: null, used };
    }
  }

  private byKey(viewer: Viewer, key: InvitationKey): Promise<CoalitionInvitation> {
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
