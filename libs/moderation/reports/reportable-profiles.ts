import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { FilesService } from '#files/files.service.js';
import type { Introduction } from '#introductions/introduction.entity.js';
import { IntroductionsService } from '#introductions/introductions.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ProfileField } from '#profiles/persons/profile-field.entity.js';
import { ProfileContentRemovalService } from '#profiles/profile-content-removal.service.js';
import {
  type ReportedContentCopy,
  ReportableContentType,
  ReportableContentRegistry,
} from './reportable-content-registry.js';

/** Registers profiles and introductions as reportable. */
@Injectable()
export class ReportableProfiles implements OnModuleInit {
  constructor(
    private readonly reportables: ReportableContentRegistry,
    private readonly access: AccessService,
    private readonly files: FilesService,
    private readonly profiles: ProfileContentRemovalService,
    private readonly introductions: IntroductionsService,
  ) {}

  onModuleInit() {
    this.reportables.register(ReportableContentType.Profile, {
      forward: async ({ id }, viewer) => this.profileOf(id as string, viewer),
      remove: (id) => this.profiles.removeTexts(id),
    });
    this.reportables.register(ReportableContentType.Introduction, {
      forward: async (row) => this.alone((row as Introduction).note),
      remove: (id) => this.introductions.takeAway(id),
    });
  }

  /** All texts of the profile that the reporter can see, and the picture if they can see it. */
  private async profileOf(profileId: string, viewer: Viewer): Promise<ReportedContentCopy> {
    const fields = await this.access
      .list(ProfileField, viewer)
      .andWhere('it.profile_id = :profileId', { profileId })
      .andWhere(`it.text <> '' and it.kind <> 'colour'`)
      .orderBy(`it.kind <> 'name'`)
      .addOrderBy('it.kind')
      .getMany();
    const texts = fields.filter(({ kind }) => kind !== 'avatar').map(({ text }) => text);
    const avatar = fields.find(({ kind }) => kind === 'avatar');
    const picture = avatar && (await this.files.read(avatar.text, '256'));
    return {
      ...this.alone(texts.join('\n\n')),
      picture: picture?.toString('base64') ?? null,
    };
  }

  private readonly alone = (forwarded: string) => ({ forwarded, context: '' });
}
