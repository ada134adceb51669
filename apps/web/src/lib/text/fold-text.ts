/** Removes accents and changes the text to lower case, so that it matches text typed without accents or capitals. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
