// Test support: people at a seller's portal, each at a browser and a network address of his own.
import { addFirstUser } from '../domains/people/index.ts';
import type { TestApi } from './api.ts';
import { Browser } from './browser.ts';

export const PASSWORD = 'meadow lantern forty quill';

export interface PortalUser {
  readonly mail: string;
  readonly browser: Browser;
}

export class Portal {
  private readonly api: () => TestApi;
  private made = 0;

  constructor(api: () => TestApi) {
    this.api = api;
  }

  browser(): Browser {
    this.made += 1;
    const browser = new Browser(this.api().app);
    browser.address = `198.51.${Math.floor(this.made / 250)}.${this.made % 250}`;
    return browser;
  }

  /** One of the provider's own people, who has accepted the invitation. */
  async user(role = 'owner'): Promise<PortalUser> {
    this.made += 1;
    const mail = `user-${this.made}@example.org`;
    const { people, books } = this.api();
    const { link } = await books.run((tx, seller, now) => addFirstUser(people, tx, seller, { mail, role, name: '' }, now));
    const browser = this.browser();
    await browser.get('POST', '/v1/invitations/password', { token: tokenOf(link), password: PASSWORD, name: 'Ada' });
    return { mail, browser };
  }

  async signedIn(role?: string): Promise<PortalUser> {
    const user = await this.user(role);
    await user.browser.get('POST', '/v1/sign-in', { mail: user.mail, password: PASSWORD });
    return user;
  }

  /** A user of a customer's account, invited by `inviter`. */
  async member(inviter: Browser, account: string, role = 'customer_owner'): Promise<PortalUser & { readonly id: string }> {
    this.made += 1;
    const mail = `member-${this.made}@example.org`;
    const { link, user } = await inviter.get<{ link: string; user: { id: string } }>('POST', '/v1/users', { mail, role, account });
    const browser = this.browser();
    await browser.get('POST', '/v1/invitations/password', { token: tokenOf(link), password: PASSWORD });
    await browser.get('POST', '/v1/sign-in', { mail, password: PASSWORD });
    return { mail, browser, id: user.id };
  }
}

export const tokenOf = (link: string): string => new URL(link).hash.slice(1);
