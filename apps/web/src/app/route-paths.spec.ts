import { matchPath } from 'react-router';
import { APPLICANT_PATHS } from './route-paths';

const isForApplicants = (path: string) => APPLICANT_PATHS.some((one) => matchPath(one, path));

it('an applicant opens support and the receipts of what was destroyed, and no page of members', () => {
  for (const path of ['/support', '/support/1/end', '/me/data', '/emergency'])
    expect([path, isForApplicants(path)]).toEqual([path, true]);
  for (const path of ['/', '/account', '/me/account', '/people', '/channels'])
    expect([path, isForApplicants(path)]).toEqual([path, false]);
});
