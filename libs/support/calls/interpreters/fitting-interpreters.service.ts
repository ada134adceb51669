import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { SupportRequest } from '../../requests/support-request.entity.js';
import { CallAvailability } from '../call-availability.entity.js';
import { Interpretation, InterpretationState } from './interpretation.entity.js';

type Request = Pick<SupportRequest, 'id' | 'languages' | 'assigneeId' | 'goesWithoutInterpreter'>;

/**
 * Interpreters who may interpret for this request ($1) with this supporter ($2) between their languages ($3): members who
 * do not rest, without a conflict of interest with the requester or a block, whom the requester has not refused. An earlier
 * interpreter of this case comes first, then the one whose last agreement is oldest.
 */
const FITTING = `
  select i.account_id from interpreter i
  join account a on a.id = i.account_id and a.standing = 'member'
  join call_availability v on v.account_id = i.account_id
  join support_request r on r.id = $1
  where i.resting_since is null
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

  async languagesOf(accountId: string): Promise<string[]> {
    const hours = await this.db.repo(CallAvailability).findOneBy({ accountId });
    return hours?.languages ?? [];
  }

  /** Account ids of the interpreters who fit, the next one to be offered first. */
  async fitting({ id, assigneeId }: Request): Promise<string[]> {
    if (!assigneeId) return [];
    const languages = await this.languagesOf(assigneeId);
    const rows = await this.db.query<{ account_id: string }>(FITTING, [id, assigneeId, languages]);
    return rows.map((row) => row.account_id);
  }

  /** The interpreter who is offered, or to whom the requester agreed; null without one. */
  current(requestId: string): Promise<Interpretation | null> {
    const { offered, agreed } = InterpretationState;
    return this.db.repo(Interpretation).findOneBy([
      { requestId, state: offered },
      { requestId, state: agreed },
    ]);
  }

  /** The hours of the interpreter to whom the requester agreed and who may still interpret; null without one. */
  async agreedHours(request: Request): Promise<CallAvailability | null> {
    const current = await this.current(request.id);
    if (current?.state !== InterpretationState.agreed) return null;
    if (!(await this.mayInterpret(current))) return null;
    return this.db.repo(CallAvailability).findOneBy({ accountId: current.accountId });
  }

  private async mayInterpret({ requestId, accountId }: Interpretation): Promise<boolean> {
    const rows = await this.db.query(
      `select 1 from account a where a.id = $2 and a.standing = 'member' and not exists (
         select 1 from case_tie t where t.request_id = $1 and t.account_id = a.id)`,
      [requestId, accountId],
    );
    return rows.length > 0;
  }
}
