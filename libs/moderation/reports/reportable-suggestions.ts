import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { ContentAuthor } from '#introductions/content-author-registry.service.js';
import type { Suggestion } from '#introductions/suggestions/suggestion.entity.js';
import { SuggestionsService } from '#introductions/suggestions/suggestions.service.js';
import { ReportableContentType, ReportableContentRegistry } from './reportable-content-registry.js';

const MAKER = `
  select m.account_id as "accountId", n.name as "knownAs",
    case when m.persona_name is null then null else m.id end as "personaId"
  from membership m join membership_name n on n.membership_id = m.id where m.id = $1`;

/** Registers a steward's suggestion as reportable by its two recipients. */
@Injectable()
export class ReportableSuggestions implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly reportables: ReportableContentRegistry,
    private readonly suggestions: SuggestionsService,
  ) {}

  onModuleInit() {
    this.reportables.register(ReportableContentType.Suggestion, {
      authorOf: (row) => this.makerOf(row as Suggestion),
      forward: (row) => Promise.resolve({ forwarded: (row as Suggestion).line, context: '' }),
      remove: (id) => this.suggestions.takeAway(id),
    });
  }

  /** The steward who made the suggestion, by their name in the group. */
  private async makerOf({ stewardId }: Suggestion): Promise<ContentAuthor> {
    const [maker] = await this.db.query<ContentAuthor>(MAKER, [stewardId]);
    return maker ?? { accountId: null, personaId: null, knownAs: '' };
  }
}
