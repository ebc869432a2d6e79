// The session's cookie: sent to this site only, never readable by scripts, and over https alone where the site is reached so.
import { isSecure, type People } from './people.ts';

export const SESSION_COOKIE = 'prorata_session';
/** Binds a sign-in at a provider to the browser that began it. */
export const PROVIDER_COOKIE = 'prorata_provider';

/** All that we ever put into a cookie: 256 random bits. Nothing has to be quoted or decoded, and nothing else is read. */
const FORM = /^[\w-]{43}$/;

/** Of several with one name the first, which is what browsers send first for the longest path: ours. */
export function readCookie(header: string | string[] | undefined, name: string): string | null {
  if (typeof header !== 'string') return null;
  const pair = header.split(';').find((part) => part.trimStart().startsWith(`${name}=`));
  const value = pair?.slice(pair.indexOf('=') + 1).trim();
  return value !== undefined && FORM.test(value) ? value : null;
}

/** What is asked for under other addresses than the API's has no use for it. */
export function writeCookie(people: People, name: string, value: string, seconds: number): string {
  return `${name}=${value}; Max-Age=${seconds}; Path=/v1; HttpOnly${isSecure(people) ? '; Secure' : ''}; SameSite=Lax`;
}

export function endCookie(people: People, name: string): string {
  return writeCookie(people, name, '', 0);
}
