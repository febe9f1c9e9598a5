import { startGensvar } from '../../support/gensvar-process.ts';

/** An editor's way in: the link works once, and who is signed in stays so. */
export interface SignIn {
  token: string;
  cookie?: string | undefined;
}

/** The service in a process of its own, with an editor signed in. */
export interface SignedInService {
  url: string;
  pid: number | undefined;
  /** Sends a form of the review, below the service's address. */
  post: (path: string, fields: Record<string, string>, signal?: AbortSignal) => Promise<Response>;
  stop: () => Promise<void>;
}

export interface SignedInServiceOptions {
  folder: string;
  /** The database's file. */
  database: string;
  /** What Node itself is told, such as `--max-semi-space-size=2`. */
  nodeFlags: string[];
}

/** Starts the service as it is run, from its bundle. */
export async function startSignedInService(
  { folder, database, nodeFlags }: SignedInServiceOptions,
  signIn: SignIn,
): Promise<SignedInService> {
  const environment = { PORT: '0', GENSVAR_DATABASE: database };
  const child = startGensvar(['serve'], { folder, nodeFlags, environment });
  const { API = '' } = await child.ready();
  const url = new URL(API).origin;
  const post: SignedInService['post'] = (path, fields, signal) =>
    fetch(url + path, {
      method: 'POST',
      headers: { origin: url, cookie: signIn.cookie ?? '' },
      redirect: 'manual',
      body: new URLSearchParams(fields),
      ...(signal && { signal }),
    });
  if (signIn.cookie === undefined) {
    const signedIn = await post('/review/sign-in', { token: signIn.token });
    signIn.cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  }
  return {
    url,
    pid: child.pid,
    post,
    async stop() {
      await child.stop();
    },
  };
}
