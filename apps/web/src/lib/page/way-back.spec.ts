import { safeWay, wayOf } from './way-back';

describe('way back after signing in', () => {
  it('remembers the page with its query and fragment, but not the start of the app', () => {
    expect(wayOf({ pathname: '/app/people', search: '?c=issue:water', hash: '#x' })).toBe(
      '/app/people?c=issue:water#x',
    );
    for (const pathname of ['/app', '/app/'])
      expect(wayOf({ pathname, search: '?x=1', hash: '' })).toBeNull();
  });

  it('leads to a page of the app', () => {
    expect(safeWay('/app/channels/c1')).toBe('/app/channels/c1');
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
  ])('leads to the start of the app instead of %s', (way) => {
    expect(safeWay(way)).toBe('/app');
  });
});
