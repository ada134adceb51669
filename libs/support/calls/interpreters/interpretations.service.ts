import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportRequest } from '../../requests/support-request.entity.js';
import { CallLinks, LINK_SHOWN_AFTER } from '../call-links.js';
import { CallState, IntroductoryCall } from '../introductory-call.entity.js';
import { calendarFileOf } from '../times/call-calendar.js';
import { FittingInterpretersService } from './fitting-interpreters.service.js';
import { Interpretation } from './interpretation.entity.js';
import type { InterpretedCallView } from './interpreters.view.js';
import { WithdrawInterpreter } from './withdraw-interpreter.js';
import { FileAssignments } from '#realtime/file-assignments.js';
import { INTERPRETATION_NEWS } from './interpreters.events.js';

const MAX_LISTED = 100;
const HAS_CALL = `exists (select 1 from introductory_call c where c.request_id = it.request_id
  and c.interpreter_id = :me and c.state = 'booked' and c.ends_at > :over)`;

/** The calls that an interpreter interprets. */
@Injectable()
export class InterpretationsService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly interpreters: FittingInterpretersService,
    private readonly withdrawals: WithdrawInterpreter,
    private readonly assignments: FileAssignments,
  ) {}

  onModuleInit() {
    this.assignments.register({
      ...{ subject: 'Interpretation', news: INTERPRETATION_NEWS },
      assigned: `select account_id, id from interpretation
        where state = 'agreed' and (account_id = any($1) or requester_id = any($1))`,
      release: ({ id }) => this.db.write(() => this.withdrawals.withdraw(id)),
    });
  }

  /** The booked calls that the viewer interprets, in their order, as long as their links are shown. */
  async mine(viewer: Viewer): Promise<InterpretedCallView[]> {
    const rows = await this.access
      .list(Interpretation, viewer, 'readFile')
      .andWhere(HAS_CALL, { me: viewer.accountId, over: this.clock.in(-LINK_SHOWN_AFTER) })
      .take(MAX_LISTED)
      .getMany();
    const calls = await Promise.all(rows.map((row) => this.callOf(row)));
    return calls.filter((call) => call !== null).toSorted((a, b) => +a.startsAt - +b.startsAt);
  }

  /** Leaves a call: it is cancelled, and both sides are told. Throws Conflict once it began. */
  async withdraw(viewer: Viewer, id: string): Promise<void> {
    await this.access.recheck(Interpretation, id, viewer, 'withdraw');
    await this.db.write(async () => {
      await this.db.query('select 1 from account where id = $1 for no key update', [
        viewer.accountId,
      ]);
      const { requestId } = await this.db.repo(Interpretation).findOneByOrFail({ id });
      const call = await this.bookedCall(requestId, viewer.accountId);
      if (call && call.startsAt <= this.clock.now()) throw new Conflict('support.callBegan');
      await this.withdrawals.withdraw(id);
    });
  }

  private bookedCall(requestId: string, interpreterId: string): Promise<IntroductoryCall | null> {
    const where = { requestId, interpreterId, state: CallState.booked };
    return this.db.repo(IntroductoryCall).findOneBy(where);
  }

  private async callOf(row: Interpretation): Promise<InterpretedCallView | null> {
    const { requestId, accountId: interpreterId } = row;
    const call = await this.bookedCall(requestId, interpreterId);
    const request = await this.db.repo(SupportRequest).findOneBy({ id: requestId });
    if (!call || !request) return null;
    const { from, until } = CallLinks.shownBetween(call);
    const now = this.clock.now();
    if (until <= now) return null;
    const spoken = await this.interpreters.languagesOf(call.supporterId);
    const hours = await this.interpreters.hoursOf(interpreterId);
    const languages = hours?.languages ?? [];
    return {
      ...{ id: row.id, startsAt: call.startsAt, endsAt: call.endsAt },
      languages: languages.filter((one) => [...request.languages, ...spoken].includes(one)),
      interpreterZone: hours?.shownZone ?? null,
      link: from <= now ? CallLinks.decrypt(request, call) : null,
      linkShownFrom: from,
      calendarFile: calendarFileOf(call, interpreterId),
    };
  }
}
