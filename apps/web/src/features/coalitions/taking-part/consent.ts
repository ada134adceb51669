/** The answer to one version of the agreements. */
export interface Consent {
  readonly version: number;
  readonly isAccepted: boolean;
}

/** Whether the reader accepted the current version. An acceptance of another version does not count. */
export const isGiven = ({ version, isAccepted }: Consent, current: number): boolean =>
  isAccepted && version === current;

/** Whether the agreements changed since they were shown or answered. */
export const isOutdated = ({ version }: Consent, current: number): boolean => version !== current;
