import { type EndpointRow, listRow } from './endpoint-row.js';

/** The endpoints of support. */
export const SUPPORT_ROWS: Readonly<Record<string, EndpointRow>> = {
  'mutation askToAddEmergencyLine': 'EmergencyLine.propose',
  'mutation askToChangeEmergencyLine': 'EmergencyLine.propose',
  'mutation markEmergencyListReviewed': 'EmergencyLine.review',
  'mutation takeOffEmergencyLine': 'EmergencyLine.takeOff',
  'query emergencyLinesToEdit': listRow('EmergencyLine.propose'),
  'query emergencyList': listRow('EmergencyLine.read'),
};
