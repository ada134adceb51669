import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { MAX_FILE_BYTES } from '#cleaning/cleaned-file.js';
import {
  type IncomingUpload,
  type UploadRefusals,
  UploadsService,
} from '#files/uploads.service.js';
import { Conflict, Invalid, type Refusal, TooMany } from '#kernel/errors.js';
import { FairQueue } from '#kernel/fair-queue.js';
import { newId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { GuestAvailabilityService } from '../guests/guest-availability.service.js';
import { GuestRateLimits, VOICE_SLOTS } from '../guests/guest-rate-limits.service.js';
import { SupportAvailabilityService } from '../support-availability.service.js';
import { type DraftVoice, DraftVoiceAnswersService } from './draft-voice-answers.service.js';

const busy = (): Refusal => new TooMany('support.voiceBusy', 5);
const REFUSALS: UploadRefusals = {
  noFile: () => new Invalid('support.voiceNotAccepted'),
  tooLarge: () => new Invalid('support.voiceTooLarge'),
  tooSlow: () => new Conflict('support.voiceTooSlow'),
  oneAtATime: busy,
  cut: () => new Conflict('support.voiceCut'),
  tooMany: (seconds) => new TooMany('support.voiceTooMany', seconds),
};

/** Takes in voice notes of people who may ask for support, with an account and without one. */
@Injectable()
export class VoiceUploadsService {
  /** People without an account use one of the cleaner's slots; networks take turns. No more wait than are read at once. */
  private readonly guestCleaning = new FairQueue(1, VOICE_SLOTS);

  constructor(
    private readonly access: AccessService,
    private readonly availability: SupportAvailabilityService,
    private readonly guests: GuestAvailabilityService,
    private readonly limits: GuestRateLimits,
    private readonly uploads: UploadsService,
    private readonly drafts: DraftVoiceAnswersService,
  ) {}

  /** The account to which unsent notes of the viewer belong; null for a person without an account. */
  ownerOf(viewer: Viewer): string | null {
    return this.guests.hasAccount(viewer) ? viewer.accountId : null;
  }

  /** Throws a refusal if the viewer cannot ask for support now. */
  async assertMayAsk(viewer: Viewer): Promise<void> {
    if (this.guests.hasAccount(viewer)) {
      this.access.allow(viewer, 'make', 'SupportRequest');
      await this.availability.assertOpen();
    } else await this.guests.assertOpen();
  }

  /** Reads, re-encodes and stores a recording. Refuses one that is too large before it is read. */
  async receive(viewer: Viewer, ip: string, upload: IncomingUpload): Promise<DraftVoice> {
    await this.assertMayAsk(viewer);
    const ownerId = this.ownerOf(viewer);
    await this.drafts.assertRoom(ownerId);
    if (ownerId !== null)
      return this.read(ownerId, upload, (bytes) => this.store(ownerId, upload, bytes));
    // People who share a network are different senders.
    return this.limits.countVoiceAnswer(ip, (place) => {
      const isPlaceWanted = () => place.isWanted;
      const mustEnd = () => (place.shouldYield ? busy() : undefined);
      return this.read(newId(), { ...upload, isPlaceWanted, mustEnd }, (bytes) => {
        place.keep();
        return this.guestCleaning.run(place.key, () => this.store(null, upload, bytes), busy);
      });
    });
  }

  private read(
    sender: string,
    upload: IncomingUpload,
    store: (recording: Buffer) => Promise<DraftVoice>,
  ): Promise<DraftVoice> {
    const most = MAX_FILE_BYTES.voice;
    return this.uploads.take(sender, { ...upload, refusals: REFUSALS }, most, store);
  }

  /** Checks the right again: the session may have ended during a long upload. */
  private async store(ownerId: string | null, upload: IncomingUpload, recording: Buffer) {
    if (!(await upload.isAllowed())) throw new Conflict('support.voiceCut');
    return this.drafts.store(ownerId, recording);
  }
}
