// The client: paths and shapes are those of the API's description; what it adds is keys, retries, errors and pages.
import createFetchClient, { type FetchResponse, type MaybeOptionalInit, type Middleware } from 'openapi-fetch';
import type { HttpMethod, MediaType, PathsWithMethod, RequiredKeysOf } from 'openapi-typescript-helpers';
import { ProblemError } from './problem-error.ts';
import { type RetryOptions, retryingFetch } from './retrying-fetch.ts';
import type { paths } from './schema.generated.ts';

export interface ClientOptions extends RetryOptions {
  /** Where the server is, without `/v1`: `https://billing.example`. */
  readonly baseUrl: string;
  /** `prk_…` Left out in a page of the same site, whose session the browser sends along. */
  readonly key?: string;
  /** In a page: the session's token, without which nothing is changed by cookie. Sign-in and `GET /v1/session` give it. */
  readonly csrfToken?: string;
  /** Key of a seller below, to act there instead. */
  readonly seller?: string;
  /** In which the server's sentences are wanted, as in Accept-Language: `de`. */
  readonly language?: string;
}

export interface Answer<Data> {
  readonly data: Data;
  /** Of the state shown, where the answer has one: name it in `If-Match` when you change it. */
  readonly etag: string | null;
  readonly response: Response;
}

/** Left out where nothing in it is required. */
type InitParam<Init> = RequiredKeysOf<Init> extends never ? [Init?] : [Init];

type DataOf<Told> = Told extends { data: infer Data; error?: never } ? Data : never;

type Call<Method extends HttpMethod> = <Path extends PathsWithMethod<paths, Method>, Init extends MaybeOptionalInit<paths[Path], Method>>(
  path: Path,
  ...init: InitParam<Init>
) => Promise<Answer<DataOf<FetchResponse<Operation<Path, Method>, Init, MediaType>>>>;

type Operation<Path extends keyof paths, Method extends HttpMethod> = Method extends keyof paths[Path]
  ? paths[Path][Method] extends Record<string | number, unknown>
    ? paths[Path][Method]
    : never
  : never;

type PageOf<Path extends keyof paths> = DataOf<FetchResponse<Operation<Path, 'get'>, unknown, MediaType>>;
/** Paths that answer page by page. */
type ListPath = {
  [Path in PathsWithMethod<paths, 'get'>]: PageOf<Path> extends { data: unknown[]; nextCursor: string | null } ? Path : never;
}[PathsWithMethod<paths, 'get'>];
type ItemOf<Path extends keyof paths> = PageOf<Path> extends { data: (infer Item)[] } ? Item : never;

export interface Client {
  readonly get: Call<'get'>;
  readonly post: Call<'post'>;
  readonly put: Call<'put'>;
  readonly patch: Call<'patch'>;
  readonly delete: Call<'delete'>;
  /** All of a list, asked for page by page while it is read: `for await (const account of client.each('/v1/accounts'))`. */
  each<Path extends ListPath, Init extends MaybeOptionalInit<paths[Path], 'get'>>(
    path: Path,
    ...init: InitParam<Init>
  ): AsyncGenerator<ItemOf<Path>, void, undefined>;
}

export function createClient(options: ClientOptions): Client {
  const { baseUrl, key, csrfToken, seller, language } = options;
  const api = createFetchClient<paths>({
    baseUrl: baseUrl.replace(/\/+$/, ''),
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(csrfToken === undefined ? {} : { 'prorata-csrf-token': csrfToken }),
      ...(seller === undefined ? {} : { 'prorata-seller': seller }),
      ...(language === undefined ? {} : { 'accept-language': language }),
    },
    fetch: retryingFetch(options),
  });
  api.use(throwing);
  // The compiler does not follow a path through both descriptions of it; that they agree is checked where a client is used.
  const call = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') => {
    const send = api[method] as unknown as (path: string, init?: object) => Promise<{ data: unknown; response: Response }>;
    return async (path: string, init?: object): Promise<Answer<unknown>> => {
      const { data, response } = await send(path, init);
      return { data, etag: response.headers.get('etag'), response };
    };
  };
  const get = call('GET');
  const each = (path: string, init?: Query) => eachItem((query) => get(path, query) as Promise<Answer<Page>>, init);
  const methods = { get, post: call('POST'), put: call('PUT'), patch: call('PATCH'), delete: call('DELETE'), each };
  return methods as unknown as Client;
}

const throwing: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await ProblemError.of(response);
  },
};

interface Query {
  readonly params?: { readonly query?: Readonly<Record<string, unknown>> };
}

interface Page {
  readonly data: readonly unknown[];
  readonly nextCursor: string | null;
}

async function* eachItem(ask: (init: Query) => Promise<Answer<Page>>, init: Query = {}): AsyncGenerator<unknown, void, undefined> {
  let cursor: string | null = null;
  do {
    const query: Record<string, unknown> = { ...init.params?.query, ...(cursor === null ? {} : { cursor }) };
    const { data: page } = await ask({ ...init, params: { ...init.params, query } });
    yield* page.data;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
