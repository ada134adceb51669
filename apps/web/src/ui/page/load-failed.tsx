import { Trans } from '@lingui/react/macro';
import { problemText, type RequestProblem } from '../../lib/server/errors';
import { Banner } from '../display/banner';
import { Button } from '../actions/button';

/** Error of a list or page that could not be loaded, with a retry button. */
export function LoadFailed({ problem, onRetry }: { problem: RequestProblem; onRetry: () => void }) {
  return (
    <div className="stack stack--3">
      <Banner look={problem.code === 'OFFLINE' ? 'warn' : 'danger'} role="alert">
        {problemText(problem)}
      </Banner>
      <Button onClick={onRetry}>
        <Trans>Reintentar</Trans>
      </Button>
    </div>
  );
}
