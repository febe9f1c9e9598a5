/** Creative Commons' CC0 1.0: open data may be used by anyone for anything. */
export const openDataLicense = 'https://creativecommons.org/publicdomain/zero/1.0/';
