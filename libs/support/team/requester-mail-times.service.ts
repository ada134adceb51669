import { Injectable } from '@nestjs/common';

type NextMailAt = (accountId: string, isUrgent: boolean) => Promise<Date>;

/**
 * Answers when the next mail about news can leave. The notifications register the answer, since they use the support
 * services and not the reverse.
 */
@Injectable()
export class RequesterMailTimesService {
  private answer?: NextMailAt;

  register(answer: NextMailAt): void {
    this.answer = answer;
  }

  /** When a mail of this moment leaves: after the interval between mails and the quiet hours of the account. */
  nextAt(accountId: string, isUrgent: boolean): Promise<Date> {
    if (!this.answer) throw new Error('no service of notifications registered the times of mails');
    return this.answer(accountId, isUrgent);
  }
}
