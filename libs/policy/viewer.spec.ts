import {
  isAnonymous,
  checkAudience,
  Viewer,
  type EndpointAudience,
  type Standing,
} from './viewer.js';

const who = (standing: Standing, ...duties: Viewer['duties'][number][]): Viewer => ({
  ...Viewer.nobody(),
  sessionId: 'a session',
  standing,
  duties,
});

describe('checkAudience', () => {
  it('admits a request without a session only to endpoints for anyone', () => {
    const audiences: EndpointAudience[] = [
      'member',
      'applicant',
      'auditor',
      'administrator',
      'guest',
      'anySignedIn',
    ];
    for (const audience of audiences) {
      expect(checkAudience(undefined, audience)).toBe('UNAUTHENTICATED');
    }
    expect(checkAudience(undefined, 'anyone')).toBe('ok');
  });

  it.each<[Viewer, EndpointAudience[]]>([
    [who('applicant'), ['applicant', 'anySignedIn']],
    [who('member'), ['member', 'anySignedIn']],
    [who('member', 'vet', 'moderate', 'support'), ['member', 'anySignedIn']],
    [who('staff', 'audit'), ['auditor', 'anySignedIn']],
    [who('staff', 'administer'), ['administrator', 'anySignedIn']],
    [who('suspended', 'vet'), ['anySignedIn']],
    [who('locked', 'moderate'), []],
    [who('former', 'audit'), []],
    [who('guest', 'support'), ['guest']],
    [who('member', 'audit', 'administer'), ['member', 'anySignedIn']],
    [Viewer.system('a test'), []],
  ])('admits the viewer %j only to endpoints for %j', (viewer, open) => {
    const all: EndpointAudience[] = [
      'member',
      'applicant',
      'auditor',
      'administrator',
      'guest',
      'anySignedIn',
    ];
    expect(all.filter((audience) => checkAudience(viewer, audience) === 'ok').sort()).toEqual(
      [...open].sort(),
    );
  });
});

it('Viewer.system requires a reason', () => {
  expect(() => Viewer.system(' ')).toThrow('needs a reason');
  expect(Viewer.system('expire introductions').system).toBe('expire introductions');
});

it('isAnonymous is true for a viewer without a session, and false for the system viewer and a former member', () => {
  expect(isAnonymous(Viewer.nobody())).toBe(true);
  expect(isAnonymous(Viewer.system('a test'))).toBe(false);
  expect(isAnonymous(who('former'))).toBe(false);
});
