import type { Report } from '../operations/log.ts';
import type { IncomingResponse, Site, Store } from '../store/store.ts';
import { shareSightings } from './shared-sightings.ts';
import { createSpamFilter, type Verdict } from './spam-filter.ts';
import { clientAddress, createSourceNames } from './source.ts';

/** What the spam control is told of a response, beside the response itself. */
export interface Arrival {
  response: Pick<IncomingResponse, 'key' | 'address' | 'received'> & {
    content: Pick<IncomingResponse['content'], 'comment'>;
  };
  site: Site;
  headers: Pick<Headers, 'get'>;
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
  store: Pick<Store, 'suspectStored' | 'broadcast'>;
  /** 32 random bytes of this installation. */
  secret: Uint8Array;
  /** How many proxies of the operator's own stand before the service. */
  proxyHops: number;
  report: Report;
}

const nothing = () => {};

/** By then what was taken in before another instance told of it is stored: 1 second. */
const storedWithin = 1000;

/**
 * Judges responses as they arrive. What it knows of visitors stands in memory only; where
 * several instances work on one database, each knows what all have seen.
 */
export async function createSpamControl(
  dependencies: SpamControlDependencies,
): Promise<SpamControl> {
  const { store, secret, proxyHops, report } = dependencies;
  const filter = createSpamFilter();
  const nameSource = createSourceNames(secret);
  /** What the sites want whose visitors came here. */
  const settings = new Map<number, Site['settings']>();

  /** Takes visitors of this instance who are now seen to be a robot out of the score. */
  function suspect(revealed: Verdict['revealed']) {
    const suspicions = revealed.flatMap(({ siteId, key: name, layer }) => {
      const key = shared ? shared.keyOf(name) : name;
      const isOff = settings.get(siteId)?.spamLayersOff.includes(layer) ?? false;
      return key === undefined || isOff ? [] : [{ siteId, key, suspicion: layer }];
    });
    if (suspicions.length > 0) store.suspectStored(suspicions).catch(report);
  }

  const { broadcast } = store;
  const shared =
    broadcast &&
    (await shareSightings(broadcast, secret, (told) => {
      const { revealed } = filter.judge(told, { spamLayersOff: [], unwantedWords: [] });
      if (revealed.length > 0) setTimeout(() => suspect(revealed), storedWithin).unref();
    }));

  return ({ response, site, headers, peer, elapsed, website }) => {
    settings.set(site.id, site.settings);
    const client = clientAddress(peer, headers.get('x-forwarded-for'), proxyHops);
    const sighting = {
      key: response.key,
      siteId: site.id,
      address: response.address,
      source: client === undefined ? undefined : nameSource(client, response.received),
      comment: response.content.comment,
      elapsed,
      decoy: website !== undefined,
      at: response.received.getTime(),
    };
    const seen = shared ? shared.share(sighting) : sighting;
    const { suspectedBy, revealed } = filter.judge(seen, site.settings);
    return {
      suspicion: suspectedBy.length === 0 ? undefined : suspectedBy.join(', '),
      afterStoring: revealed.length === 0 ? nothing : () => suspect(revealed),
    };
  };
}
