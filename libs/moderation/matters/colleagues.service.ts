import { Injectable } from '@nestjs/common';
import { Forbidden } from '#kernel/errors.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import type { Person } from '#profiles/persons/person.view.js';
import { PersonsService } from '#profiles/persons/persons.service.js';

@Injectable()
export class ColleaguesService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly persons: PersonsService,
  ) {}

  /**
   * The others who moderate and whom the viewer can find. The same for every matter: who is missing from a list of one
   * would tell who is tied to it.
   */
  async of(viewer: Viewer): Promise<Person[]> {
    if (!abilityOf(viewer).mayEver('hand', 'Matter')) throw new Forbidden('door.notForYou');
    const ids = await this.accounts.idsWithDuty(DutyName.moderate);
    const others = ids.filter((id) => id !== viewer.accountId);
    return [...(await this.persons.ofAccounts(viewer, others)).values()];
  }
}
