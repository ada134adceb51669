import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Participation } from '#channels/sealed/participation.entity.js';
import { type CaseParticipant, ThreadsService } from '#channels/sealed/threads.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import type { FormerCase, SupporterPart } from './case-team.view.js';

/** Reads the supporters who have or had a part in a case and whom the side can report. */
@Injectable()
export class EarlierSupporters {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly threads: ThreadsService,
  ) {}

  /**
   * Those of these parts that have ended, in the order in which they began, with the names of that time: neither a later name
   * nor one of another case is disclosed.
   */
  ended(parts: readonly CaseParticipant[]): SupporterPart[] {
    const [gone, present] = [parts.filter(isEnded), parts.filter((one) => !isEnded(one))];
    return shown(gone.filter((one) => !present.some((other) => isSame(one, other))));
  }

  /**
   * The cases of which the viewer was the requester or on the side, and reads no page any more, with all supporters of their
   * time by the names of that time: a person who left can report them, and learns of the case only that it still exists.
   */
  async inFormerCases(viewer: Viewer): Promise<FormerCase[]> {
    const ended = await this.db.query<{ id: string }>(
      `select distinct case_id as id from participation
       where account_id = $1 and ended_at is not null and not is_supporter and not is_outside`,
      [viewer.accountId],
    );
    if (ended.length === 0) return [];
    const ids = ended.map(({ id }) => id);
    const read = await this.access
      .list(SupportRequest, viewer, 'readTeam')
      .andWhere('it.id = any(:ids)', { ids })
      .getMany();
    const former = In(ids.filter((id) => !read.some((one) => one.id === id)));
    const order = { createdAt: 'DESC', id: 'ASC' } as const;
    const cases = await this.db.repo(SupportRequest).find({ where: { id: former }, order });
    if (cases.length === 0) return [];
    const formerIds = cases.map(({ id }) => id);
    const people = await this.threads.everybodyByCase(formerIds);
    const reportable = await this.reportableIds(viewer, formerIds);
    return cases.flatMap(({ id, number }) => {
      const parts = (people.get(id) ?? []).filter((part) => reportable.has(part.id));
      const supporters = shown(parts);
      return supporters.length > 0 ? [{ id, number, supporters }] : [];
    });
  }

  /**
   * Ids of the parts of the supporters whom the viewer can report in these cases: for the requester all, for a partner
   * those of their own time, for supporters none.
   */
  async reportableIds(viewer: Viewer, caseIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.access
      .list(Participation, viewer, 'report')
      .andWhere('it.case_id = any(:caseIds)', { caseIds })
      .getMany();
    return new Set(rows.map(({ id }) => id));
  }
}

const isEnded = ({ endedAt }: CaseParticipant): boolean => endedAt !== null;

/** Whether two parts show the same name of one person. Two names of a person are listed as two people. */
const isSame = (one: CaseParticipant, other: CaseParticipant): boolean =>
  one.accountId === other.accountId && one.name === other.name;

const shown = (parts: readonly CaseParticipant[]): SupporterPart[] =>
  parts
    .filter((part, place) => parts.findIndex((one) => isSame(one, part)) === place)
    .flatMap(({ id, name: workName }) => (workName ? [{ id, workName }] : []));
