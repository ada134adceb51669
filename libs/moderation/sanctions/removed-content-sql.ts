/* SQL conditions for content that was removed, however many reports it had. */

/**
 * Selects from the given reports those whose content was removed, in this report or later in another report about the
 * same content.
 */
const removed = (sanction: string) => `
  select r.id from report r where r.id = any($1) and exists (
    select 1 from report other join sanction s on s.report_id = other.id and s.kind = 'contentRemoved'
    where other.subject_key = r.subject_key and other.subject_name = r.subject_name
      and (other.id = r.id or s.created_at >= r.created_at) and ${sanction})`;

/** Selects the reports whose content was ever removed, even if the removal was lifted. */
export const REPORTS_WITH_CONTENT_EVER_REMOVED_SQL = removed('true');

export const REPORTS_WITH_CONTENT_NOW_REMOVED_SQL = removed('s.lifted_at is null');
