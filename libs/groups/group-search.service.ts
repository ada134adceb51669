import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { pageNewestFirst } from '#access/page-newest-first.js';
import type { Page } from '#kernel/pagination.js';
import { GroupKind } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { LexiconService } from '#taxonomy/words/lexicon.service.js';
import { buildTsQuery } from '#taxonomy/words/term-search.js';
import { Group } from './group.entity.js';
import type { GroupSearchArgs } from './groups.inputs.js';

/** The indexed search terms of a group. The expression must be the same as in the index. */
const LEXEMES = 'array_to_tsvector(it.issue_areas || it.words)';

@Injectable()
export class GroupSearchService {
  constructor(
    private readonly access: AccessService,
    private readonly vocabulary: LexiconService,
  ) {}

  /** Groups, and coalitions where asked, that the viewer may see and that match all terms and words, newest first. */
  async search(viewer: Viewer, search: GroupSearchArgs): Promise<Page<Group>> {
    const { group: kind } = GroupKind;
    const query = this.access.list(Group, viewer);
    if (!search.withCoalitions) query.andWhere('it.kind = :kind', { kind });
    const asked = buildTsQuery(search, await this.vocabulary.lexicon());
    if (asked) query.andWhere(`${LEXEMES} @@ cast(:asked as tsquery)`, { asked });
    return pageNewestFirst(query, search.after);
  }
}
