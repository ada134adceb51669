import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonaPicturesService } from '#groups/members/persona-pictures.service.js';
import type { ContentAuthor } from '#introductions/content-author-registry.service.js';
import type { Membership } from '#members/membership.entity.js';
import { ReportableContentType, ReportableContentRegistry } from './reportable-content-registry.js';

/**
 * Registers the picture of a persona as reportable. The key is the picture, not the membership: a later picture is
 * another subject. The report contains the picture, because moderators cannot see it in the group. The persona's
 * account is not disclosed.
 */
@Injectable()
export class ReportablePictures implements OnModuleInit {
  constructor(
    private readonly reportables: ReportableContentRegistry,
    private readonly pictures: PersonaPicturesService,
  ) {}

  onModuleInit() {
    this.reportables.register(ReportableContentType.Membership, {
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

/** Formats a picture's name, which has 32 hexadecimal digits, as a UUID. */
const asKey = (name: string): string => name.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** Only personas have such pictures, so sanctions stay with the persona. */
const wearerOf = ({ id: personaId, accountId, personaName }: Membership): ContentAuthor => ({
  accountId,
  personaId,
  knownAs: personaName ?? '',
});
