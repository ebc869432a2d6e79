// A refusal: something the caller asked for that the rules do not allow. It has a stable code, parameters for its text, and a place.

export class Refusal extends Error {
  readonly code: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Where in the caller's input: a JSON path such as `plans[0].components[1].price`, or a file's `line 12`. */
  readonly path: string | undefined;

  constructor(code: string, message: string, details: { path?: string | undefined; parameters?: Record<string, string> } = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.parameters = details.parameters ?? {};
    this.path = details.path;
  }
}
