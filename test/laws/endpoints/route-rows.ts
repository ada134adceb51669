import { type EndpointRow, publicRow, ownRow } from './endpoint-row.js';

const PAGE = publicRow('A page without anything of anybody.');
const LINK = publicRow('Whoever holds the secret of the link, and nobody else, gets further.');
const WORDS = publicRow(
  'Whoever holds the words of the receipt, or the session they gave, sees their own.',
);

const OWN_FILE = publicRow('A file that the viewer sends in; anybody else’s is absent.');
const OWN_VOICE = publicRow(
  'A voice note that was not sent, for the holder of its key; anybody else’s is absent.',
);

/**
 * HTTP routes and socket events: pages and forms that work without JavaScript in three languages, posts of the web app,
 * files, and events that a client may emit.
 */
export const ROUTE_ROWS: Readonly<Record<string, EndpointRow>> = {
  'emit watch channel': 'Channel.watch',
  'emit watch organisation': 'Organisation.read',
  'emit watch profile': 'Profile.read',
  'emit unwatch': publicRow('Only a room that this socket is in is left.'),
  'GET /:language/confirm': LINK,
  'GET /:language/forgot': PAGE,
  'GET /:language/join': PAGE,
  'GET /:language/join/status': WORDS,
  'GET /:language/join/status/leave': WORDS,
  'GET /:language/join/status/sent': WORDS,
  'GET /:language/reset': LINK,
  'GET /:language/keep': LINK,
  'GET /:language/set-up': LINK,
  'GET /:language/support/return': PAGE,
  'GET /files/avatar/:name/:size': 'ProfileField.read',
  'GET /files/group/:name/:size': 'Group.read',
  'GET /files/:id/:part': 'Message.read',
  'GET /files/case-voice-answers/:id': 'SupportRequest.readFile',
  'GET /files/voice-answers/:id': 'SupportRequest.read',
  'GET /uploads/voice-answers/:id': OWN_VOICE,
  'GET /files/persona/:name/:size': 'Membership.read',
  'GET /health/live': publicRow('Says only that the process lives.'),
  'GET /health/ready': publicRow('Says only that the database answers.'),
  'GET /join': PAGE,
  'POST /:language/confirm': LINK,
  'POST /:language/forgot': publicRow('Answers the same whether or not there is such an account.'),
  'POST /:language/join/status': WORDS,
  'POST /:language/join/status/answer': ownRow('Application.answer'),
  'POST /:language/join/status/appeal': ownRow('Application.appeal'),
  'POST /:language/join/status/delete': ownRow('Application.delete'),
  'POST /:language/join/status/withdraw': ownRow('Application.withdraw'),
  'POST /:language/reset': LINK,
  'POST /:language/keep': LINK,
  'POST /:language/set-up': LINK,
  'POST /:language/support/return': publicRow(
    'Opens one case for the holder of its recovery phrase; guesses are few.',
  ),
  'POST /auth/export': ownRow('Account.export'),
  'POST /auth/sign-in': publicRow('Whoever knows address and password; guesses are few.'),
  'POST /auth/sign-out': publicRow('Ends the session of the browser that asks.'),
  'POST /join': 'Application.submit',
  'DELETE /uploads/:id': OWN_FILE,
  'DELETE /uploads/voice-answers/:id': OWN_VOICE,
  'HEAD /uploads/:id': OWN_FILE,
  'PATCH /uploads/:id': OWN_FILE,
  'POST /uploads': publicRow(
    'Takes in a file that nobody else can name until it is sent, which stands under Channel.post.',
  ),
  'POST /uploads/avatar': ownRow('ProfileField.edit'),
  'POST /uploads/voice-answers': ownRow('SupportRequest.make'),
  'POST /uploads/group/:groupId': 'Group.edit',
  'POST /uploads/persona/:membershipId': ownRow('Membership.edit'),
};
