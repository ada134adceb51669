import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Banner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { DecisionPanel } from './decision-panel';
import type { ApplicationFile } from '../desk/desk.graphql';
import { ApplicationNotes } from './application-notes';
import { ReviewForm } from './review-form';
import { WrittenReviews } from './written-reviews';

interface ReviewPaneProps {
  file: ApplicationFile;
  /** Called after something was saved, to reload the file. */
  onWritten: (text: string) => void;
  /** Called after the decision, when the file is closed. */
  onDone: (text: string) => void;
}

/**
 * The viewer's side of a file: first their own review, without seeing others'; then the other reviews and the decision.
 */
export function ReviewPane({ file, onWritten, onDone }: ReviewPaneProps) {
  const { ownReview } = file;
  const [isChanging, setChanging] = useState(false);
  if (!ownReview) {
    return (
      <>
        <Banner icon="eyeOff" title={<Trans>Revisión a ciegas</Trans>}>
          <Trans>Verás la otra opinión cuando envíes la tuya.</Trans>
        </Banner>
        <ReviewForm file={file} onWritten={onWritten} />
      </>
    );
  }
  if (!ownReview.isCurrent || isChanging) {
    const onChanged = (text: string) => {
      setChanging(false);
      onWritten(text);
    };
    return <Again file={file} onWritten={onChanged} />;
  }
  return (
    <>
      <WrittenReviews file={file} />
      <DecisionPanel file={file} onDone={onDone} />
      <ApplicationNotes file={file} onWritten={onWritten} />
      <Button onClick={() => setChanging(true)}>
        <Trans>Cambiar mi recomendación</Trans>
      </Button>
    </>
  );
}

/** The review form again, to confirm the review after a change of the file or to change it. */
function Again({ file, onWritten }: Pick<ReviewPaneProps, 'file' | 'onWritten'>) {
  return (
    <>
      {!file.ownReview?.isCurrent && (
        <Banner look="warn" icon="edit" title={<Trans>La postulación cambió</Trans>}>
          <Trans>
            Llegó una respuesta o se retiró un aval. Confirma tu recomendación o cámbiala.
          </Trans>
        </Banner>
      )}
      <ReviewForm file={file} onWritten={onWritten} />
    </>
  );
}
