/** Received and sent bytes. */
export interface Traffic {
  readonly received: number;
  readonly sent: number;
}

/** Data that Trama used on this device, on one day and in its month. */
export interface DataUsage {
  /** Local date, such as 2026-11-26. */
  readonly day: string;
  readonly today: Traffic;
  readonly thisMonth: Traffic;
}

const NOTHING: Traffic = { received: 0, sent: 0 };

const plus = (one: Traffic, other: Traffic): Traffic => ({
  received: one.received + other.received,
  sent: one.sent + other.sent,
});

/** Adds new traffic. A new day or month starts at zero. */
export function addTraffic(
  kept: DataUsage | undefined,
  day: string,
  traffic: Traffic = NOTHING,
): DataUsage {
  const isMonth = kept?.day.slice(0, 7) === day.slice(0, 7);
  return {
    day,
    today: plus(kept?.day === day ? kept.today : NOTHING, traffic),
    thisMonth: plus(kept && isMonth ? kept.thisMonth : NOTHING, traffic),
  };
}

/** Parses the stored value; undefined if it is not valid. */
export function parseDataUsage(kept: string | undefined): DataUsage | undefined {
  try {
    const { day, today, thisMonth } = JSON.parse(kept ?? '') as DataUsage;
    const all = [today.received, today.sent, thisMonth.received, thisMonth.sent];
    return typeof day === 'string' && all.every(Number.isFinite)
      ? { day, today, thisMonth }
      : undefined;
  } catch {
    return undefined;
  }
}
