import { safeReturnPath, returnPathOf } from './return-path';

describe('return path after sign-in', () => {
  it('the return path contains the page with its query and fragment, but is null for the start page', () => {
    expect(returnPathOf({ pathname: '/app/people', search: '?c=issue:water', hash: '#x' })).toBe(
      '/app/people?c=issue:water#x',
    );
    for (const pathname of ['/app', '/app/'])
      expect(returnPathOf({ pathname, search: '?x=1', hash: '' })).toBeNull();
  });

  it('sign-in returns to a page of the app', () => {
    expect(safeReturnPath('/app/channels/c1')).toBe('/app/channels/c1');
  });

  it.each([
    null,
    '',
    '/',
    '/apps',
    '/es/sign-in',
    'https://otro.example/app/',
    '//otro.example/app/',
    ' /app/x',
  ])('sign-in opens the start page instead of returning to %s', (way) => {
    expect(safeReturnPath(way)).toBe('/app');
  });
});
