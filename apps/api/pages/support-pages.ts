import { Injectable } from '@nestjs/common';
import type { Language } from '#kernel/language.js';
import type { EmergencyLine } from '#support/emergency-list/emergency-line.entity.js';
import { PublicEmergencyListService } from '#support/emergency-list/public-emergency-list.service.js';
import { termNameOf } from '#taxonomy/terms.js';
import {
  emergencyPage,
  type EmergencyPageLine,
} from '../../web/public-pages/support/emergency-page.js';
import { PublicPages } from './public-pages.js';

/** Renders the public pages about support that contain data of the instance. */
@Injectable()
export class SupportPages {
  constructor(
    private readonly out: PublicPages,
    private readonly list: PublicEmergencyListService,
  ) {}

  /** The emergency list from the copy in memory, with this territory first. */
  emergency(language: Language, chosen: string | undefined) {
    const list = this.list.current();
    const lines = list?.items.map((line) => toPageLine(line, language));
    const reviewedAt = list?.reviewedAt ?? null;
    const { assets } = this.out;
    const html = emergencyPage({ language, assets, lines, reviewedAt, chosen });
    const isLoaded = lines !== undefined;
    return { html, isLoaded, hasLines: isLoaded && lines.length > 0 };
  }
}

function toPageLine(line: EmergencyLine, language: Language): EmergencyPageLine {
  const { name, purpose, hours, languages, territory, phone } = line;
  return {
    ...{ name, purpose, hours, phone },
    languages: languages.map((id) => termNameOf(id, language)),
    territory: territory ? { id: territory, name: termNameOf(territory, language) } : null,
  };
}
