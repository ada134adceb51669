export const MAX_SOCKETS_PER_ACCOUNT = 20;
export const MAX_ROOMS_PER_SOCKET = 100;

/** A token bucket: allows `burst` uses at once and `perSecond` uses per second in the long run. */
export class TokenBucket {
  private tokens: number;
  private at = performance.now();

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
  ) {
    this.tokens = burst;
  }

  /** Takes a token; returns whether there was one. */
  take(): boolean {
    const now = performance.now();
    const earned = ((now - this.at) / 1_000) * this.perSecond;
    this.tokens = Math.min(this.burst, this.tokens + earned);
    this.at = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
