import type { Context, MiddlewareHandler } from 'hono';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/**
 * Headers of the service's own pages: a strict policy without inline script or
 * style, no framing, and no address handed to other sites.
 */
export const pageHeaders = {
  'content-security-policy': policy,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** For what is no page: were it opened as one, it could do nothing. */
const dataHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Browsers keep to https from the first visit on, for a year. Other hosts are not ours to bind. */
const strictTransport = { 'strict-transport-security': 'max-age=31536000' };

/** Sets `pageHeaders` on every answer that has not set its own. */
export const securityHeaders = (): MiddlewareHandler => async (context, next) => {
  await next();
  setMissing(context, pageHeaders);
};

/**
 * Sets what every answer of the service has, whoever made it. Those to visitors'
 * answers set their own: they are many, and this costs a third of the time of each.
 * @param secure whether the public address is https
 */
export const ownHeaders =
  (secure: boolean, responsesPath: string): MiddlewareHandler =>
  async (context, next) => {
    await next();
    if (context.req.path === responsesPath) return;
    const isPage = context.res.headers.get('content-type')?.startsWith('text/html');
    setMissing(context, isPage ? pageHeaders : dataHeaders);
    if (secure) setMissing(context, strictTransport);
  };

function setMissing(context: Context, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  }
}
