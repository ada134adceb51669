import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataExportService } from '#signin/accounts/data-export.service.js';

/**
 * Adds the own availability, and the coming calls as a supporter or an interpreter, to the data export. Former ones would say
 * when requesters talked about what.
 */
@Injectable()
export class CallsDataExport implements OnModuleInit {
  constructor(private readonly exports: DataExportService) {}

  onModuleInit() {
    this.exports.rows(
      'callAvailability',
      ['call_availability.account_id'],
      `select zone, shown_zone, languages, weekly, exceptions, buffer_minutes, notice_hours,
         horizon_days, daily_limit from call_availability where account_id = $1`,
    );
    this.exports.rowsAsOf(
      'introductoryCalls',
      ['introductory_call.supporter_id'],
      `select starts_at, ends_at, requester_zone, supporter_zone, state, ended_by, cancel_reason, outcome
       from introductory_call where supporter_id = $1 and state = 'booked' and starts_at > $2
       order by starts_at`,
    );
    // The zone of the requester would disclose in which country somebody needs support.
    this.exports.rowsAsOf(
      'interpretedCalls',
      ['introductory_call.interpreter_id'],
      `select starts_at, ends_at from introductory_call
       where interpreter_id = $1 and state = 'booked' and starts_at > $2 order by starts_at`,
    );
    this.exports.rows(
      'interpreter',
      ['interpreter.account_id'],
      'select name, resting_since from interpreter where account_id = $1',
    );
    this.exports.leaveOut(
      'interpretation.account_id',
      'It would disclose that a requester refused; a booked call stands in the interpreted calls.',
    );
    this.exports.leaveOut(
      'interpretation.requester_id',
      'The interpreter of a call stands in the call; others were only offered.',
    );
    this.exports.leaveOut('call_attendance.account_id', 'It is the time of a call of mine.');
  }
}
