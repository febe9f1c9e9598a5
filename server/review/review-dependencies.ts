import type { Clock } from '../clock.ts';
import type { ProviderSettings } from '../sign-in/provider-settings.ts';
import type { Store } from '../store/store.ts';
import type { Words } from '../words/words.ts';

/** What the editors' pages work with. */
export interface ReviewDependencies {
  store: Store;
  words: Words;
  clock: Clock;
  /** The day of a moment, as `2026-11-22`, in the service's time zone. */
  dayOf: (moment: Date) => string;
  /** The time zone in which moments are shown. */
  timeZone: string;
  /** The path of the service's base address: empty, or such as `/gensvar`. */
  basePath: string;
  /** Whether the public address is https: then cookies are `Secure` and named `__Host-`. */
  secure: boolean;
  /** Scheme and host of the public address, when it is known: then forms come from there only. */
  publicOrigin?: string | undefined;
  /** The agency's OpenID provider; absent when editors sign in by link only. */
  provider?: ProviderSettings | undefined;
  /** Whether a sign-in link works when it is opened, without a press: for the demo only. */
  linksOpenAtOnce?: boolean;
  /** Whether the demo pages are there to try: then an empty list leads to them. */
  demo?: boolean;
}
