import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database, isDuplicate } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Supporter } from './supporter.entity.js';

/** The work names of supporters. Only a supporter with a work name can claim requests. */
@Injectable()
export class SupportersService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
  ) {}

  /** The members who support now and have a work name, except the viewer, for whoever may ask for support. */
  async listFor(viewer: Viewer): Promise<Supporter[]> {
    this.access.allow(viewer, 'make', 'SupportRequest');
    return this.db
      .repo(Supporter)
      .createQueryBuilder('s')
      .where(
        `s.account_id <> :me and exists (select 1 from duty d join account a on a.id = d.account_id
          where d.account_id = s.account_id and d.name = 'support' and a.standing = 'member')`,
        { me: viewer.accountId },
      )
      .orderBy('lower(s.work_name)')
      .getMany();
  }

  of(accountId: string): Promise<Supporter | null> {
    return this.db.repo(Supporter).findOneBy({ accountId });
  }

  /** Returns the work name of an account. Throws Conflict if it has none. */
  async workNameOf(accountId: string): Promise<string> {
    const supporter = await this.of(accountId);
    if (!supporter) throw new Conflict('support.noWorkName');
    return supporter.workName;
  }

  async ownWorkName(viewer: Viewer): Promise<string | null> {
    this.access.allow(viewer, 'useWorkName', 'SupportRequest');
    return (await this.of(viewer.accountId))?.workName ?? null;
  }

  /** Sets the viewer's work name. Throws Conflict if another supporter has it. */
  async setWorkName(viewer: Viewer, workName: string): Promise<string> {
    this.access.allow(viewer, 'useWorkName', 'SupportRequest');
    const { accountId } = viewer;
    try {
      await this.db.repo(Supporter).upsert({ accountId, workName }, ['accountId']);
    } catch (error) {
      if (isDuplicate(error)) throw new Conflict('support.workNameTaken');
      throw error;
    }
    return workName;
  }
}
