import { ValidateBy } from 'class-validator';

/** The longest link that a person types. */
export const MAX_LINK_LENGTH = 500;
/** The longest link after encoding, in which a letter with an accent takes six characters. */
export const MAX_STORED_LINK_LENGTH = 3_000;

/** An address with https, a host and no credentials; blank passes. */
export function SecureLink(): PropertyDecorator {
  const validate = (value: unknown) => {
    if (value === '') return true;
    const url = URL.parse(String(value));
    const isSecure = /^https:\/\/[^/]/i.test(String(value)) && url?.protocol === 'https:';
    return isSecure && !url.username && !url.password;
  };
  return rule('noHttps', validate);
}

function rule(name: string, validate: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate } }, { message: name });
}
