import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataExportService } from '#signin/accounts/data-export.service.js';

/** Declares which columns of a reopening the data export omits, and why. */
@Injectable()
export class ReopeningDataExport implements OnModuleInit {
  constructor(private readonly exports: DataExportService) {}

  onModuleInit() {
    this.exports.leaveOut(
      'reopening.account_id',
      'It would point to who took a vouch back; that it was read is among the acts about me, from the audit.',
    );
    this.exports.leaveOut(
      'reopening_seat.account_id',
      'It stands in the file of a member and is destroyed with it.',
    );
  }
}
