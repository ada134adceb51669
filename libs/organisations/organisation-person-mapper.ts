import { Injectable } from '@nestjs/common';
import type { Page } from '#kernel/pagination.js';
import type { Viewer } from '#policy/viewer.js';
import { PersonsService } from '#profiles/persons/persons.service.js';
import { DailyProfileViewsService } from '#profiles/persons/daily-profile-views.service.js';
import type { Affiliation } from './affiliation.entity.js';
import type { OrganisationPerson, OrganisationPersonPage } from './organisation.view.js';

/** Converts affiliations to what the viewer sees. The people on a page count towards the views of the day. */
@Injectable()
export class OrganisationPersonMapper {
  constructor(
    private readonly persons: PersonsService,
    private readonly views: DailyProfileViewsService,
  ) {}

  async page(viewer: Viewer, page: Page<Affiliation>): Promise<OrganisationPersonPage> {
    const items = await this.of(viewer, page.items);
    const others = items.filter(({ isMe }) => !isMe).map(({ person }) => person.id);
    const seen = await this.views.see(viewer, others);
    return {
      items: items.filter(({ isMe, person }) => isMe || seen.has(person.id)),
      nextCursor: page.nextCursor,
      isWithheld: seen.size < others.length,
    };
  }

  /** The view of the viewer's own affiliation, or null. */
  async own(viewer: Viewer, own: Affiliation | null): Promise<OrganisationPerson | null> {
    return (own && (await this.of(viewer, [own]))[0]) ?? null;
  }

  private async of(viewer: Viewer, all: readonly Affiliation[]): Promise<OrganisationPerson[]> {
    const persons = await this.persons.ofAccounts(
      viewer,
      all.map(({ accountId }) => accountId),
    );
    return all.flatMap(({ id, accountId, isSpokesperson, audience }) => {
      const person = persons.get(accountId);
      const isMe = accountId === viewer.accountId;
      return person ? { id, isSpokesperson, isMe, audience: isMe ? audience : null, person } : [];
    });
  }
}
