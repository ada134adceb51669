import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { Subjects } from '#access/subjects.js';
import { AttachmentsModule } from '#attachments/attachments.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { FilesModule } from '#files/files.module.js';
import { GroupsModule } from '#groups/groups.module.js';
import { AuthorsService, Blockable } from '#introductions/authors.service.js';
import { IntroductionsModule } from '#introductions/introductions.module.js';
import { MembersModule } from '#members/members.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { AskLonger } from './message-retention/ask-longer.js';
import { AttachmentsExports } from './messages/attachments.exports.js';
import { AttachmentFilesController } from './messages/attachment-files.controller.js';
import { BlockedAuthorsResolver } from './messages/blocked-authors.resolver.js';
import { Channel } from './channel.entity.js';
import { ChannelNoticesResolver } from './inbox/channel-notices.resolver.js';
import { ChannelPeople } from './channel-people.service.js';
import { ChannelTopicsResolver } from './topics/channel-topics.resolver.js';
import { ChannelsExports } from './channels.exports.js';
import { ChannelsHandlers } from './channels.handlers.js';
import { CHANNEL_TABLE, MESSAGE_TABLE, TOPIC_TABLE } from './channels.subjects.js';
import { ChannelsResolver } from './channels.resolver.js';
import { ChannelsService } from './channels.service.js';
import { ConversationsResolver } from './conversations/conversations.resolver.js';
import { ConversationsService } from './conversations/conversations.service.js';
import { DepartedService } from './messages/departed.service.js';
import { DeletedMessagesService } from './messages/deleted-messages.service.js';
import { EarlierTexts } from './messages/earlier-texts.service.js';
import { Elsewhere } from './delivery/elsewhere.js';
import { ExpiredMessages } from './message-retention/expired.data-classes.js';
import { FormerAllies } from './conversations/former-allies.service.js';
import { GroupChannelsResolver } from './group-channels.resolver.js';
import { HistoryService } from './delivery/history.service.js';
import { InboxEntries } from './inbox/inbox-entries.service.js';
import { InboxJobs } from './inbox/inbox.jobs.js';
import { LengthenRetention } from './message-retention/lengthen-retention.js';
import { LevelsService } from './inbox/levels.service.js';
import { Live } from './delivery/live.js';
import { MessageAttachments } from './messages/message-attachments.service.js';
import { MessageAuthorsService } from './messages/message-authors.service.js';
import { MessageChanges } from './messages/message-changes.service.js';
import { MessageContext } from './messages/message-context.service.js';
import { MessageSearchResolver } from './search/message-search.resolver.js';
import { MessageSearch } from './search/message-search.service.js';
import { Message } from './messages/message.entity.js';
import { MessageActsResolver } from './messages/message-acts.resolver.js';
import { MessagesResolver } from './messages/messages.resolver.js';
import { MessageDeletionService } from './messages/message-deletion.service.js';
import { MessagesService } from './messages/messages.service.js';
import { PinnedService } from './messages/pinned.service.js';
import { PostMessage } from './posting/post-message.js';
import { PostingAllowance } from './posting/posting-allowance.js';
import { PuttingAway } from './conversations/putting-away.service.js';
import { ReactionsService } from './messages/reactions.service.js';
import { ReadMarks } from './inbox/read-marks.service.js';
import { ReadingService } from './inbox/reading.service.js';
import { RetentionRecords } from './message-retention/retention-records.js';
import { TimersJobs } from './message-retention/timers.jobs.js';
import { TimersResolver } from './message-retention/timers.resolver.js';
import { Timers } from './message-retention/timers.service.js';
import { WordsOfMessagesModule } from './search/words-of-messages.module.js';
import { Topic } from './topics/topic.entity.js';
import { TopicReading } from './topics/topic-reading.service.js';
import { TopicsResolver } from './topics/topics.resolver.js';
import { TopicsService } from './topics/topics.service.js';

const SERVICES = [
  AskLonger,
  ChannelPeople,
  ChannelsService,
  ConversationsService,
  DeletedMessagesService,
  EarlierTexts,
  FormerAllies,
  HistoryService,
  InboxEntries,
  LevelsService,
  MessageAttachments,
  MessageAuthorsService,
  MessageChanges,
  MessageContext,
  MessageDeletionService,
  MessageSearch,
  MessagesService,
  PinnedService,
  PostMessage,
  PostingAllowance,
  PuttingAway,
  ReactionsService,
  ReadMarks,
  ReadingService,
  TopicReading,
  Timers,
  TopicsService,
];
const DOORS = [
  BlockedAuthorsResolver,
  ChannelNoticesResolver,
  ChannelTopicsResolver,
  ChannelsResolver,
  ConversationsResolver,
  GroupChannelsResolver,
  MessageActsResolver,
  MessageSearchResolver,
  MessagesResolver,
  TimersResolver,
  TopicsResolver,
];
const BEHIND = [
  AttachmentsExports,
  ChannelsExports,
  ChannelsHandlers,
  DepartedService,
  Elsewhere,
  ExpiredMessages,
  InboxJobs,
  LengthenRetention,
  Live,
  RetentionRecords,
  TimersJobs,
];

@Module({
  imports: [
    AccessModule,
    AttachmentsModule,
    AuditModule,
    EventsModule,
    FilesModule,
    GroupsModule,
    IntroductionsModule,
    MembersModule,
    RealtimeModule,
    RetentionModule,
    SettingsModule,
    SigninModule,
    WordsOfMessagesModule,
  ],
  controllers: [AttachmentFilesController],
  providers: [...SERVICES, ...DOORS, ...BEHIND],
  exports: SERVICES,
})
export class ChannelsModule {
  constructor(
    subjects: Subjects,
    realtime: RealtimeService,
    authors: AuthorsService,
    messageAuthors: MessageAuthorsService,
    elsewhere: Elsewhere,
  ) {
    authors.register(Blockable.Message, (row, viewer) => messageAuthors.authorOf(row, viewer));
    realtime.watchable('channel', 'Channel', 'watch', (id) => elsewhere.begin(id));
    subjects.register('Channel', Channel, CHANNEL_TABLE);
    subjects.register('Topic', Topic, TOPIC_TABLE);
    subjects.register('Message', Message, MESSAGE_TABLE);
  }
}
