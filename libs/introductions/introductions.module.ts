import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { Subjects } from '#access/subjects.js';
import { EventsModule } from '#events/events.module.js';
import { Alliance } from '#members/alliance.entity.js';
import { Block } from '#members/block.entity.js';
import { MembersModule } from '#members/members.module.js';
import type { TableOf } from '#policy/subject-table.js';
import type { Profile } from '#profiles/profile.entity.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import { SigninModule } from '#signin/signin.module.js';
import { AskIntroduction } from './ask-introduction.js';
import { Authors, Blockable } from './authors.service.js';
import { BlockingResolver } from './blocking.resolver.js';
import { BlockingService } from './blocking.service.js';
import { IntroducedPersons } from './introduced-persons.js';
import { Introduction } from './introduction.entity.js';
import { IntroductionsExports } from './introductions.exports.js';
import { IntroductionsJobs } from './introductions.jobs.js';
import { IntroductionsResolver } from './introductions.resolver.js';
import { IntroductionsService } from './introductions.service.js';

const SIDES = '({row}.asker_id, {row}.asked_id)';

const INTRODUCTION: TableOf<'Introduction'> = {
  table: 'introduction',
  columns: {
    askerId: { sql: 'asker_id' },
    askedId: { sql: 'asked_id' },
    state: { sql: 'state' },
  },
  sets: {
    hiddenFromIds: {
      table: 'hidden_pair',
      on: `{it}.account_id in ${SIDES} and {it}.other_id in ${SIDES}`,
      value: 'account_id',
    },
  },
};

const ALLIANCE: TableOf<'Alliance'> = {
  table: 'alliance',
  columns: { id: { sql: 'id' } },
  sets: {},
};

const BLOCK: TableOf<'Block'> = {
  table: 'block',
  columns: { blockerId: { sql: 'blocker_id' } },
  sets: {},
};

@Module({
  imports: [AccessModule, EventsModule, MembersModule, ProfilesModule, SigninModule],
  providers: [
    AskIntroduction,
    Authors,
    BlockingResolver,
    BlockingService,
    IntroducedPersons,
    IntroductionsExports,
    IntroductionsJobs,
    IntroductionsResolver,
    IntroductionsService,
  ],
  exports: [AskIntroduction, IntroductionsService, Authors],
})
export class IntroductionsModule {
  constructor(
    subjects: Subjects,
    authors: Authors,
    profiles: ProfilesService,
    persons: IntroducedPersons,
  ) {
    subjects.register('Introduction', Introduction, INTRODUCTION);
    subjects.register('Alliance', Alliance, ALLIANCE);
    subjects.register('Block', Block, BLOCK);
    authors.register(Blockable.Profile, async (row) => {
      const { accountId } = row as Profile;
      const names = await profiles.namesOf([accountId]);
      return { accountId, knownAs: names.get(accountId) ?? '', personaId: null };
    });
    authors.register(Blockable.Introduction, async (row, viewer) => {
      const introduction = row as Introduction;
      const { name } = await persons.of(viewer, introduction);
      return { accountId: introduction.askerId, knownAs: name, personaId: null };
    });
  }
}
