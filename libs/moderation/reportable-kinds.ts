import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { MessageAuthorsService } from '#channels/message-authors.service.js';
import type { Message } from '#channels/message.entity.js';
import { MessagesService } from '#channels/messages.service.js';
import { Blockable } from '#introductions/authors.service.js';
import type { Introduction } from '#introductions/introduction.entity.js';
import { IntroductionsService } from '#introductions/introductions.service.js';
import { Viewer } from '#policy/viewer.js';
import { ProfileField } from '#profiles/profile-field.entity.js';
import { ProfileRemovalService } from '#profiles/profile-removal.service.js';
import { Reportables } from './reportables.js';

/** What can be reported: a profile, an introduction that one was asked for, a message. */
@Injectable()
export class ReportableKinds implements OnModuleInit {
  constructor(
    private readonly reportables: Reportables,
    private readonly access: AccessService,
    private readonly profiles: ProfileRemovalService,
    private readonly introductions: IntroductionsService,
    private readonly messages: MessagesService,
    private readonly messageAuthors: MessageAuthorsService,
  ) {}

  onModuleInit() {
    this.reportables.register(Blockable.Profile, {
      forward: async ({ id }, viewer) => this.alone(await this.textsOf(id as string, viewer)),
      remove: (id) => this.profiles.removeTexts(id),
    });
    this.reportables.register(Blockable.Introduction, {
      forward: async (row) => this.alone((row as Introduction).note),
      remove: (id) => this.introductions.takeAway(id),
    });
    this.reportables.register(Blockable.Message, {
      forward: (row, viewer) => this.withContext(row, viewer),
      remove: async (id) => {
        await this.messages.remove(Viewer.system('moderation takes away what was reported'), id);
      },
    });
  }

  /** Every text of the profile that the reporter sees, and no other. */
  private async textsOf(profileId: string, viewer: Viewer): Promise<string> {
    const fields = await this.access
      .list(ProfileField, viewer)
      .andWhere('it.profile_id = :profileId', { profileId })
      .andWhere(`it.text <> '' and it.kind <> 'colour'`)
      .orderBy(`it.kind <> 'name'`)
      .addOrderBy('it.kind')
      .getMany();
    return fields.map(({ text }) => text).join('\n\n');
  }

  private async withContext(row: ObjectLiteral, viewer: Viewer) {
    const context = await this.messageAuthors.contextOf(row, viewer);
    return { forwarded: (row as Message).body, context };
  }

  private readonly alone = (forwarded: string) => ({ forwarded, context: '' });
}
