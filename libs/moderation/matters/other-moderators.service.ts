import { Injectable } from '@nestjs/common';
import { Forbidden } from '#kernel/errors.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import type { Person } from '#profiles/persons/person.view.js';
import { PersonsService } from '#profiles/persons/persons.service.js';

@Injectable()
export class OtherModeratorsService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly persons: PersonsService,
  ) {}

  /**
   * The other moderators whom the viewer can find. The list is the same for every matter: leaving out recused
   * colleagues would reveal their conflicts of interest.
   */
  async of(viewer: Viewer): Promise<Person[]> {
    if (!abilityOf(viewer).mayEver('hand', 'Matter')) throw new Forbidden('door.notForYou');
    const ids = await this.accounts.idsWithDuty(DutyName.moderate);
    const others = ids.filter((id) => id !== viewer.accountId);
    return [...(await this.persons.ofAccounts(viewer, others)).values()];
  }
}
