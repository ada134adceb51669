import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';

/** A row, and the action that an account must be allowed to do to it in order to be notified. */
export interface RequiredAccess {
  /** The policy subject of the row. */
  readonly of: string;
  readonly id: string;
  /** Default: `read`. */
  readonly action?: string;
}

@Injectable()
export class NotificationRecipients {
  constructor(
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
  ) {}

  /**
   * Whether the account may do the action to the row now. Notifications disclose the row, so they need the same
   * permission as reading it.
   */
  async mayKnow(accountId: string, { of, id, action = 'read' }: RequiredAccess): Promise<boolean> {
    const viewer = await this.viewers.byAccount(accountId);
    return viewer !== undefined && this.access.may(of, id, viewer, action);
  }
}
