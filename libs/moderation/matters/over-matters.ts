import { DAY } from '#kernel/clock.js';
import { APPEAL_DAYS } from '../appeals/appeal-time.js';

/* When moderation is done with something: the clock of what it keeps. `$1` is the moment. */

/** What was said goes so long after a matter is over. */
export const WORDS_LAST = 90 * DAY;

/**
 * Who reported reads that for so long after it was closed, whatever still holds the file: else its stay would tell that
 * something was done, or appealed.
 */
export const OWN_REPORT_LASTS = APPEAL_DAYS * DAY + WORDS_LAST;

/** Of a notice `n`: it was told, the days to appeal it are over, and so is an appeal. */
const NOTICE_OVER = `(
  n.shown_from + case when n.kind in ('talk', 'lifted', 'upheld') then interval '0' else interval '${APPEAL_DAYS} days' end <= $1
  and not exists (select 1 from appeal a where a.notice_id = n.id and a.matter_id is not null
    and (a.decided_at is null or a.decided_at > $1)))`;

/**
 * Of a matter `m`: closed, and nothing in it can be appealed any more. An open one, or an appeal, holds it. One in which
 * nothing was done waits as long: when a report goes must not tell its writer what became of it.
 */
export const MATTER_OVER = `(
  m.stage = 'closed' and m.closed_at <= $1::timestamptz - interval '${APPEAL_DAYS} days'
  and not exists (select 1 from notice n where n.matter_id = m.id and not ${NOTICE_OVER}))`;

/** Of a notice `n`, with its matter, or without one once that account is gone. */
export const TOLD_OVER = `(${NOTICE_OVER} and (n.matter_id is null
  or exists (select 1 from matter m where m.id = n.matter_id and ${MATTER_OVER})))`;

/** Of a sanction `s`: its matter is over, and it holds nobody apart any more. */
export const SANCTION_OVER = `(
  s.created_at <= $1
  and (s.matter_id is null or exists (select 1 from matter m where m.id = s.matter_id and ${MATTER_OVER}))
  and not exists (select 1 from notice n where n.sanction_id = s.id and not ${NOTICE_OVER})
  and not exists (select 1 from separation p where p.id = s.separation_id and p.ended_at is null))`;
