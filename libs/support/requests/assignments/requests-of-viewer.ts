import type { SelectQueryBuilder } from 'typeorm';
import type { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportRequest } from '../support-request.entity.js';

/**
 * Returns a query builder (alias `it`) over the requests that the viewer made or supports and to which they may do `action`.
 * The condition on ids adds nothing to the policy, which allows these actions to no other account. It makes PostgreSQL
 * find the rows by index: from the policy alone, which joins tables by OR, it reads every request.
 */
export function requestsOfViewer<A extends 'readFile' | 'readCall'>(
  access: AccessService,
  viewer: Viewer,
  action: A,
): SelectQueryBuilder<Permitted<SupportRequest, A>> {
  return access.list(SupportRequest, viewer, action).andWhere(
    `it.id = any(array(
      select id from support_request where requester_id = :viewerId
      union all select id from support_request where assignee_id = :viewerId
      union all select request_id from case_supporter where account_id = :viewerId))`,
    { viewerId: viewer.accountId },
  );
}
