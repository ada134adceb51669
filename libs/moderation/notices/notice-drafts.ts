import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AccountsService } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Matter } from '../matters/matter.entity.js';
import { type DraftableNoticeKind, draftNoticeText } from './notice-texts.js';
import type { ReportReason } from '../reports/report.entity.js';

interface Asked {
  readonly matterId: string;
  readonly kind: DraftableNoticeKind;
  readonly reason: ReportReason;
}

@Injectable()
export class NoticeDrafts {
  constructor(
    private readonly access: AccessService,
    private readonly accounts: AccountsService,
  ) {}

  /** Suggests a text for the notice about this kind of act. */
  async of(viewer: Viewer, { matterId, kind, reason }: Asked): Promise<string> {
    const { reportedId } = await this.access.load(Matter, matterId, viewer, 'readFile');
    const { language } = await this.accounts.get(reportedId);
    return draftNoticeText(kind, reason, language);
  }
}
