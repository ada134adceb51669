import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';

/** A row, and what one must be allowed to do to it in order to be told of it. */
export interface Told {
  /** The subject of the policy. */
  readonly of: string;
  readonly id: string;
  /** `read` unless told. */
  readonly action?: string;
}

@Injectable()
export class Recipients {
  constructor(
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
  ) {}

  /** Whether this account may know of the row now: a notification is a read. */
  async mayKnow(accountId: string, { of, id, action = 'read' }: Told): Promise<boolean> {
    const viewer = await this.viewers.byAccount(accountId);
    return viewer !== undefined && this.access.may(of, id, viewer, action);
  }
}
