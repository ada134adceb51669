import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Participation } from '#channels/sealed/participation.entity.js';
import type { CaseParticipant } from '#channels/sealed/threads.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { SupporterPart } from './case-team.view.js';

/** Reads the supporters who have or had a part in a case and whom the side can report. */
@Injectable()
export class EarlierSupporters {
  constructor(private readonly access: AccessService) {}

  /**
   * Those of these parts that have ended, in the order in which they began, with the names of that time: neither a later name
   * nor one of another case is disclosed.
   */
  ended(known: readonly CaseParticipant[]): SupporterPart[] {
    const [gone, present] = [known.filter(isEnded), known.filter((one) => !isEnded(one))];
    return shown(gone.filter((one) => !present.some((other) => isSame(one, other))));
  }

  /**
   * The parts of supporters that the viewer can report: all of them for the requester, those of their own time for a partner,
   * none for supporters.
   */
  async known(
    viewer: Viewer,
    caseId: string,
    people: readonly CaseParticipant[],
  ): Promise<CaseParticipant[]> {
    const rows = await this.access
      .list(Participation, viewer, 'report')
      .andWhere('it.case_id = :caseId', { caseId })
      .getMany();
    const ids = new Set(rows.map(({ id }) => id));
    return people.filter(({ id }) => ids.has(id));
  }
}

const isEnded = (part: CaseParticipant): boolean => part.isEnded;

/** Whether two parts show the same name of one person. Two names of a person are listed as two people. */
const isSame = (one: CaseParticipant, other: CaseParticipant): boolean =>
  one.accountId === other.accountId && one.name === other.name;

const shown = (parts: readonly CaseParticipant[]): SupporterPart[] =>
  parts
    .filter((part, place) => parts.findIndex((one) => isSame(one, part)) === place)
    .flatMap(({ id, name: workName }) => (workName ? [{ id, workName }] : []));
