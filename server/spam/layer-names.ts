/** The layers by their names, which editors read and operators switch off by. */
export const layerNames = [
  'decoy',
  'too-quick',
  'flood',
  'ballot-stuffing',
  'repeated-text',
  'links',
  'word-list',
] as const;
export type LayerName = (typeof layerNames)[number];
