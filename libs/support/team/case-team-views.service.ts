import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { type CaseParticipant, ThreadsService } from '#channels/sealed/threads.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportRequest, SupportStage, URGENT } from '../requests/support-request.entity.js';
import { Supporter } from '../requests/supporter.entity.js';
import { CaseSupporter } from './case-supporter.entity.js';
import type { CaseOffer, CaseTeamView } from './case-team.view.js';
import { EarlierSupporters } from './earlier-supporters.js';
import { isOpen, offerEndsAt } from './offer-times.js';
import { SupporterOffer } from './supporter-offer.entity.js';

/** Reads the supporters of a case, and the cases that the viewer is asked to join or to take over. */
@Injectable()
export class CaseTeamViewsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly threads: ThreadsService,
    private readonly earlier: EarlierSupporters,
  ) {}

  /** The supporters of an accepted case by work name. Names nobody of a claimed request. */
  async one(viewer: Viewer, requestId: string): Promise<CaseTeamView> {
    const request = await this.access.load(SupportRequest, requestId, viewer, 'readTeam');
    const { assigneeId, stage } = request;
    const people = await this.threads.everybody(requestId);
    const reportable = await this.earlier.reportableIds(viewer, [requestId]);
    const reportableParts = people.filter(({ id }) => reportable.has(id));
    const former = { ...authorsOf(request, people), earlier: this.earlier.ended(reportableParts) };
    if (stage !== SupportStage.accepted || !assigneeId)
      return { members: [], offers: [], ...former };
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const [beside, offers] = await Promise.all([
      this.db.repo(CaseSupporter).find({ where: { requestId }, order }),
      this.db.repo(SupporterOffer).find({ where: { requestId, ...isOpen(this.clock) }, order }),
    ]);
    const named = await this.supporters([assigneeId, ...[...beside, ...offers].map(accountOf)]);
    const isOwn = request.requesterId === viewer.accountId;
    // An offer that vanishes can be an exclusion, of which the partner side learns nothing.
    const readers = [request.requesterId, assigneeId, ...beside.map(accountOf)];
    const shown = readers.includes(viewer.accountId) ? offers : [];
    const partIdOf = ({ accountId }: Supporter) =>
      reportableParts.find((one) => one.accountId === accountId && !one.endedAt)?.id ?? null;
    const member = (supporter: Supporter, isLead: boolean, wouldLead: boolean) => ({
      ...{ supporter, isLead, wouldLead, partId: partIdOf(supporter) },
    });
    return {
      ...former,
      members: [
        ...named(assigneeId, (supporter) => member(supporter, true, false)),
        ...beside.flatMap(({ accountId, wouldLead }) =>
          named(accountId, (supporter) => member(supporter, false, wouldLead)),
        ),
      ],
      offers: shown.flatMap((offer) =>
        named(offer.accountId, (supporter) => ({
          ...{ supporter, takesOver: offer.takesOver, endsAt: offerEndsAt(offer) },
          isAgreed: isOwn && offer.agreedAt !== null,
          acceptableFrom: this.acceptableFrom(offer),
        })),
      ),
    };
  }

  /** Cases that the viewer is asked to join or to take over. */
  async offers(viewer: Viewer): Promise<CaseOffer[]> {
    if (!abilityOf(viewer).mayEver('answerOffer', 'SupportRequest'))
      throw new Forbidden('door.notForYou');
    const rows = await this.access
      .list(SupportRequest, viewer, 'answerOffer')
      .orderBy('it.priority')
      .addOrderBy('it.id')
      .getMany();
    const requestId = In(rows.map(({ id }) => id));
    const theirs = { requestId, accountId: viewer.accountId, ...isOpen(this.clock) };
    const offers = await this.db.repo(SupporterOffer).findBy(theirs);
    const leads = rows.flatMap(({ assigneeId }) => assigneeId ?? []);
    const named = await this.supporters(leads);
    return rows.flatMap((row) => {
      const offer = offers.find((one) => one.requestId === row.id);
      if (!offer) return [];
      const { id, number, kind, languages, createdAt } = row;
      const isUrgent = row.priority === URGENT;
      const [leadName = null] = named(row.assigneeId ?? '', ({ workName }) => workName);
      return {
        ...{ id, number, kind, languages, createdAt, isUrgent, leadName },
        ...{ takesOver: offer.takesOver, endsAt: offerEndsAt(offer) },
        acceptableFrom: this.acceptableFrom(offer),
      };
    });
  }

  /** A time that has passed is left out: it would tell supporters when the requester agreed. */
  private acceptableFrom({ acceptableAt }: SupporterOffer): Date | null {
    return acceptableAt > this.clock.now() ? acceptableAt : null;
  }

  /** A function that describes an account by its work name, in a list that is empty without one. */
  private async supporters(accountIds: readonly string[]) {
    const rows = await this.db.repo(Supporter).findBy({ accountId: In([...accountIds]) });
    const byAccount = new Map(rows.map((row) => [row.accountId, row]));
    return <T>(accountId: string, describe: (supporter: Supporter) => T): T[] => {
      const supporter = byAccount.get(accountId);
      return supporter?.workName ? [describe(supporter)] : [];
    };
  }
}

/** Participations by which a page marks messages: names alone could be imitated, and a case can change hands. */
const authorsOf = ({ requesterId }: SupportRequest, people: readonly CaseParticipant[]) => ({
  supporterAuthorIds: people.filter(({ isSupporter }) => isSupporter).map(({ id }) => id),
  requesterAuthorId:
    people.find((one) => one.accountId === requesterId && !one.endedAt)?.id ?? null,
});

const accountOf = ({ accountId }: { readonly accountId: string }): string => accountId;
