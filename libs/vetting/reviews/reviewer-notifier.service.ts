import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { FileAssignments, type FileAssignment } from '#realtime/file-assignments.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { Claim } from './claim.entity.js';
import { ApplicationClaimsChanged } from '../vetting.events.js';

/** Subject of the change notices about an application. */
const NEWS = 'application';

const ASSIGNED = `select s.account_id, s.application_id
  from application_assignee s join application a on a.id = s.application_id
  where s.account_id = any($1) or a.account_id = any($1)`;

/** Finds the reviewers of an application, and closes their open pages when they lose access. */
@Injectable()
export class ReviewerNotifierService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly events: EventsService,
    private readonly assignments: FileAssignments,
    private readonly erasers: AccountErasersService,
  ) {}

  onModuleInit() {
    this.assignments.register({
      subject: 'Application',
      news: NEWS,
      assigned: ASSIGNED,
      release: (lost) => this.release(lost),
    });
    this.erasers.register(async (accountId) => {
      const sql = 'select id from application where account_id = $1';
      for (const { id } of await this.db.query<{ id: string }>(sql, [accountId])) {
        await this.close(id);
      }
    });
  }

  /** Account ids of the reviewers who may see the application in the queue. */
  of(applicationId: string): Promise<string[]> {
    return this.reviewersAllowed('queue', 'Application', applicationId);
  }

  /** Account ids of the reviewers whom the policy allows `action` on this row. */
  async reviewersAllowed(action: string, subject: string, id: string): Promise<string[]> {
    const rows = await this.db.query<{ account_id: string }>(
      `select account_id from duty where name = 'vet' order by account_id`,
    );
    const found: string[] = [];
    for (const { account_id: accountId } of rows) {
      const viewer = await this.viewers.byAccount(accountId);
      const may = viewer && (await this.access.may(subject, id, viewer, action));
      if (may) found.push(accountId);
    }
    return found;
  }

  /** Closes the open pages of all reviewers after COMMIT. Call this before the change that ends their access. */
  async close(applicationId: string): Promise<void> {
    this.db.assertWriting();
    const readers = await this.of(applicationId);
    this.db.afterCommit(() => this.assignments.close(NEWS, applicationId, readers));
  }

  /** Frees the seat of a reviewer who lost access. */
  private release({ accountId, id: applicationId }: FileAssignment): Promise<void> {
    return this.db.write(async () => {
      const { affected } = await this.db.repo(Claim).delete({ accountId, applicationId });
      if (!affected) return;
      const [row] = await this.db.query<{ account_id: string }>(
        'select account_id from application where id = $1',
        [applicationId],
      );
      const about = { applicationId, accountId: row!.account_id };
      await this.events.record(ApplicationClaimsChanged, about);
    });
  }
}
