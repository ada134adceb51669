import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import type { CaseParticipant } from '#channels/sealed/threads.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { CasePartner } from '../partners/case-partner.entity.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import { Supporter } from '../requests/supporter.entity.js';

interface EarlierSupporter {
  readonly accountId: string;
  readonly shown: Pick<Supporter, 'id' | 'workName'>;
}

/** Reads the supporters who have or had a part in a case and whom the side can report. */
@Injectable()
export class EarlierSupporters {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
  ) {}

  /**
   * In the order in which their parts began, with the names that they had then: neither a later name nor one of another
   * case is disclosed. The requester reads all of them, a partner those of their own time, supporters none.
   */
  async of(
    viewer: Viewer,
    request: SupportRequest,
    people: readonly CaseParticipant[],
  ): Promise<EarlierSupporter[]> {
    const parts = await this.partsFor(viewer, request, people);
    if (parts.length === 0) return [];
    const accountIds = In(parts.flatMap(({ accountId }) => accountId ?? []));
    const theirs = await this.db.repo(Supporter).findBy({ accountId: accountIds });
    const known = await this.access
      .list(Supporter, viewer, 'report')
      .andWhere('it.id = any(:ids)', { ids: theirs.map(({ id }) => id) })
      .getMany();
    const byAccount = new Map(parts.map((part) => [part.accountId, part.name]));
    return [...byAccount].flatMap(([accountId, workName]) => {
      const supporter = known.find((one) => one.accountId === accountId);
      if (!supporter || !accountId || !workName) return [];
      return [{ accountId, shown: { id: supporter.id, workName } }];
    });
  }

  /** The parts of supporters of the case that the viewer may know of. */
  private async partsFor(
    { accountId: me }: Viewer,
    { id: requestId, requesterId }: SupportRequest,
    all: readonly CaseParticipant[],
  ): Promise<CaseParticipant[]> {
    const isOwn = requesterId === me;
    const taking = { requestId, accountId: me, acceptedAt: Not(IsNull()) };
    if (!isOwn && !(await this.db.repo(CasePartner).existsBy(taking))) return [];
    const supporters = all.filter(({ isSupporter }) => isSupporter);
    if (isOwn) return supporters;
    const mine = all.filter((one) => one.accountId === me && !one.isSupporter && !one.isOutside);
    return supporters.filter((one) => mine.some((part) => areAtOneTime(part, one)));
  }
}

/** The same bounds as in the view `known_supporter`. */
const areAtOneTime = (one: CaseParticipant, other: CaseParticipant): boolean =>
  (!one.endedAt || other.createdAt <= one.endedAt) &&
  (!other.endedAt || one.createdAt <= other.endedAt);
