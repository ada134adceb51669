import { useLingui } from '@lingui/react/macro';
import { useNavigate, useParams } from 'react-router';
import { ReportDesk } from '../../features/moderation/report-desk';
import { Page } from '../../ui/page';
import { useToast } from '../../ui/toast';

/** A report, for whoever moderates. */
export default function DeskReport() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const toast = useToast();
  const done = (text: string) => {
    toast({ text });
    void navigate('/desk');
  };
  return (
    <Page width={688} back={{ to: '/desk', label: t`Mesa` }} title={t`Aviso`}>
      <ReportDesk key={id} id={id} onDone={done} />
    </Page>
  );
}
