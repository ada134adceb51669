/** State of a link to the emergency list. */
export interface EmergencyState {
  /** Page to which the list leads back. */
  back?: string;
  /** Next question of a request for support, for a person who said that there may be danger. */
  next?: string;
  /** Whether the person said that there is danger now. */
  isUrgent?: boolean;
}

/** Path of the public page of the list, which the browser caches. */
export const publicEmergencyPath = (language: string): string => `/${language}/support/emergency`;
