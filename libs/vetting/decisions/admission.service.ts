import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { SettingsService } from '#settings/settings.service.js';
import {
  areVouchersLinked,
  countIndependentVouchers,
  type VoucherOrigin,
} from './admission-rule.js';
import { VoucherIndependence } from './vouch-requirement.view.js';

/** Maximum number of vouches that an application may need. */
const MOST_NEEDED = 3;

export interface VouchRuleResult {
  readonly vouchesNeeded: number;
  readonly vouchesCounted: number;
  readonly isFoundingRule: boolean;
  /** How the vouchers joined; null if fewer than two vouches are not withdrawn. */
  readonly independence: VoucherIndependence | null;
}

/** Applies the admission rule (R1): how many vouches an application needs, and which count. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: SettingsService,
  ) {}

  async of(applicationId: string): Promise<VouchRuleResult> {
    const { vouchesNeeded, isFoundingRule } = await this.settings.vouchRule();
    const vouchers = await this.vouchers(applicationId);
    const vouchesCounted = countIndependentVouchers(vouchers, MOST_NEEDED);
    const independence = independenceOf(vouchers);
    return { vouchesNeeded, vouchesCounted, isFoundingRule, independence };
  }

  /** Members past probation whose vouch is not withdrawn, each with their own vouchers and inviters. */
  private vouchers(applicationId: string): Promise<VoucherOrigin[]> {
    return this.db.query<VoucherOrigin>(
      `select v.voucher_id as "accountId", array(
         select through::text from came_through(v.voucher_id) through) as "cameThroughIds"
       from vouch v join application a on a.id = v.application_id
       join account m on m.id = v.voucher_id and m.standing = 'member'
         and (m.probation_ends_at is null or m.probation_ends_at <= $2)
       where v.application_id = $1 and v.withdrawn_at is null and v.created_at >= a.submitted_at
       order by v.created_at, v.id limit 40`,
      [applicationId, this.clock.now()],
    );
  }
}

function independenceOf(vouchers: readonly VoucherOrigin[]): VoucherIndependence | null {
  if (vouchers.length < 2) return null;
  return areVouchersLinked(vouchers) ? VoucherIndependence.linked : VoucherIndependence.different;
}
