import { bacaPaket } from "./paket.ts";
import { namaZip } from "./zip-aman.ts";

/** Endings that Windows runs when somebody opens the file; what scripts hold tells nothing. */
const DIJALANKAN = new Set(
  "bat cmd com cpl exe hta jar js jse lnk msi msp pif ps1 reg scr url vbe vbs wsf wsh".split(" "),
);

/** How programs begin: Windows, Linux, macOS in its four ways, a script, a shortcut of Windows. */
const AWALAN_PROGRAM: readonly string[] = [
  "4d5a",
  "7f454c46",
  "feedface",
  "feedfacf",
  "cefaedfe",
  "cffaedfe",
  "2321",
  "4c0000000114020000000000c000000000000046",
];

/** Whether opening the file would run it, whatever it is called or whatever it holds. */
export const isProgram = (data: Uint8Array, akhiran: string): boolean =>
  DIJALANKAN.has(akhiran) || AWALAN_PROGRAM.some((awalan) => startsWith(data, awalan));

/** Whether this is an Office file of before 2007 with the store that Office keeps a program in. */
export const hasOldMacro = (data: Uint8Array): boolean =>
  startsWith(data, "d0cf11e0a1b11ae1") &&
  Buffer.from(data).includes(Buffer.from("_VBA_PROJECT", "utf16le"));

/** Whether this is an Office file that carries a program, under whatever name it comes. */
export async function hasMacro(data: Uint8Array): Promise<boolean> {
  // any other zip is kept as it is, and never opened
  if (!startsWith(data, "504b") || !(await namaZip(data)).includes("[Content_Types].xml"))
    return false;
  const paket = await bacaPaket(data, "docx");
  return paket.kind === "ditolak" && paket.sebab === "makro";
}

const startsWith = (data: Uint8Array, hex: string): boolean =>
  Buffer.from(data.subarray(0, hex.length / 2)).toString("hex") === hex;
