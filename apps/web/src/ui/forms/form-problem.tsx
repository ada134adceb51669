import { sentence, type Problem } from '../../lib/server/errors';
import { Banner } from '../display/banner';

/** Why an act was refused, unless an input says it itself. */
export function FormProblem({ problem }: { problem: Problem | undefined }) {
  if (!problem || Object.keys(problem.fields).length > 0) return null;
  return (
    <Banner look={problem.code === 'OFFLINE' ? 'warn' : 'danger'} role="alert">
      {sentence(problem)}
    </Banner>
  );
}
