/** The shares of red, green and blue in a colour as browsers compute it, from 0 to 255. */
function channels(color: string): number[] {
  const numbers = (color.match(/[\d.]+/g) ?? []).map(Number);
  const [red, green, blue, alpha = 1] = numbers;
  if (!color.startsWith('rgb') || alpha !== 1) throw new Error(`${color} is no plain colour.`);
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** The relative luminance of WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The contrast ratio of WCAG 2.2, from 1 to 21.
 * @throws Error when a colour lets something shine through
 */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
