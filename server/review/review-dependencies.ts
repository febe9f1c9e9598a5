import type { Clock } from '../clock.ts';
import type { Mail } from '../mail/mail.ts';
import type { Report } from '../operations/log.ts';
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
  /** Sends mail to editors; absent when the service has no mail server. */
  mail?: Mail | undefined;
  /** Whether a sign-in link works when it is opened, without a press: for the demo only. */
  linksOpenAtOnce?: boolean;
  /** Where the built loader and elements are, whose hashes administrators are told. */
  widgetFolder?: URL;
  /** Is told that a site has been changed here. */
  siteChanged?: () => void;
  /** Is told of a fault in the middle of a file that is being sent. */
  report?: Report;
  /** Whether the demo pages are there to try: then an empty list leads to them. */
  demo?: boolean;
}
