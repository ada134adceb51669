import {
  deleteJoinDraft,
  fillForm,
  cacheFormPage,
  readJoinDraft,
  storeJoinDraft,
} from './join-draft';
import { answerSummary } from './join-answer-summary';
import {
  clearFieldProblems,
  controlOfField,
  createElement,
  showNotice,
  showFieldProblems,
} from './join-problems';
import { warnUntilPhraseSaved } from './join-receipt';
import { invalidFields, formValues } from './join-rules';
import { draftControl, progressBar } from './join-progress';
import { showLocalTimes } from './local-times';

type Words = Record<Exclude<string, 'problems'>, string> & { problems: Record<string, string> };

/** Shows the long form one question at a time. It sends the same data as the form would without JavaScript. */
class Joining {
  private readonly words: Words;
  private readonly sections: HTMLElement[];
  private readonly button: HTMLButtonElement;
  private readonly sendText: string;
  private readonly bar: HTMLElement;
  private check: HTMLElement | undefined;
  private step = -1;
  private isKept = false;
  private isChanging = false;
  private sendKey = crypto.randomUUID();

  constructor(
    private readonly form: HTMLFormElement,
    private readonly start: HTMLElement | null,
  ) {
    this.words = JSON.parse(form.dataset['words'] ?? '{}') as Words;
    this.sections = [...form.querySelectorAll<HTMLElement>('[data-question]')];
    this.button = form.querySelector('[data-send]')!;
    this.sendText = this.button.textContent?.trim() ?? '';
    this.bar = this.button.parentElement!;
  }

  async begin(): Promise<void> {
    document.body.classList.add('joining');
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.next();
    });
    this.form.addEventListener('input', () => void this.changed());
    addEventListener('popstate', ({ state }) => this.show((state as number | null) ?? -1));
    document.querySelector('[data-back]')?.addEventListener('click', (event) => {
      if (this.step < 0) return;
      event.preventDefault();
      history.back();
    });
    await this.offerDraft();
    history.replaceState(-1, '');
    if (!this.start) return this.showServerProblems();
    this.show(-1);
    // Last: a tap before the draft is read would open a question that the line above hides again.
    const open = this.start.querySelector<HTMLElement>('[data-begin]');
    if (!open) return;
    open.parentElement!.hidden = false;
    open.addEventListener('click', () => this.go(0));
  }

  /** After the server refused the form without JavaScript: opens the first question with an error. */
  private showServerProblems(): void {
    const first = document.querySelector('.field--error')?.closest<HTMLElement>('[data-question]');
    this.show(first ? this.sections.indexOf(first) : 0);
    document.getElementById('problems')?.focus();
  }

  private async offerDraft(): Promise<void> {
    const draft = await readJoinDraft();
    if (!draft || !this.start) return;
    this.isKept = true;
    this.sendKey = draft.sendKey as typeof this.sendKey;
    fillForm(this.form, draft.values);
    const { resumeTitle, resume, remove } = this.words;
    const button = (className: string, text: string) =>
      createElement('button', { type: 'button', className }, text ?? '');
    const go = button('btn btn--primary', resume!);
    const drop = button('btn btn--line', remove!);
    const box = createElement(
      'section',
      { className: 'card card--wait stack' },
      createElement('b', {}, resumeTitle!),
    );
    box.append(createElement('div', { className: 'btns' }, go, drop));
    const last = this.sections.length - (draft.hadPassword ? 1 : 0);
    go.addEventListener('click', () => this.go(Math.min(draft.step, last)));
    drop.addEventListener('click', async () => {
      await this.setKept(false);
      this.form.reset();
      box.replaceChildren(createElement('p', { className: 'muted' }, this.words['removed']!));
    });
    this.start.querySelector('[data-begin]')?.classList.replace('btn--primary', 'btn--line');
    this.start.prepend(box);
    void cacheFormPage().catch(() => undefined);
  }

  private go(step: number): void {
    history.pushState(step, '');
    this.show(step);
  }

  private show(step: number): void {
    this.step = Math.min(step, this.sections.length);
    clearFieldProblems();
    this.check?.remove();
    if (this.start) this.start.hidden = this.step >= 0;
    const back = this.words[this.step > 0 ? 'back' : 'toStart']!;
    document.querySelector('[data-back]')?.setAttribute('aria-label', back);
    const last = this.sections.length;
    for (const [at, section] of this.sections.entries()) section.hidden = at !== this.step;
    this.bar.hidden = this.step < 0;
    this.bar.classList.toggle('actionbar', this.step >= 0);
    this.button.textContent = this.step === last ? this.sendText : this.words['next']!;
    if (this.step < 0) return;
    if (this.step === last) this.showCheck();
    this.showProgress();
    const heading = this.here().querySelector<HTMLElement>('h2.h1');
    heading?.setAttribute('aria-level', '1');
    heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  private here(): HTMLElement {
    return this.sections[this.step] ?? this.check!;
  }

  private showCheck(): void {
    const words = this.words as unknown as Parameters<typeof answerSummary>[0];
    this.check = answerSummary(words, this.sections, (step) => {
      this.isChanging = true;
      this.go(step);
    });
    this.bar.before(this.check);
  }

  private showProgress(): void {
    document.getElementById('progress')?.remove();
    const keep = draftControl(this.words, this.isKept, (isKept) => void this.setKept(isKept));
    this.here().prepend(progressBar(this.words, this.step + 1, this.sections.length + 1, keep));
  }

  private async next(): Promise<void> {
    const question = this.here().dataset['question'];
    if (question === undefined) return this.send();
    const fields = invalidFields(question, new FormData(this.form));
    if (fields.length > 0) return this.refuse(fields.map((field) => [field, '']));
    const isBack = this.isChanging;
    this.isChanging = false;
    this.go(isBack ? this.sections.length : this.step + 1);
    await this.changed();
  }

  private refuse(problems: readonly (readonly [field: string, key: string])[]): void {
    const texts = this.words.problems;
    showFieldProblems({
      problems: problems.map(([field, key]) => {
        const isLong = (key === 'tooLong' || key === 'maxLength') && field !== 'work';
        const special = isLong ? texts['tooLong'] : texts[key];
        return [field, special ?? texts[field] ?? texts['other']!];
      }),
      title: this.words['summaryTitle']!,
      error: this.words['errorTitle']!,
      lead: this.words['summary']!,
      place: this.here(),
      onChoose: (field) => this.choose(field),
    });
  }

  private choose(field: string): void {
    const section = document.getElementById(field)?.closest<HTMLElement>('[data-question]');
    const step = section ? this.sections.indexOf(section) : this.step;
    if (step !== this.step) this.go(step);
    const control = controlOfField(field);
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  }

  private async changed(): Promise<void> {
    if (!this.isKept) return;
    const values = formValues(new FormData(this.form));
    await storeJoinDraft({ step: Math.max(0, this.step), sendKey: this.sendKey, values });
  }

  private async setKept(isKept: boolean): Promise<void> {
    this.isKept = isKept;
    if (isKept) {
      await this.changed();
      void cacheFormPage().catch(() => undefined);
    } else await deleteJoinDraft();
    if (this.step >= 0) this.showProgress();
  }

  /** Sends only after a press of the button, and only online. */
  private async send(): Promise<void> {
    this.button.disabled = true;
    this.button.textContent = this.words['sending']!;
    const body = JSON.stringify({ ...formValues(new FormData(this.form)), sendKey: this.sendKey });
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const answer = await fetch('/join', { method: 'POST', headers, body }).catch(() => undefined);
    this.button.disabled = false;
    this.button.textContent = this.sendText;
    const data = (await answer?.json().catch(() => ({}))) as Answer | undefined;
    if (answer?.ok && data?.words) return this.done(data.words);
    if (data?.fields?.['invitation']) return this.letInvitationGo();
    if (data?.fields) return this.goTo(Object.entries(data.fields));
    if (data?.code === 'CONFLICT') return location.assign(`${location.pathname}/status`);
    const why = !answer ? 'offline' : answer.status === 429 ? 'wait' : 'failed';
    showNotice(this.words[why]!, this.here());
  }

  /** The invitation has expired: removes it from the form, so that the next press sends the same answers without it. */
  private letInvitationGo(): void {
    this.form.querySelector<HTMLInputElement>('[name=invitation]')!.value = '';
    void this.changed();
    showNotice(this.words.problems['invitation']!, this.here());
  }

  private goTo(problems: readonly (readonly [string, string])[]): void {
    const at = (field: string) =>
      this.sections.findIndex((section) => section.contains(document.getElementById(field)));
    const steps = problems.map(([field]) => at(field)).filter((step) => step >= 0);
    this.isChanging = true;
    this.go(Math.min(...steps, this.sections.length));
    this.refuse(problems);
  }

  private async done(words: readonly string[]): Promise<void> {
    await deleteJoinDraft();
    const template = document.querySelector<HTMLTemplateElement>('[data-receipt]')!;
    const card = (template.content.cloneNode(true) as DocumentFragment).firstElementChild!;
    card.querySelector('.receipt')!.append(...words.map((word) => createElement('li', {}, word)));
    history.replaceState(null, '');
    document.body.classList.remove('joining');
    document.querySelector('main')!.replaceChildren(card);
    warnUntilPhraseSaved(card as HTMLElement);
    card.querySelector('h1')!.focus();
    scrollTo(0, 0);
  }
}

interface Answer {
  readonly words?: readonly string[];
  readonly fields?: Record<string, string>;
  readonly code?: string;
}

const form = document.querySelector<HTMLFormElement>('[data-join]');
if (form) void new Joining(form, document.querySelector('[data-start]')).begin();
const receipt = document.querySelector<HTMLElement>('main > [data-receipt-card]');
if (receipt) warnUntilPhraseSaved(receipt);
showLocalTimes();
