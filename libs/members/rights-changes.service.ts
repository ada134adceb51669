import { Injectable } from '@nestjs/common';

type AfterRightsChange = (accountId: string) => Promise<void>;

/**
 * Registry of what must end in the transaction in which an account loses a duty or changes its standing, so that it has
 * ended before the answer. Higher libraries register at start.
 */
@Injectable()
export class RightsChangesService {
  private readonly endings: AfterRightsChange[] = [];

  register(ending: AfterRightsChange): void {
    this.endings.push(ending);
  }

  async changed(accountId: string): Promise<void> {
    for (const ending of this.endings) await ending(accountId);
  }
}
