import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const arrivedText = (): string =>
  i18n._(msg`Listo: llegó lo que enviaste desde la otra página.`);
