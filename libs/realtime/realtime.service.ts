import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';

/** A small notice that something changed; the data is asked for over GraphQL. */
export interface News {
  readonly subject: string;
  readonly id: string;
}

@Injectable()
export class RealtimeService {
  private readonly watchables = new Map<string, string>();
  private server: Server | undefined;

  attach(server: Server): void {
    this.server = server;
  }

  /** Lets clients `watch {<key>: id}` whatever the policy lets them read of `subject`. */
  watchable(key: string, subject: string): void {
    this.watchables.set(key, subject);
  }

  subjectOf(key: string): string | undefined {
    return this.watchables.get(key);
  }

  /** Tells every open socket of these accounts. */
  tell(accountIds: readonly string[], news: News): void {
    if (accountIds.length === 0) return;
    this.server?.to(accountIds.map((id) => `account:${id}`)).emit('news', news);
  }

  /** Sends a message to everybody who watches this room. */
  send(key: string, id: string, message: object): void {
    this.server?.to(`${key}:${id}`).emit('message', message);
  }
}
