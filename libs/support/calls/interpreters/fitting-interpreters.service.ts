import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { SupportRequest } from '../../requests/support-request.entity.js';
import { CallAvailability } from '../call-availability.entity.js';
import { Interpretation, InterpretationState } from './interpretation.entity.js';

type Request = Pick<SupportRequest, 'id' | 'languages' | 'assigneeId' | 'goesWithoutInterpreter'>;

/**
 * Interpreters who may interpret for this request ($1) with this supporter ($2) between their languages ($3), only this one
 * if an account ($4) is given: members who do not rest, without a conflict of interest with the requester or a block, whom the requester has not refused. An earlier
 * interpreter of this case comes first, then the one whose last agreement is oldest.
 */
const FITTING = `
  select i.account_id from interpreter i
  join account a on a.id = i.account_id and a.standing = 'member'
  join call_availability v on v.account_id = i.account_id
  join support_request r on r.id = $1
  where i.resting_since is null and ($4::uuid is null or i.account_id = $4)
    and i.account_id not in (r.requester_id, $2::uuid)
    and v.languages && r.languages and v.languages && $3::text[]
    and not exists (select 1 from case_tie t where t.request_id = r.id and t.account_id = i.account_id)
    and not exists (select 1 from case_assignment c
      where c.supporter_id = i.account_id and c.requester_id = r.requester_id)
    and not exists (select 1 from block b
      where (b.blocker_id = i.account_id and b.blocked_id in (r.requester_id, $2::uuid))
        or (b.blocked_id = i.account_id and b.blocker_id in (r.requester_id, $2::uuid)))
    and not exists (select 1 from interpretation x
      where x.account_id = i.account_id and x.requester_id = r.requester_id
        and (x.request_id <> r.id and x.agreed_at is not null
          or x.request_id = r.id and x.state in ('refused', 'withdrawn')))
  order by
    not exists (select 1 from interpretation x where x.account_id = i.account_id and x.request_id = r.id),
    (select max(x.agreed_at) from interpretation x where x.account_id = i.account_id) nulls first,
    i.account_id`;

/** Whether the interpreter ($3) of a booked call may still interpret it, with the supporter $2. */
const MAY_STAY = `
  select 1 from interpretation x join account a on a.id = x.account_id and a.standing = 'member'
  where x.request_id = $1 and x.account_id = $3 and x.state = 'agreed'
    and exists (select 1 from interpreter i where i.account_id = x.account_id)
    and not exists (select 1 from case_tie t
      where t.request_id = x.request_id and t.account_id = x.account_id)
    and not exists (select 1 from block b
      where (b.blocker_id = x.account_id and b.blocked_id in (x.requester_id, $2::uuid))
        or (b.blocked_id = x.account_id and b.blocker_id in (x.requester_id, $2::uuid)))`;

/** Answers whether a call needs an interpreter, and who fits. */
@Injectable()
export class FittingInterpretersService {
  constructor(private readonly db: Database) {}

  /** Whether the requester and the supporter have no language in common. Unknown languages need no interpreter. */
  async isNeeded(request: Request): Promise<boolean> {
    if (!request.assigneeId || request.goesWithoutInterpreter) return false;
    const languages = await this.languagesOf(request.assigneeId);
    const isKnown = languages.length > 0 && request.languages.length > 0;
    return isKnown && !languages.some((one) => request.languages.includes(one));
  }

  /** Returns null before the account set hours. */
  hoursOf(accountId: string): Promise<CallAvailability | null> {
    return this.db.repo(CallAvailability).findOneBy({ accountId });
  }

  async languagesOf(accountId: string): Promise<string[]> {
    return (await this.hoursOf(accountId))?.languages ?? [];
  }

  /** Account ids of the interpreters who fit, the next one to be offered first; none if the call needs none. */
  async fitting(request: Request, accountId: string | null = null): Promise<string[]> {
    if (!(await this.isNeeded(request))) return [];
    const { id, assigneeId } = request;
    const languages = await this.languagesOf(assigneeId!);
    const rows = await this.db.query<{ account_id: string }>(FITTING, [
      ...[id, assigneeId, languages, accountId],
    ]);
    return rows.map((row) => row.account_id);
  }

  /** Whether this interpreter may be offered, agreed to and booked now. */
  async fits(request: Request, accountId: string): Promise<boolean> {
    return (await this.fitting(request, accountId)).length > 0;
  }

  /** The interpreter who is offered, or to whom the requester agreed; null without one. */
  current(requestId: string): Promise<Interpretation | null> {
    const { offered, agreed } = InterpretationState;
    return this.db.repo(Interpretation).findOneBy([
      { requestId, state: offered },
      { requestId, state: agreed },
    ]);
  }

  /** The hours of the interpreter to whom the requester agreed and who fits a new call; null without one. */
  async agreedHours(request: Request): Promise<CallAvailability | null> {
    const current = await this.current(request.id);
    if (current?.state !== InterpretationState.agreed) return null;
    if (!(await this.fits(request, current.accountId))) return null;
    return this.hoursOf(current.accountId);
  }

  /** The hours of the interpreter of a booked call, also if they rest; null if they may not interpret it any more. */
  async hoursIn(
    requestId: string,
    call: { readonly supporterId: string; readonly interpreterId: string },
  ): Promise<CallAvailability | null> {
    const { supporterId, interpreterId: accountId } = call;
    const rows = await this.db.query(MAY_STAY, [requestId, supporterId, accountId]);
    if (rows.length === 0) return null;
    return this.hoursOf(accountId);
  }
}
