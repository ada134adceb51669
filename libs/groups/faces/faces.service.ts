import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { isId } from '#kernel/ids.js';
import { Membership } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import type { Person } from '#profiles/persons/person.view.js';
import { PersonsService } from '#profiles/persons/persons.service.js';
import type { Face } from './face.view.js';

const NONE = { personId: null, avatar: null, personaPicture: null, colour: null };

/** Loads pictures and colours for ids of profiles and memberships, so that a person looks the same on every screen. */
@Injectable()
export class FacesService {
  constructor(
    private readonly access: AccessService,
    private readonly persons: PersonsService,
  ) {}

  /**
   * Omits ids that the viewer may not see. A membership without a persona has the picture and colour that the profile
   * shows to the viewer.
   */
  async of(viewer: Viewer, ids: readonly string[]): Promise<Face[]> {
    const known = [...new Set(ids.filter(isId))];
    const members = await this.access
      .list(Membership, viewer)
      .andWhere('it.id = any(:known)', { known })
      .getMany();
    const plain = members.filter(({ personaName }) => personaName === null);
    const people = await this.persons.many(viewer, known);
    const behind = await this.persons.ofAccounts(
      viewer,
      plain.map(({ accountId }) => accountId),
    );
    return Promise.all([
      ...people.map((person) => this.ofPerson(person.id, person)),
      ...plain.map(({ id, accountId }) => this.ofPerson(id, behind.get(accountId))),
      ...members.filter((one) => !plain.includes(one)).map(ofPersona),
    ]);
  }

  private async ofPerson(id: string, person: Person | undefined): Promise<Face> {
    if (!person) return { ...NONE, id };
    const fields = await this.persons.visible(person);
    const textOf = (kind: 'avatar' | 'colour') => fields.get(kind)?.text || null;
    return {
      ...{ ...NONE, id, personId: person.id },
      ...{ avatar: textOf('avatar'), colour: textOf('colour') },
    };
  }
}

const ofPersona = ({ id, personaPicture, personaColour }: Membership): Face => ({
  ...{ ...NONE, id },
  ...{ personaPicture: personaPicture || null, colour: personaColour || null },
});
