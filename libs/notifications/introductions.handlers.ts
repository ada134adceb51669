import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import {
  IntroductionAccepted,
  IntroductionAsked,
  IntroductionWithdrawn,
} from '#introductions/introductions.events.js';
import { AllianceEnded, MemberBlocked, MemberUnblocked } from '#members/members.events.js';
import { NoticesService } from './notices.service.js';

interface Sides {
  readonly introductionId: string;
  readonly askerId: string;
  readonly askedId: string;
}

const introduction = (id: string) => ({
  told: { of: 'Introduction', id },
  news: { subject: 'introduction', id },
});

/** Declining has no handler: nothing that reaches the asker changes. */
@Injectable()
export class TellTheTwoOfAnIntroduction {
  constructor(private readonly notices: NoticesService) {}

  @On(IntroductionAsked)
  async whenSomeoneIsAsked({ introductionId, askedId }: Sides): Promise<void> {
    const { told, news } = introduction(introductionId);
    await this.notices.tell([askedId], told, news);
  }

  @On(IntroductionAccepted)
  async whenItIsAccepted({ introductionId, askerId, askedId }: Sides): Promise<void> {
    const { told, news } = introduction(introductionId);
    await this.notices.tell([askerId], told, news);
    await this.notices.tellPages([askedId], told, news);
  }

  @On(IntroductionWithdrawn)
  async whenItIsTakenBack({ introductionId, askedId }: Sides): Promise<void> {
    this.notices.refresh([askedId], introduction(introductionId).news);
  }
}

/** Only pages: parting is never mailed about, and the blocked one is told nothing. */
@Injectable()
export class RefreshWhoeverParts {
  constructor(private readonly notices: NoticesService) {}

  @On(AllianceEnded)
  async whenAnAllianceEnds(of: { allianceId: string; lowId: string; highId: string }) {
    const news = { subject: 'alliance', id: of.allianceId };
    this.notices.refresh([of.lowId, of.highId], news);
  }

  @On(MemberBlocked)
  async whenSomeoneBlocks({ blockerId }: { blockerId: string }): Promise<void> {
    this.notices.refresh([blockerId], { subject: 'blocks', id: blockerId });
  }

  @On(MemberUnblocked)
  async whenABlockIsTakenBack({ blockerId }: { blockerId: string }): Promise<void> {
    this.notices.refresh([blockerId], { subject: 'blocks', id: blockerId });
  }
}
