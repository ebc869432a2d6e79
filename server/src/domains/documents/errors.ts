// What can go wrong between a document's facts and its bytes, in words for the person who wanted the document.
import { Refusal } from '../../kernel/refusal.ts';

export class ChildTimedOut extends Error {
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs / 1000} s`);
    this.name = 'ChildTimedOut';
  }
}

export class ChildCrashed extends Error {
  /** `complaint` is what the process last wrote to its error output. */
  constructor(complaint: string) {
    super(complaint.trim() === '' ? 'the process ended without a word' : complaint.trim());
    this.name = 'ChildCrashed';
  }
}

export class PoolClosed extends Error {
  constructor() {
    super('the server is shutting down');
    this.name = 'PoolClosed';
  }
}

export function renderTimedOut(number: string, cause: ChildTimedOut): Refusal {
  return new Refusal(
    'document.render_timed_out',
    `The PDF of ${number} was not ready in time (${cause.message}). Try again when the machine is less busy; a document with very many lines needs a longer limit.`,
    { parameters: { number } },
  );
}

export function renderCrashed(number: string, cause: Error): Refusal {
  return new Refusal(
    'document.render_crashed',
    `The PDF of ${number} could not be made: the process that sets documents ended twice (${firstLine(cause.message)}). Check free memory, then try again.`,
    { parameters: { number } },
  );
}

export function renderFailed(number: string, fault: string): Refusal {
  return new Refusal(
    'document.render_failed',
    `The PDF of ${number} could not be set: ${fault}. Please report this with the document's number.`,
    {
      parameters: { number },
    },
  );
}

export function rendererClosed(number: string): Refusal {
  return new Refusal(
    'document.renderer_closed',
    `The PDF of ${number} was not made because the server is shutting down. Try again when it is back.`,
    {
      parameters: { number },
    },
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
