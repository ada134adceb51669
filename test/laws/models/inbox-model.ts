/** Reference model of the inboxes in one group channel, independent of the product. */

export interface ModelMessage {
  readonly seq: number;
  readonly author: number;
  readonly replyTo: number | undefined;
  named: readonly number[];
  isDeleted: boolean;
}

export class InboxModel {
  readonly said: ModelMessage[] = [];
  /** The current members. The value is the number of the last message before the member joined. */
  readonly inside = new Map<number, number>();
  private readonly entries = new Map<string, { isRead: boolean }>();
  private readonly blocks = new Set<string>();

  say(said: ModelMessage): void {
    this.said.push(said);
    this.settle(this.said.length - 1);
  }

  name(at: number, named: readonly number[]): void {
    this.said[at]!.named = named;
    this.settle(at);
  }

  delete(at: number): void {
    this.said[at]!.isDeleted = true;
    this.settle(at);
  }

  leave(who: number): void {
    this.inside.delete(who);
  }

  join(who: number, after: number): void {
    this.inside.set(who, after);
  }

  block(one: number, other: number): void {
    this.blocks.add(`${one} ${other}`);
  }

  read(who: number, upTo = Infinity): void {
    this.mark(who, (seq) => seq <= upTo, true);
  }

  unread(who: number, from: number): void {
    this.mark(who, (seq) => seq >= from, false);
  }

  reads(who: number, at: number): boolean {
    const after = this.inside.get(who);
    return after !== undefined && after < this.said[at]!.seq;
  }

  /** Returns the positions of a member's inbox entries with their unread state. */
  inboxOf(who: number): [at: number, isUnread: boolean][] {
    return this.said.flatMap(({ author, isDeleted }, at) => {
      const entry = this.entries.get(`${who} ${at}`);
      const isParted = this.blocks.has(`${who} ${author}`) || this.blocks.has(`${author} ${who}`);
      const isShown = entry && !isDeleted && this.reads(who, at) && !isParted;
      return isShown ? [[at, !entry.isRead] as [number, boolean]] : [];
    });
  }

  /** Updates the inbox entries of one message, as the job does after each act. */
  private settle(at: number): void {
    const { named, author, replyTo, isDeleted } = this.said[at]!;
    const answered = replyTo === undefined ? undefined : this.said[replyTo]!.author;
    for (let who = 0; who < 4; who++) {
      const key = `${who} ${at}`;
      const isFor = named.includes(who) || answered === who;
      if (isDeleted || who === author || !this.reads(who, at) || !isFor) this.entries.delete(key);
      else if (!this.entries.has(key)) this.entries.set(key, { isRead: false });
    }
  }

  private mark(who: number, fits: (seq: number) => boolean, isRead: boolean): void {
    this.said.forEach(({ seq }, at) => {
      const entry = this.entries.get(`${who} ${at}`);
      if (entry && fits(seq)) entry.isRead = isRead;
    });
  }
}
