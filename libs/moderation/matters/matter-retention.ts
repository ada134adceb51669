import { DAY } from '#kernel/clock.js';
import { APPEAL_PERIOD_DAYS } from '../appeals/appeal-period.js';

/*
 * SQL conditions that start the retention period of matters, notices and sanctions. `$1` is the time before which they
 * must have ended.
 */

/** Retention of texts after a matter has ended. */
export const MATTER_TEXT_RETENTION = 90 * DAY;

/**
 * How long a reporter can read their closed report. The time is the same for every report: the file is stored longer if
 * an act or an appeal exists, and a difference would reveal that.
 */
export const OWN_REPORT_RETENTION = APPEAL_PERIOD_DAYS * DAY + MATTER_TEXT_RETENTION;

/** Condition for a notice `n`: it was delivered, and its appeal period and any appeal have ended. */
const NOTICE_APPEAL_ENDED_SQL = `(
  n.shown_from + case when n.kind in ('talk', 'lifted', 'upheld') then interval '0' else interval '${APPEAL_PERIOD_DAYS} days' end <= $1
  and not exists (select 1 from appeal a where a.notice_id = n.id and a.matter_id is not null
    and (a.decided_at is null or a.decided_at > $1)))`;

/**
 * Condition for a matter `m`: closed, and nothing in it can be appealed. A matter without acts waits the same time, so
 * that the deletion of a report does not reveal its outcome.
 */
export const MATTER_ENDED_SQL = `(
  m.stage = 'closed' and m.closed_at <= $1::timestamptz - interval '${APPEAL_PERIOD_DAYS} days'
  and not exists (select 1 from notice n where n.matter_id = m.id and not ${NOTICE_APPEAL_ENDED_SQL}))`;

/**
 * Condition for a notice `n`: its own appeal period and its matter have ended. A notice of an erased account has no
 * matter.
 */
export const NOTICE_ENDED_SQL = `(${NOTICE_APPEAL_ENDED_SQL} and (n.matter_id is null
  or exists (select 1 from matter m where m.id = n.matter_id and ${MATTER_ENDED_SQL})))`;

/** Condition for a sanction `s`: its matter has ended and it is not an active separation. */
export const SANCTION_ENDED_SQL = `(
  s.created_at <= $1
  and (s.matter_id is null or exists (select 1 from matter m where m.id = s.matter_id and ${MATTER_ENDED_SQL}))
  and not exists (select 1 from notice n where n.sanction_id = s.id and not ${NOTICE_APPEAL_ENDED_SQL})
  and not exists (select 1 from separation p where p.id = s.separation_id and p.ended_at is null))`;
