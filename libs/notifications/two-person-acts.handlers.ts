import { Injectable } from '@nestjs/common';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { TwoPersonParties } from '#audit/two-person/two-person-parties.js';
import { TwoPersonActRequested, TwoPersonActEnded } from '#audit/two-person/two-person.events.js';
import { On } from '#events/on.decorator.js';
import { NotificationsService } from './notifications.service.js';

interface OfAct {
  readonly actId: string;
}

const of = (id: string, action: string) => ({ of: 'TwoPersonAct', id, action });
const newsOf = (id: string) => ({ subject: 'twoPersonAct', id });

/**
 * Notifies the accounts that may approve an act. `TwoPersonParties` excludes recused accounts and the account that the
 * act concerns.
 */
@Injectable()
export class TwoPersonActHandlers {
  constructor(
    private readonly acts: TwoPersonActReader,
    private readonly parties: TwoPersonParties,
    private readonly notices: NotificationsService,
  ) {}

  @On(TwoPersonActRequested, { id: 'TellTheTwoOfAnAct.whenSomethingIsAskedFor' })
  async whenSomethingIsAskedFor({ actId: id }: OfAct): Promise<void> {
    const act = await this.acts.find(id);
    if (!act) return;
    const approvers = await this.parties.approversOf(act);
    await this.notices.tell(approvers, of(id, 'approve'), newsOf(id));
  }

  @On(TwoPersonActEnded, { id: 'TellTheTwoOfAnAct.whenItIsDecided' })
  async whenItIsDecided({ actId: id }: OfAct): Promise<void> {
    const act = await this.acts.find(id);
    if (!act) return;
    const { requestedById, state } = act;
    if (state === 'withdrawn') this.notices.refresh([requestedById], newsOf(id));
    else await this.notices.tell([requestedById], of(id, 'read'), newsOf(id));
    await this.notices.tellPages(await this.parties.candidates(act), of(id, 'read'), newsOf(id));
  }
}
