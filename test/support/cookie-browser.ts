/** What a browser shows once it has followed all redirects. */
export interface Shown {
  address: string;
  status: number;
  headers: Headers;
  markup: string;
}

/** A browser without script: keeps cookies for each host, follows redirects, presses buttons. */
export interface CookieBrowser {
  open: (address: string, init?: RequestInit) => Promise<Shown>;
  /** As `open`, and stops when it is about to ask for an address of which this holds. */
  openUntil: (address: string, isLast: (address: URL) => boolean) => Promise<string>;
  /** Sends a form as it would from a page of the same origin. */
  press: (address: string, fields?: Record<string, string>) => Promise<Shown>;
  /** The cookies it has for an address's host, by name. */
  cookies: (address: string) => Map<string, string>;
}

export function createCookieBrowser(): CookieBrowser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (address: string) => {
    const { host } = new URL(address);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };

  async function ask(address: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('accept', 'text/html');
    headers.set('accept-language', 'sv');
    const jar = jarOf(address);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/; max-age=0|; expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  async function follow(
    start: string,
    init: RequestInit,
    isLast: (address: URL) => boolean,
  ): Promise<{ address: string; response: Response | undefined }> {
    let address = start;
    for (let step = 0; step < 20; step += 1) {
      if (isLast(new URL(address))) return { address, response: undefined };
      const response = await ask(address, step === 0 ? init : {});
      const location = response.headers.get('location');
      if (location === null) return { address, response };
      await response.arrayBuffer();
      address = new URL(location, address).href;
    }
    throw new Error(`There is no end of redirects from ${start}.`);
  }

  const open: CookieBrowser['open'] = async (start, init = {}) => {
    const { address, response } = await follow(start, init, () => false);
    if (!response) throw new Error('Nothing was asked.');
    const { status, headers } = response;
    return { address, status, headers, markup: await response.text() };
  };

  return {
    open,
    async openUntil(address, isLast) {
      return (await follow(address, {}, isLast)).address;
    },
    press: (address, fields = {}) =>
      open(address, {
        method: 'POST',
        headers: { origin: new URL(address).origin, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(fields),
      }),
    cookies: jarOf,
  };
}
