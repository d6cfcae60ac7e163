/**
 * What somebody does at a keyboard and a mouse, and how long it takes by the keystroke-level model of Card,
 * Moran and Newell: an average typist (K), a move to a target (P), a hand that changes places (H), and a
 * moment of thought before each unit of work (M). What the machine takes is no time of theirs.
 */
export class Keystrokes {
  keys = 0;
  clicks = 0;
  #moves = 0;
  #homings = 0;
  #thoughts = 0;
  #hand: "keyboard" | "mouse" = "keyboard";

  /** Writes a text and leaves the field. */
  types(text: string): void {
    this.#thoughts += 1;
    this.presses(Array.from(text).length + 1);
  }

  /** Writes down a row of figures, read as one, a field each. */
  typesRow(fieldList: readonly string[]): void {
    this.#thoughts += 1;
    for (const field of fieldList) this.presses(Array.from(field).length + 1);
  }

  /** A shortcut, or keys without a text to think of. */
  presses(count: number): void {
    this.#at("keyboard");
    this.keys += count;
  }

  /** The same as in the cell above: Ctrl+D and on. */
  repeats(): void {
    this.#thoughts += 1;
    this.presses(3);
  }

  /** Goes to something and clicks it. */
  clicksOn(): void {
    this.#thoughts += 1;
    this.#click();
  }

  /** Opens a list and takes one of what it offers. */
  chooses(): void {
    this.clicksOn();
    this.#click();
  }

  get seconds(): number {
    const { keys, clicks } = this;
    return (keys + clicks) * K + this.#moves * P + this.#homings * H + this.#thoughts * M;
  }

  /** "2104 tuts, 163 klik: 14 menit 12 detik". */
  toString(): string {
    const whole = Math.round(this.seconds);
    return `${this.keys} tuts, ${this.clicks} klik: ${Math.floor(whole / 60)} menit ${whole % 60} detik`;
  }

  #click(): void {
    this.#at("mouse");
    this.#moves += 1;
    this.clicks += 1;
  }

  #at(hand: "keyboard" | "mouse"): void {
    if (this.#hand === hand) return;
    this.#hand = hand;
    this.#homings += 1;
  }
}

const K = 0.28;
const P = 1.1;
const H = 0.4;
const M = 1.35;
