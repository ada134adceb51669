import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { EventsModule } from '#events/events.module.js';
import { Alliance } from '#members/relationships/alliance.entity.js';
import { Block } from '#members/relationships/block.entity.js';
import { MembersModule } from '#members/members.module.js';
import type { SubjectTableOf } from '#policy/engine/subject-table.js';
import type { Profile } from '#profiles/profile.entity.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { AllyNoteDataClass } from './allies/ally-note.data-class.js';
import { AllyNotesResolver } from './allies/ally-notes.resolver.js';
import { AllyNotesService } from './allies/ally-notes.service.js';
import { AskIntroduction } from './ask-introduction.js';
import {
  ContentAuthorRegistryService,
  BlockableContentType,
} from './content-author-registry.service.js';
import { BlockingResolver } from './allies/blocking.resolver.js';
import { BlockingService } from './allies/blocking.service.js';
import { IntroducersService } from './introducers/introducers.service.js';
import { IntroducersResolver } from './introducers/introducers.resolver.js';
import { IntroductionCards } from './introduction-cards.js';
import { Introduction } from './introduction.entity.js';
import { IntroductionsDataExport } from './introductions.data-export.js';
import { IntroductionsJobs } from './introductions.jobs.js';
import { IntroductionsResolver } from './introductions.resolver.js';
import { IntroductionsService } from './introductions.service.js';
import { MakeSuggestion } from './suggestions/make-suggestion.js';
import { PassOnIntroduction } from './introducers/pass-on-introduction.js';
import { Suggestion } from './suggestions/suggestion.entity.js';
import { SuggestionsDataExport } from './suggestions/suggestions.data-export.js';
import { SuggestionsResolver } from './suggestions/suggestions.resolver.js';
import { SuggestionsService } from './suggestions/suggestions.service.js';

const INTRODUCTION: SubjectTableOf<'Introduction'> = {
  table: 'introduction',
  columns: {
    askerId: { sql: 'asker_id' },
    askedId: { sql: 'asked_id' },
    introducerId: { sql: 'introducer_id', nullable: true },
    passedAt: { sql: 'passed_at', nullable: true },
    lapsedAt: { sql: 'lapsed_at', nullable: true },
    state: { sql: 'state' },
  },
  sets: {
    hiddenFromIds: {
      table: 'introduction_parted',
      on: '{it}.introduction_id = {row}.id',
      value: 'account_id',
    },
  },
};

/** SQL condition: neither member has blocked the other's persona in that group. */
const SUGGESTION_OPEN = `exists (select 1 from suggestion_open o where o.suggestion_id = {row}.id)
  and not exists (select 1 from suggestion_side d join membership m on m.id = d.membership_id
    join suggestion_side e on e.suggestion_id = d.suggestion_id
    join block b on b.blocker_id = m.account_id and b.membership_id = e.membership_id
    where d.suggestion_id = {row}.id)`;

const SUGGESTION: SubjectTableOf<'Suggestion'> = {
  table: 'suggestion',
  columns: {
    isOpen: { sql: SUGGESTION_OPEN },
    expiresAt: { sql: 'expires_at' },
  },
  sets: {
    sideIds: {
      table: 'suggestion_side',
      on: '{it}.suggestion_id = {row}.id and {it}.lapsed_at is null',
      value: 'membership_id',
    },
    agreedIds: {
      table: 'suggestion_side',
      on: '{it}.suggestion_id = {row}.id and {it}.agreed_at is not null',
      value: 'membership_id',
    },
  },
};

const ALLIANCE: SubjectTableOf<'Alliance'> = {
  table: 'alliance',
  columns: { id: { sql: 'id' } },
  sets: {},
};

const BLOCK: SubjectTableOf<'Block'> = {
  table: 'block',
  columns: { blockerId: { sql: 'blocker_id' } },
  sets: {},
};

@Module({
  imports: [
    AccessModule,
    EventsModule,
    MembersModule,
    ProfilesModule,
    RetentionModule,
    SigninModule,
  ],
  providers: [
    AllyNoteDataClass,
    AllyNotesService,
    AllyNotesResolver,
    AskIntroduction,
    ContentAuthorRegistryService,
    BlockingResolver,
    BlockingService,
    IntroductionCards,
    IntroducersService,
    IntroducersResolver,
    IntroductionsDataExport,
    IntroductionsJobs,
    IntroductionsResolver,
    IntroductionsService,
    MakeSuggestion,
    PassOnIntroduction,
    SuggestionsDataExport,
    SuggestionsResolver,
    SuggestionsService,
  ],
  exports: [
    AllyNotesService,
    AskIntroduction,
    ContentAuthorRegistryService,
    IntroducersService,
    IntroductionsService,
    MakeSuggestion,
    PassOnIntroduction,
    SuggestionsService,
  ],
})
export class IntroductionsModule {
  constructor(
    subjects: PolicySubjects,
    authors: ContentAuthorRegistryService,
    profiles: ProfilesService,
    persons: IntroductionCards,
  ) {
    subjects.register('Introduction', Introduction, INTRODUCTION);
    subjects.register('Suggestion', Suggestion, SUGGESTION);
    subjects.register('Alliance', Alliance, ALLIANCE);
    subjects.register('Block', Block, BLOCK);
    authors.register(BlockableContentType.Profile, async (row) => {
      const { accountId } = row as Profile;
      const names = await profiles.namesOf([accountId]);
      return { accountId, knownAs: names.get(accountId) ?? '', personaId: null };
    });
    authors.register(BlockableContentType.Introduction, async (row, viewer) => {
      const introduction = row as Introduction;
      const { name } = await persons.of(viewer, introduction);
      return { accountId: introduction.askerId, knownAs: name, personaId: null };
    });
  }
}
