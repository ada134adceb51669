import { accountHeader, restartPage } from '../device/page-account';
import { isOtherAccount, type RequestProblem, problemFromBody } from './errors';

/**
 * Uploads a picture to a route of the server. `onProgress` receives the uploaded share from 0 to 1. Returns the error,
 * if any.
 */
export function uploadPicture(
  to: string,
  picture: Blob,
  onProgress: (part: number) => void = () => undefined,
): Promise<RequestProblem | undefined> {
  return new Promise((done) => {
    // fetch does not report upload progress.
    const request = new XMLHttpRequest();
    request.open('POST', to);
    const headers = { 'content-type': 'application/octet-stream', ...accountHeader() };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 200) return done(undefined);
      const refused = problemFromBody((request.response ?? {}) as Partial<RequestProblem>);
      if (isOtherAccount(refused)) restartPage();
      done(refused);
    };
    request.onerror = () => done({ code: 'OFFLINE', fields: {} });
    request.send(picture);
  });
}
