import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Matter } from '../matters/matter.entity.js';
import type { Notice } from '../notices/notice.entity.js';
import { type SanctionNotice, ApplySanction } from '../sanctions/apply-sanction.js';
import { SeparationReporterNotices } from '../matters/separation-reporter-notices.js';
import { Report } from '../reports/report.entity.js';
import type { LeavingInput, SharedGroup } from './separation.view.js';
import { SharedGroups, type SeparatedPair } from './shared-groups.js';

export interface SeparationOrder extends SanctionNotice {
  readonly reportId: string;
  /** Which of the two members leaves each shared group. */
  readonly leaving: readonly LeavingInput[];
}

/** Orders that the reported member and a reporter never meet. */
@Injectable()
export class SeparateMembers {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly separations: SeparationsService,
    private readonly groups: SharedGroups,
    private readonly orders: ApplySanction,
    private readonly others: SeparationReporterNotices,
  ) {}

  /** Lists the shared groups before the separation is ordered. */
  async sharedGroups(viewer: Viewer, reportId: string): Promise<SharedGroup[]> {
    const { sides } = await this.load(viewer, reportId);
    return this.groups.of(viewer, sides);
  }

  /**
   * Separates the two members at once, until moderation lifts it. Throws Conflict if the shared groups have changed
   * since they were listed.
   */
  order(viewer: Viewer, { reportId, leaving, ...words }: SeparationOrder): Promise<Notice> {
    return this.db.write(async () => {
      const { matter, sides } = await this.load(viewer, reportId);
      await this.separations.lock(sides.reported, sides.reporter);
      if (await this.separations.between(sides.reported, sides.reporter)) {
        throw new Conflict('separation.already');
      }
      const left = await this.groups.leave(sides, leaving);
      const { id: separationId } = await this.separations.start(sides.reported, sides.reporter);
      const kept = { kind: 'separation', separationId, reportId } as const;
      const act = { ...kept, action: 'separate', groupsLeft: left.get(sides.reported) ?? [] };
      const notice = await this.orders.order(viewer, matter, act, words);
      const groupsLeft = left.get(sides.reporter) ?? [];
      await this.others.notifySeparated(notice, { accountId: sides.reporter, groupsLeft });
      return notice;
    });
  }

  private async load(
    viewer: Viewer,
    reportId: string,
  ): Promise<{ matter: Matter; sides: SeparatedPair }> {
    const report = await this.access.load(Report, reportId, viewer, 'readFile');
    const matter = await this.access.load(Matter, report.matterId, viewer, 'separate');
    // A member who disappears together with a persona would be recognised as its owner.
    if (matter.personaId) throw new Conflict('separation.persona');
    return { matter, sides: { reported: matter.reportedId, reporter: report.reporterId } };
  }
}
