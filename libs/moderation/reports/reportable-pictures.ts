import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonaPictures } from '#groups/members/persona-pictures.service.js';
import type { Author } from '#introductions/authors.service.js';
import type { Membership } from '#members/membership.entity.js';
import { Reportable, Reportables } from './reportables.js';

/**
 * Of a persona its picture is reported by itself, from its page in the group, and that picture it is: another one that it
 * wears later is another thing. It goes along as it is seen there, since
 * nobody of moderation could look at it; neither the group nor the account does.
 */
@Injectable()
export class ReportablePictures implements OnModuleInit {
  constructor(
    private readonly reportables: Reportables,
    private readonly pictures: PersonaPictures,
  ) {}

  onModuleInit() {
    this.reportables.register(Reportable.Membership, {
      authorOf: async (row) => wearerOf(row as Membership),
      forward: async (row) => ({
        ...{ forwarded: '', context: '' },
        picture: await this.pictures.asText((row as Membership).personaPicture),
      }),
      keyOf: (row) => asKey((row as Membership).personaPicture),
      remove: (key) => this.pictures.takeAway(key.replaceAll('-', '')),
    });
  }
}

/** The name of a picture is as long as a uuid. */
const asKey = (name: string): string => name.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** Only another name has a picture: what is done stays with that name. */
const wearerOf = ({ id: personaId, accountId, personaName }: Membership): Author => ({
  accountId,
  personaId,
  knownAs: personaName ?? '',
});
