import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);
const file = (style: string): string =>
  resolve(`@expo-google-fonts/arimo/${style}/Arimo_${style}.ttf`);

/** The typeface of every document: Arimo, as wide as Arial and free to be embedded. */
export const HURUF = "Arimo";

/** Its files. */
export const berkasHuruf = {
  normal: file("400Regular"),
  bold: file("700Bold"),
  italics: file("400Regular_Italic"),
  bolditalics: file("700Bold_Italic"),
} as const;
