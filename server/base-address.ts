import type { Config } from './config.ts';

/** The service's address as browsers reach it, without a trailing slash. */
export function baseAddress({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${hostInAddress(host)}:${port}`;
}

/** The host that a browser on this machine can open when the service listens on all of them. */
function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
