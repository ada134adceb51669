import { Trans } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { RequestProblem } from '../../../lib/server/errors';
import { Button } from '../../../ui/actions/button';
import { Sheet } from '../../../ui/actions/sheet';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import type { IconName } from '../../../ui/display/icon';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';

export interface SettingText {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly now: string;
  readonly maxLength: number;
  readonly isAddress?: boolean;
  /** Digits only. */
  readonly isNumber?: boolean;
}

type Typed = Readonly<Record<string, string>>;

export interface TextSettingProps {
  icon: IconName;
  title: string;
  note: ReactNode;
  texts: readonly SettingText[];
  consequences: ReactNode;
  problem: RequestProblem | undefined;
  fieldMessage: (field: string) => string | undefined;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  /** Sends the request; returns false if the server rejected it. */
  onAsk: (typed: Typed, reason: string) => Promise<boolean>;
}

/**
 * A setting of some lines of text, whose change another administrator must approve. The form keeps its input when the
 * server rejects it.
 */
export function TextSetting({ icon, title, note, texts, ...props }: TextSettingProps) {
  const { problem, fieldMessage, consequences, onConfirm, onAsk } = props;
  const [isOpen, setOpen] = useState(false);
  const [changed, setChanged] = useState<Typed>({});
  const [reason, setReason] = useState('');
  const typed = Object.fromEntries(texts.map(({ name, now }) => [name, changed[name] ?? now]));
  const ask = () => {
    setOpen(false);
    onConfirm(consequences, () => void onAsk(typed, reason).then((done) => setOpen(!done)));
  };
  return (
    <>
      <Rows>
        <Row
          start={<IconTile icon={icon} />}
          title={title}
          note={<span className="breakable lines">{note}</span>}
          onClick={() => setOpen(true)}
        />
      </Rows>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={title}>
        <FormProblem problem={problem} />
        <TextsForm
          {...{ texts, typed, reason, fieldMessage }}
          onType={(name, text) => setChanged({ ...changed, [name]: text })}
          onReason={setReason}
          onAsk={ask}
        />
      </Sheet>
    </>
  );
}

interface TextsFormProps extends Pick<TextSettingProps, 'texts' | 'fieldMessage'> {
  typed: Typed;
  reason: string;
  onType: (name: string, text: string) => void;
  onReason: (reason: string) => void;
  onAsk: () => void;
}

function TextsForm({ texts, typed, reason, fieldMessage, ...on }: TextsFormProps) {
  const { form, isWhole, errorOf } = useBlankCheck();
  const isSame = texts.every(({ name, now }) => typed[name]?.trim() === now);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole({ reason })) on.onAsk();
  };
  return (
    <form className="stack" noValidate ref={form} onSubmit={submit}>
      {texts.map(({ name, label, hint, maxLength, isAddress, isNumber }) => (
        <TextField
          key={name}
          label={label}
          hint={hint}
          maxLength={maxLength}
          value={typed[name] ?? ''}
          error={fieldMessage(name)}
          {...(isAddress && ADDRESS)}
          {...(isNumber && NUMBER)}
          onChange={({ target: { value } }) =>
            on.onType(name, isNumber ? value.replace(/\D/gu, '') : value)
          }
        />
      ))}
      <ReasonField
        value={reason}
        error={errorOf('reason', fieldMessage('reason'))}
        onChange={on.onReason}
      />
      <Button kind="primary" block type="submit" disabled={isSame}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

const NUMBER = { inputMode: 'numeric', autoComplete: 'off' } as const;
const ADDRESS = { autoCapitalize: 'none', autoComplete: 'off', spellCheck: false } as const;
