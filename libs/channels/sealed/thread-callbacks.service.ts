import { Injectable } from '@nestjs/common';
import type { Viewer } from '#policy/viewer.js';

type OnRead = (viewer: Viewer, channelId: string) => Promise<void>;
type OnPosted = (channelId: string) => void;

/** Lets the library that owns the cases learn what happens in their threads. It registers at startup. */
@Injectable()
export class ThreadCallbacksService {
  private readonly reading: OnRead[] = [];
  private readonly posting: OnPosted[] = [];

  /** `call` is awaited before the viewer gets messages of a thread. If it throws, they get none. */
  onRead(call: OnRead): void {
    this.reading.push(call);
  }

  /** `call` runs after COMMIT and must not throw. */
  onPosted(call: OnPosted): void {
    this.posting.push(call);
  }

  async read(viewer: Viewer, channelId: string): Promise<void> {
    for (const call of this.reading) await call(viewer, channelId);
  }

  posted(channelId: string): void {
    for (const call of this.posting) call(channelId);
  }
}
