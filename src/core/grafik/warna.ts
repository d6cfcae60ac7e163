/**
 * Colours that everybody tells apart (Okabe and Ito), dark and light enough to differ in a copy
 * without colour, too.
 */
export const warnaGrafik = {
  utama: "#0072B2",
  lewat: "#E69F00",
  target: "#1F2933",
} as const;
