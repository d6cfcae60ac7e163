import { rapi } from "./sumber.ts";

const HUKUM =
  /^(undang|peraturan|keputusan|instruksi|perpres|permen|perda|perbup|perwali|pp |uu |surat edaran)/i;
const SYARAT = /^(memahami|mengetahui|memiliki|menguasai|mampu|s1|d3|sma)\b/i;
const BERNOMOR = /^(\d{1,2})[.)]\s*(\S.*)$/;

interface Sisi {
  nomor: number;
  readonly isi: string[];
}

/** Two lists that stood side by side, while their lines are read. */
interface Keadaan {
  readonly hukum: boolean;
  readonly left: Sisi;
  readonly right: Sisi;
  last: Sisi;
  /** Blank lines above this one. */
  blank: number;
  numbered: boolean;
}

/** Two columns that ran into one text are told apart by what number comes next on either side. */
export function createPasanganTeks(hukum: boolean): {
  readonly kiri: () => readonly string[];
  readonly kanan: () => readonly string[];
  /** Whether the line held anything. */
  readonly add: (line: string) => boolean;
} {
  const left: Sisi = { nomor: 0, isi: [] };
  const state: Keadaan = {
    hukum,
    left,
    right: { nomor: 0, isi: [] },
    last: left,
    blank: 0,
    numbered: false,
  };
  return {
    kiri: () => left.isi,
    kanan: () => state.right.isi,
    add: (raw) => {
      const line = rapi(raw);
      if (line === "") state.blank += 1;
      if (line.length < 3 || !/[a-z]{2}/i.test(line)) return false;
      addLine(state, line);
      state.blank = 0;
      return true;
    },
  };
}

/** A line of both columns is cut where the number begins that comes next on the right. */
function addLine(state: Keadaan, line: string): void {
  const { left, right } = state;
  const cut = new RegExp(`^(.*\\S)\\s${right.nomor + 1}[.)]\\s+(\\S.*)$`).exec(line);
  const [, mine = "", other] = cut ?? [];
  if (other === undefined) {
    place(state, line);
    return;
  }
  const [, , rest] = BERNOMOR.exec(mine) ?? [];
  if (rest === undefined && left.isi.length > 0) goOn(left, mine);
  else begin(state, left, rest ?? mine);
  begin(state, right, other);
}

function place(state: Keadaan, line: string): void {
  const { left, right, last } = state;
  const [, digits, rest = ""] = BERNOMOR.exec(line) ?? [];
  if (digits !== undefined) {
    state.numbered = true;
    begin(state, sideOf(state, Number(digits)), rest);
  } else if (/^[-•]\s/.test(line)) {
    begin(state, left.isi.length > 0 ? right : left, line.slice(1).trim());
  } else if (startsLeft(state, line)) begin(state, left, line);
  else if (startsRight(state, line)) begin(state, right, line);
  else if (last.isi.length === 0) begin(state, left, line);
  else goOn(last, line);
}

function begin(state: Keadaan, side: Sisi, text: string): void {
  side.isi.push(text);
  side.nomor += 1;
  state.last = side;
}

const goOn = (side: Sisi, line: string): void => {
  side.isi.push(rapi(`${side.isi.pop() ?? ""} ${line}`));
};

/** On the right, if that is what comes next there; a list begins there once the left one has begun. */
function sideOf({ left, right }: Keadaan, nomor: number): Sisi {
  const begun = right.nomor > 0 || left.nomor > 0;
  return begun && nomor === right.nomor + 1 ? right : left;
}

const startsLeft = ({ hukum, numbered, left, blank }: Keadaan, line: string): boolean =>
  hukum && !numbered && HUKUM.test(line) && (left.nomor === 0 || blank > 0);

/** Without numbers: by what is asked of people, a wide gap, or a new sentence after a blank line. */
function startsRight({ hukum, left, right, blank }: Keadaan, line: string): boolean {
  if (hukum) return SYARAT.test(line);
  if (right.isi.length > 0 || left.isi.length === 0 || !/^[A-Z]/.test(line)) return false;
  return blank >= 3 || (blank > 0 && left.isi.at(-1)?.endsWith(".") === true);
}
