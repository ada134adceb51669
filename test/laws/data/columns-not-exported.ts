/**
 * Columns of account data that the export leaves out: keys, hashes, counters, ids that mean nothing to the person, and
 * texts of other people. A new column must be exported by an `*.data-export.ts` file or listed here.
 */
export const COLUMNS_NOT_EXPORTED: Readonly<Record<string, string>> = {
  affiliation: 'organisation_id',
  alliance: 'closed_at',
  ally_note: 'about_id version',
  appeal: 'decided_at heard_by_id matter_id notice_id outcome',
  application: 'answers_hash round send_hash waits_since',
  attachment: 'channel_id file length place refusal sealed tries',
  audit_entry: 'hash seq',
  block: 'blocked_id membership_id',
  case_helper: 'consented_at ended_by request_id state',
  case_partner: 'request_id',
  channel_reader: 'arrived_version joined_version',
  coalition_invitation: 'declined_at token_hash',
  decision:
    'address_hash application_id decider_ids is_founding_rule round submitted_at vouches_counted vouches_needed',
  duty_code: 'code_hash',
  group_link: 'token_hash',
  inbox_entry: 'is_read_with_all seq',
  introduction: 'answered_at expires_at lapsed_at passed_at',
  introductory_call: 'blocked_until book_key day_reminded_at hour_reminded_at link request_id',
  invitation: 'application_id code_hash revoked_at used_at',
  join_request: 'decline_at',
  known_device: 'token_hash',
  mail_link: 'code_hash needs_code token_hash',
  membership: 'persona_picture persona_since',
  message:
    'attachments client_key deleted_at expires_at is_answer membership_id mention_ids mentions_all named_version participation_id pinned_at reactions reply_to_id retention seq version',
  notice: 'answered_at groups_left matter_id sanction_id seen_at shown_from',
  profile: 'fresh_month',
  profile_field: 'is_for_chosen_groups profile_id version words',
  reaction: 'membership_id',
  receipt: 'subject_id subject_type',
  report: 'closed_at context files forwarded known_as matter_id named_ids picture subject_key',
  saved_search: 'asked',
  session: 'confirmed_at idle_ends_at token_hash',
  voice_answer: 'file request_id sealed',
  support_request:
    'assignee_id call_ends_at claim_ends_at duplicate_of_id input_hash key news_at overdue_told_at priority remind_at send_key warned_at',
  supporter: 'left_at renamed_at',
  two_person_act:
    'about_id alliance_id approver decided_by_id expires_at payload scope_id subject_key',
  vouch: 'application_id attestations relation statement withdrawal_reason withdrawal_words',
};
