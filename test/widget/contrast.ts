type Channels = [red: number, green: number, blue: number, alpha: number];

/** Reads a colour as browsers compute it: the channels from 0 to 255, alpha from 0 to 1. */
function channels(color: string): Channels {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!color.startsWith('rgb')) throw new Error(`${color} is no colour that this can read.`);
  return [red, green, blue, alpha];
}

/** The relative luminance of WCAG 2.2. */
function luminance(opaque: number[]): number {
  const [red = 0, green = 0, blue = 0] = opaque.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The contrast ratio of WCAG 2.2, from 1 to 21.
 * @param behind the colour on which the other is seen; it lets nothing shine through
 */
export function contrast(color: string, behind: string): number {
  const [red, green, blue, alpha] = channels(color);
  const [...ground] = channels(behind);
  if (ground.pop() !== 1) throw new Error(`${behind} lets something shine through.`);
  const seen = [red, green, blue].map(
    (value, place) => value * alpha + (ground[place] ?? 0) * (1 - alpha),
  );
  const [dark = 0, light = 0] = [luminance(seen), luminance(ground)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
