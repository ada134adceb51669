import { problemText, type RequestProblem } from '../../lib/server/errors';
import { Banner } from '../display/banner';

/** Error message of a form, unless an input shows it. */
export function FormProblem({ problem }: { problem: RequestProblem | undefined }) {
  if (!problem || Object.keys(problem.fields).length > 0) return null;
  return (
    <Banner look={problem.code === 'OFFLINE' ? 'warn' : 'danger'} role="alert">
      {problemText(problem)}
    </Banner>
  );
}
