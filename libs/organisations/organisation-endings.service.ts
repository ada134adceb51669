import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { MembershipEndingsService } from '#members/membership-endings.service.js';

type Work = (organisationId: string) => Promise<void>;

/** Ends what depends on an affiliation or an organisation, in the transaction in which that ends. */
@Injectable()
export class OrganisationEndingsService {
  private readonly works: Work[] = [];

  constructor(
    private readonly db: Database,
    private readonly memberships: MembershipEndingsService,
  ) {}

  /** Registers what another library ends with an organisation. Call at startup. */
  register(work: Work): void {
    this.works.push(work);
  }

  /** The row of the organisation is locked, because it has just changed. */
  async organisationEnded(organisationId: string): Promise<void> {
    this.db.assertWriting();
    for (const work of this.works) await work(organisationId);
  }

  /** Ends the entries in coalitions that an affiliation of the account explained. */
  async affiliationEnded(accountId: string): Promise<void> {
    await this.memberships.endUnexplainedEntries({ accountIds: [accountId] });
  }
}
