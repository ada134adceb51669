const SIGNS: Readonly<Record<string, string>> = { b: '**', i: '*' };

/** In a text box, Ctrl+B and Ctrl+I add the Markdown signs of bold and italics around the selection, or remove them. */
addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  if (!(ctrlKey || metaKey) || shiftKey || altKey || !/^[bi]$/i.test(key)) return;
  if (!(target instanceof HTMLTextAreaElement) || !target.matches('.composer__box')) return;
  event.preventDefault();
  markChosen(target, key.toLowerCase());
});

function markChosen(box: HTMLTextAreaElement, key: string): void {
  const sign = SIGNS[key]!;
  const { selectionStart: from, selectionEnd: to, value } = box;
  const words = value.slice(from, to);
  const before = value.slice(from - sign.length, from);
  const isMarked =
    before === sign && value.slice(to, to + sign.length) === sign && isAlone(value, from, sign);
  const room = box.maxLength < 0 ? Infinity : box.maxLength - value.length;
  if (!isMarked && room < 2 * sign.length) return;
  if (isMarked) box.setSelectionRange(from - sign.length, to + sign.length);
  // Uses `insertText`, so that the browser's undo works.
  document.execCommand('insertText', false, isMarked ? words : `${sign}${words}${sign}`);
  const start = isMarked ? from - sign.length : from + sign.length;
  box.setSelectionRange(start, start + words.length);
}

/** One asterisk of a pair does not mean italics. */
const isAlone = (value: string, from: number, sign: string) =>
  sign !== '*' || value[from - 2] !== '*' || value[from - 3] === '*';
