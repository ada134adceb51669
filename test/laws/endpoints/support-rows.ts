import { type EndpointRow, listRow, ownRow, partialListRow, publicRow } from './endpoint-row.js';

/** The endpoints of support; see endpoint-rows.ts. */
export const SUPPORT_ROWS: Readonly<Record<string, EndpointRow>> = {
  'mutation acceptSupportRequest': 'SupportRequest.accept',
  'mutation askSupport': ownRow('SupportRequest.make'),
  'mutation askToAddEmergencyLine': 'EmergencyLine.propose',
  'mutation askToChangeEmergencyLine': 'EmergencyLine.propose',
  'mutation askToChangeCaseLimits': 'Instance.change',
  'mutation askToChangeWorkingHours': 'Instance.change',
  'mutation changeSafeContact': 'SupportRequest.changeContact',
  'mutation claimSupportRequest': 'SupportRequest.claim',
  'mutation closeSupportCase': 'SupportRequest.close',
  'mutation declineSupportRequest': 'SupportRequest.decline',
  'mutation deleteSupportRequest': 'SupportRequest.delete',
  'mutation endSupportRest': ownRow('SupportRequest.useWorkName'),
  'mutation excludeSupporters': 'SupportRequest.exclude',
  'mutation keepSupportCaseOpen': 'SupportRequest.keepOpen',
  'mutation linkDuplicateSupportRequest': 'SupportRequest.linkDuplicate',
  'mutation markEmergencyListReviewed': 'EmergencyLine.review',
  'mutation openSupportRequest': 'SupportRequest.readFile',
  'mutation pauseSupport': 'Instance.pauseSupport',
  'mutation releaseSupportRequest': 'SupportRequest.release',
  'mutation reopenSupportCase': 'SupportRequest.reopen',
  'mutation seeSupportRequest': 'SupportRequest.read',
  'mutation setWorkName': ownRow('SupportRequest.useWorkName'),
  'mutation startSupportRest': ownRow('SupportRequest.useWorkName'),
  'mutation takeOffEmergencyLine': 'EmergencyLine.takeOff',
  'mutation withdrawSupportRequest': 'SupportRequest.withdraw',
  'query caseLimits': 'Instance.change',
  'query emergencyLinesToEdit': listRow('EmergencyLine.propose'),
  'query emergencyList': listRow('EmergencyLine.read'),
  'query mySupportCases': listRow('SupportRequest.readFile'),
  'query mySupportRequests': listRow('SupportRequest.read'),
  'query myWorkName': ownRow('SupportRequest.useWorkName'),
  'query supportAsking': ownRow('SupportRequest.exclude'),
  'query supportCase': 'SupportRequest.readFile',
  'query supportNews': partialListRow('SupportRequest.read'),
  'query supportOpenings': 'SupportRequest.readOpenings',
  'query supportPause': 'Instance.pauseSupport',
  'query supportQueue': partialListRow('SupportRequest.queue'),
  'query supportRequest': 'SupportRequest.read',
  'query supportRequestsWaiting': partialListRow('SupportRequest.queue'),
  'query supportWorkload': ownRow('SupportRequest.useWorkName'),
  'query workingHours': 'Instance.change',
};

const WORK_NAMES = publicRow(
  'Work names of supporters, which accounts that may exclude them can read.',
);

export const SUPPORT_FIELD_ROWS: Readonly<Record<string, EndpointRow>> = {
  'field SupportAsking.supporters': WORK_NAMES,
  'field SupportCaseFile.duplicates': 'SupportRequest.readFile',
  'field SupportCaseFile.others': 'SupportRequest.queue',
  'field SupportRequest.duplicateOfId': 'SupportRequest.read',
  'field SupportRequest.excluded': WORK_NAMES,
};
