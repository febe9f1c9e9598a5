import type { Report } from '../operations/log.ts';
import type { IncomingResponse, Site, Store } from '../store/store.ts';
import { createSpamFilter } from './spam-filter.ts';
import { clientAddress, createSourceNames } from './source.ts';

/** What the spam control is told of a response, beside the response itself. */
export interface Arrival {
  response: Pick<IncomingResponse, 'key' | 'address' | 'received'> & {
    content: Pick<IncomingResponse['content'], 'comment'>;
  };
  site: Site;
  headers: Headers;
  /** The address at the other end of the connection. */
  peer: string | undefined;
  elapsed: number | undefined;
  website: string | undefined;
}

/** What is to be done with a response. */
export interface Treatment {
  /** The names of the layers that suspect it; undefined when none does. */
  suspicion: string | undefined;
  /** To be called when it is stored: takes what it reveals out of the score. */
  afterStoring: () => void;
}

export type SpamControl = (arrival: Arrival) => Treatment;

interface SpamControlDependencies {
  store: Pick<Store, 'suspectStored'>;
  /** 32 random bytes of this installation. */
  secret: Uint8Array;
  /** How many proxies of the operator's own stand before the service. */
  proxyHops: number;
  report: Report;
}

const nothing = () => {};

/** Judges responses as they arrive. What it knows of visitors stands in memory only. */
export function createSpamControl(dependencies: SpamControlDependencies): SpamControl {
  const { store, secret, proxyHops, report } = dependencies;
  const filter = createSpamFilter();
  const nameSource = createSourceNames(secret);

  return ({ response, site, headers, peer, elapsed, website }) => {
    const client = clientAddress(peer, headers.get('x-forwarded-for'), proxyHops);
    const { suspectedBy, revealed } = filter.judge(
      {
        key: response.key,
        siteId: site.id,
        address: response.address,
        source: client === undefined ? undefined : nameSource(client, response.received),
        comment: response.content.comment,
        elapsed,
        decoy: website !== undefined,
        at: response.received.getTime(),
      },
      site.settings,
    );
    const suspicions = revealed.map(({ siteId, key, layer }) => ({
      siteId,
      key,
      suspicion: layer,
    }));
    return {
      suspicion: suspectedBy.length === 0 ? undefined : suspectedBy.join(', '),
      afterStoring:
        suspicions.length === 0
          ? nothing
          : () => {
              store.suspectStored(suspicions).catch(report);
            },
    };
  };
}
