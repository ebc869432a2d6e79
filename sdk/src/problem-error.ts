// A refusal of the server as an error to catch: programs look at its code, people read its sentence.
import type { components } from './schema.generated.ts';

/** RFC 9457, as every refusal of the API is told. */
export type Problem = components['schemas']['Problem'];

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  readonly response: Response;

  constructor(problem: Problem, response: Response) {
    super(`${problem.code}: ${problem.detail ?? problem.title}`);
    this.problem = problem;
    this.response = response;
  }

  /** Does not change between releases. */
  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.response.status;
  }

  /** Where in the request, for example `accounts[0].zone`. */
  get path(): string | undefined {
    return this.problem.path;
  }

  /** Under which the server's log has it. */
  get requestId(): string {
    return this.problem.requestId;
  }

  /** Of any answer that is no success; what stands between may answer with pages of its own. */
  static async of(response: Response): Promise<ProblemError> {
    const text = await response.text();
    return new ProblemError(readProblem(text) ?? strange(response, text), response);
  }
}

export function readProblem(text: string): Problem | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && typeof (read as Problem).code === 'string' ? (read as Problem) : null;
  } catch {
    return null;
  }
}

const GREATEST_EXCERPT = 200;

function strange(response: Response, text: string): Problem {
  return {
    type: 'about:blank',
    title: response.statusText || `Status ${response.status}`,
    status: response.status,
    code: `http.${response.status}`,
    detail: text.slice(0, GREATEST_EXCERPT),
    requestId: response.headers.get('x-request-id') ?? '',
  };
}
