import { createRepeatedTextLayer, linksLayer, wordListLayer } from './comment-layers.ts';
import { createCrowdLayers } from './crowd-layers.ts';
import { layerNames, type LayerName } from './layer-names.ts';
import type { SiteSettings } from '../store/site-settings.ts';
import { suspected, unsuspected, type Layer, type Revealed, type Sighting } from './sighting.ts';

/**
 * Nobody can have reacted sooner to what was not there before, in milliseconds: the limit
 * below which athletics take it for a false start. Who knows the keys is quick, not that quick.
 */
const quickestPerson = 100;

/** What the filter says of one response. */
export interface Verdict {
  /** The layers that suspect it; none when it seems to be a person's. */
  suspectedBy: LayerName[];
  /** Earlier responses that are now seen to be a robot's, with the layer that saw it. */
  revealed: (Revealed & { layer: LayerName })[];
}

export interface SpamFilter {
  judge: (sighting: Sighting, site: SpamSettings) => Verdict;
}

/** What a site has decided about the layers. */
export type SpamSettings = Pick<SiteSettings, 'spamLayersOff' | 'unwantedWords'>;

/**
 * Quiet layers between people and robots: whom one suspects is answered as everybody
 * is, and kept, but left out of the score until an editor says otherwise. The numbers
 * let an office of hundreds behind one address answer: see docs/spam-control.md.
 */
export function createSpamFilter(): SpamFilter {
  const { flood, ballotStuffing } = createCrowdLayers();
  const layers: Record<LayerName, Layer> = {
    decoy: ({ decoy }) => (decoy ? suspected : unsuspected),
    'too-quick': ({ elapsed }) =>
      elapsed !== undefined && elapsed < quickestPerson ? suspected : unsuspected,
    flood,
    'ballot-stuffing': ballotStuffing,
    'repeated-text': createRepeatedTextLayer(),
    links: linksLayer,
    'word-list': wordListLayer,
  };

  const inTurn = layerNames.map((name) => ({ name, look: layers[name] }));

  return {
    judge(sighting, { spamLayersOff, unwantedWords }) {
      const verdict: Verdict = { suspectedBy: [], revealed: [] };
      for (const { name, look } of inTurn) {
        // A layer that is switched off still looks: switched on, it knows what it must.
        const { isSuspect, revealed } = look(sighting, unwantedWords);
        if (!isSuspect && !revealed) continue;
        if (spamLayersOff.includes(name)) continue;
        if (isSuspect) verdict.suspectedBy.push(name);
        for (const each of revealed ?? []) verdict.revealed.push({ ...each, layer: name });
      }
      return verdict;
    },
  };
}
