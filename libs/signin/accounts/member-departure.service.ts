import { Injectable } from '@nestjs/common';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { DutiesService } from '#members/duties.service.js';
import { MembershipsService } from '#members/memberships.service.js';

/** Ends the memberships, alliances and duties of a member who leaves Trama, as if the member had left each of them. */
@Injectable()
export class MemberDepartureService {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly alliances: AlliancesService,
    private readonly duties: DutiesService,
  ) {}

  async end(accountId: string): Promise<void> {
    for (const one of await this.memberships.activeOfAccount(accountId)) {
      await this.memberships.end(one);
    }
    await this.alliances.closeAllOf(accountId);
    for (const one of await this.duties.of(accountId)) await this.duties.take(one);
  }
}
