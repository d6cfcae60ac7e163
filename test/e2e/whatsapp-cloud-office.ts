import { rmSync } from "node:fs";
import type { Channel } from "../../src/app/ports/channel.ts";
import type { Store } from "../../src/app/ports/store.ts";
import { GraphDouble, type Person } from "../doubles/graph/index.ts";
import { OfficeProgram } from "./office-program.ts";
import { approveTemplates, type CloudLine, openCloudLine } from "./whatsapp-cloud-line.ts";

/**
 * A whole office over the Graph API double: the real channel, the real webhook on a port, a real database.
 * Only Meta and the passing of time are imitated.
 */
export class WhatsappCloudOffice {
  readonly graph: GraphDouble;
  /** Every line of the log. */
  readonly logged: string[] = [];
  readonly #program: OfficeProgram;
  readonly #saluranLain: readonly Channel[];
  #persons = 0;
  readonly #personById = new Map<string, Person>();
  #line: CloudLine | null = null;

  private constructor(mulai: string, saluranLain: readonly Channel[]) {
    this.#saluranLain = saluranLain;
    this.#program = new OfficeProgram(mulai, (line) => void this.logged.push(line));
    this.graph = new GraphDouble(() => this.#program.clock.now());
  }

  /** Loads the office and has its templates approved; nothing is running and nobody is linked. */
  static async open(
    kantorFile: string,
    mulai: string,
    saluranLain: readonly Channel[] = [],
  ): Promise<WhatsappCloudOffice> {
    const office = new WhatsappCloudOffice(mulai, saluranLain);
    await office.graph.start();
    await office.#program.load(kantorFile);
    await approveTemplates(office.graph);
    return office;
  }

  person(pegawaiId: string): Person {
    const known = this.#personById.get(pegawaiId);
    if (known !== undefined) return known;
    this.#persons += 1;
    const number = `62812000000${String(this.#persons).padStart(2, "0")}`;
    const person = this.graph.person(number, pegawaiId);
    this.#personById.set(pegawaiId, person);
    return person;
  }

  invitation(pegawaiId: string): string {
    return this.#program.invitation(pegawaiId);
  }

  get store(): Store {
    return this.#program.store;
  }

  async start(): Promise<void> {
    const { clock, log } = this.#program;
    const line = await openCloudLine(this.graph, { now: () => clock.now(), log });
    await this.#program.start([line.channel, ...this.#saluranLain]);
    line.connect();
    this.#line = line;
  }

  /** Ends the process; what people do meanwhile waits with the service. */
  async stop(): Promise<void> {
    const line = this.#line;
    this.#line = null;
    line?.disconnect();
    await this.#program.stop(10_000);
    await line?.close();
  }

  async close(): Promise<void> {
    if (this.#program.isRunning) await this.stop();
    await this.graph.stop();
    rmSync(this.#program.dir, { recursive: true, force: true });
  }

  async says(pegawaiId: string, text: string): Promise<void> {
    this.person(pegawaiId).says(text);
    await this.settle();
  }

  async taps(pegawaiId: string, title: string): Promise<void> {
    this.person(pegawaiId).taps(title);
    await this.settle();
  }

  /** Waits until everything people did is stored, and everything it led to is sent. */
  async settle(): Promise<void> {
    await this.graph.until(() => this.graph.unread === 0);
    await this.#program.drain();
    await this.graph.until(() => this.graph.unread === 0);
  }

  /** Moves the clock to an ISO time; everything due until then happens at its own time. */
  async moveTo(iso: string): Promise<void> {
    await this.#program.moveTo(iso);
    await this.settle();
  }
}
