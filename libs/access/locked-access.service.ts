import { Injectable } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { AccessService } from './access.service.js';
import type { Permitted } from './permitted.js';
import { ViewerLoader } from './viewer.loader.js';

/** Loads rows for changes that depend on a role, which may end while the request waits for the row's lock. */
@Injectable()
export class LockedAccessService {
  constructor(
    private readonly db: Database,
    /** Access without a second check. */
    readonly access: AccessService,
    private readonly viewers: ViewerLoader,
  ) {}

  /** Like `access.load`. Once the row is locked, checks again with the viewer's current rights. */
  async load<E extends ObjectLiteral, A extends string>(
    entity: new () => E,
    id: string,
    viewer: Viewer,
    action: A,
  ): Promise<Permitted<E, A>> {
    this.db.assertWriting();
    const row = await this.access.load(entity, id, viewer, action);
    await this.access.recheck(entity, id, await this.viewers.reload(viewer), action);
    return row;
  }
}
