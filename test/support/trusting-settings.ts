import { layerNames } from '../../server/spam/layer-names.ts';
import { defaultSettings } from '../../server/store/site-settings.ts';

/** Settings of a site whose visitors all come from one machine, which would look like a robot. */
export const trustingSettings = { ...defaultSettings, spamLayersOff: [...layerNames] };
