import { DAY } from '#kernel/clock.js';
import { APPEAL_DAYS } from '../appeals/appeal-time.js';

/*
 * SQL conditions that start the retention period of matters, notices and sanctions. `$1` is the time before which they
 * must have ended.
 */

/** Retention of texts after a matter has ended. */
export const WORDS_LAST = 90 * DAY;

/**
 * How long a reporter can read their closed report. It does not depend on the file, which is stored longer if an act or
 * an appeal exists: the difference would reveal that.
 */
export const OWN_REPORT_LASTS = APPEAL_DAYS * DAY + WORDS_LAST;

/** Condition for a notice `n`: it was delivered, and its appeal period and any appeal have ended. */
const NOTICE_OVER = `(
  n.shown_from + case when n.kind in ('talk', 'lifted', 'upheld') then interval '0' else interval '${APPEAL_DAYS} days' end <= $1
  and not exists (select 1 from appeal a where a.notice_id = n.id and a.matter_id is not null
    and (a.decided_at is null or a.decided_at > $1)))`;

/**
 * Condition for a matter `m`: closed, and nothing in it can be appealed. A matter without acts waits the same time, so
 * that the deletion of a report does not reveal its outcome.
 */
export const MATTER_OVER = `(
  m.stage = 'closed' and m.closed_at <= $1::timestamptz - interval '${APPEAL_DAYS} days'
  and not exists (select 1 from notice n where n.matter_id = m.id and not ${NOTICE_OVER}))`;

/** Condition for a notice `n` together with its matter. Once the account was erased it has no matter. */
export const TOLD_OVER = `(${NOTICE_OVER} and (n.matter_id is null
  or exists (select 1 from matter m where m.id = n.matter_id and ${MATTER_OVER})))`;

/** Condition for a sanction `s`: its matter has ended and it is not an active separation. */
export const SANCTION_OVER = `(
  s.created_at <= $1
  and (s.matter_id is null or exists (select 1 from matter m where m.id = s.matter_id and ${MATTER_OVER}))
  and not exists (select 1 from notice n where n.sanction_id = s.id and not ${NOTICE_OVER})
  and not exists (select 1 from separation p where p.id = s.separation_id and p.ended_at is null))`;
