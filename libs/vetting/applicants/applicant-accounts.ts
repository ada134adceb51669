import { Injectable } from '@nestjs/common';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import { AddressesService } from '#signin/accounts/addresses.service.js';
import type { ApplicationInput } from '../applications/application.inputs.js';
import type { Receipt } from './receipt-words.js';

interface Applying {
  readonly input: ApplicationInput;
  readonly receipt: Receipt;
  readonly passwordHash: string | null;
}

/** The account behind an application. */
@Injectable()
export class ApplicantAccounts {
  constructor(
    private readonly accounts: AccountsService,
    private readonly addresses: AddressesService,
  ) {}

  /**
   * The viewer's account of standing applicant, or a new one; gives its id. An address is only written on a link: the
   * mail that carries it tells whose it is. Inside write().
   */
  async of(viewer: Viewer, applying: Applying): Promise<string> {
    const accountId = await this.keep(viewer, applying);
    const { reach, email } = applying.input;
    if (reach === 'email' && email) await this.addresses.send(accountId, email, 'confirm-address');
    return accountId;
  }

  async newReceipt(accountId: string, { hash }: Receipt): Promise<void> {
    await this.accounts.update(accountId, { returnWordsHash: hash });
  }

  private async keep(viewer: Viewer, { input, receipt, passwordHash }: Applying): Promise<string> {
    const known = viewer.standing === 'applicant' ? viewer.accountId : undefined;
    const { language } = input;
    const kept = { language, returnWordsHash: receipt.hash, ...(passwordHash && { passwordHash }) };
    if (!known) {
      return (await this.accounts.create({ ...kept, standing: Standing.applicant })).id;
    }
    await this.accounts.update(known, kept);
    return known;
  }
}
