import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { PersonsService } from '#profiles/persons/persons.service.js';
import { Decision } from '../decisions/decision.entity.js';
import { Reopening } from './reopening.entity.js';
import { ReopeningSeat } from './reopening-seat.entity.js';
import { ReopeningSeatsService } from './reopening-seats.service.js';
import type { AdmissionSummary, ReopeningOpinionView, ReopeningFile } from './reopening.view.js';
import { Recommendation } from '../reviews/review.entity.js';

/**
 * Opens a reopening's file for a reviewer who has claimed it. Every opening is audited, and the member sees that it
 * happened.
 */
@Injectable()
export class OpenReopeningFile {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly seats: ReopeningSeatsService,
    private readonly persons: PersonsService,
  ) {}

  async open(viewer: Viewer, id: string): Promise<ReopeningFile> {
    await this.seats.sweep();
    return this.db.write(async () => {
      const reopening = await this.access.load(Reopening, id, viewer, 'readFile');
      await this.seats.record(viewer, reopening, 'readFile');
      const { accountId, createdAt, reason, words } = reopening;
      const persons = await this.persons.ofAccounts(viewer, [accountId]);
      return {
        ...{ id, createdAt, reason, words },
        person: persons.get(accountId) ?? null,
        cameIn: await this.cameIn(accountId),
        viewerCan: await this.access.viewerCan('Reopening', id, viewer),
        ...(await this.opinions(viewer, id)),
      };
    });
  }

  /** Returns the viewer's opinion, and the others' once the viewer's is written. */
  private async opinions(viewer: Viewer, id: string) {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const seats = await this.db.repo(ReopeningSeat).find({ where: { reopeningId: id }, order });
    const isMine = ({ accountId }: ReopeningSeat) => accountId === viewer.accountId;
    const mine = seats.find(isMine);
    const others = seats.filter((seat) => !isMine(seat));
    const mayRead = await this.access.may('Reopening', id, viewer, 'readOpinions');
    return {
      claimEndsAt: mine?.endsAt ?? null,
      ownOpinion: mine ? (opinionOf(mine)[0] ?? null) : null,
      otherOpinions: mayRead ? others.flatMap(opinionOf) : [],
    };
  }

  private async cameIn(accountId: string): Promise<AdmissionSummary | null> {
    const decision = await this.db.repo(Decision).findOne({
      where: { accountId, outcome: Recommendation.accept },
      order: { decidedAt: 'DESC' },
    });
    if (!decision) return null;
    const { decidedAt, vouchesNeeded, vouchesCounted, isFoundingRule } = decision;
    const month = decidedAt.toISOString().slice(0, 7);
    return { month, vouchesNeeded, vouchesCounted, isFoundingRule };
  }
}

const opinionOf = ({ says, words }: ReopeningSeat): ReopeningOpinionView[] =>
  says === null ? [] : [{ says, words: words ?? '' }];
