import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outgoing } from "../../../src/app/ports/channel.ts";
import { parseVote } from "../../../src/channels/whatsapp/parse-vote.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import {
  message,
  openRig,
  ownMessage,
  PERSON,
  PERSON_LID,
  quiet,
  type Rig,
  WALL_MS,
} from "./fake-client.ts";

const OWNER = "6281299999999@c.us";
const POLL = `true_${PERSON}_out2`;

/** A vote as the library shapes it. */
const vote = (nomor: number | null, rest: object = {}) => ({
  voter: { user: "6281200000001", server: "c.us", _serialized: PERSON },
  selectedOptions: nomor === null ? [] : [{ localId: nomor, name: undefined }],
  interractedAtTs: WALL_MS + 5_000,
  parentMsgKey: { fromMe: true, remote: { _serialized: PERSON }, id: "out2", _serialized: POLL },
  parentMessage: {},
  ...rest,
});

const prompt: Outgoing = {
  teks: plain("Mohon persetujuan"),
  pilihan: [[{ id: "b.1:setuju", judul: "✅ Setuju" }], [{ id: "b.1:angka", judul: "Angka" }]],
  ajakan: "Pilih satu.",
  file: null,
};

const at = (second: number) => ({ interractedAtTs: WALL_MS + second * 1_000 + 500 });
const said = (second: number, body: string) =>
  message({ timestamp: WALL_MS / 1_000 + second, body });

describe("reading a vote", () => {
  it.each([
    { what: "as it is told", raw: vote(1) },
    { what: "by a poll's id as text", raw: vote(1, { parentMsgKey: POLL }) },
    {
      what: "by the poll itself",
      raw: vote(1, { parentMsgKey: null, parentMessage: { id: vote(1).parentMsgKey } }),
    },
    { what: "of an account as text", raw: vote(1, { voter: PERSON }) },
    {
      what: "of an account with its device",
      raw: vote(1, { voter: "6281200000001:12@s.whatsapp.net" }),
    },
  ])("$what", ({ raw }) => {
    const expected = { pollId: "out2", chat: PERSON, voter: PERSON, nomor: 1 };
    expect(parseVote(raw)).toEqual({ ...expected, atMs: WALL_MS + 5_000 });
  });

  it("knows one that was taken back", () => {
    expect(parseVote(vote(null))).toMatchObject({ nomor: null });
  });

  it.each([
    { what: "somebody else's poll", raw: vote(0, { parentMsgKey: `false_${PERSON}_x` }) },
    { what: "a poll in a group", raw: vote(0, { parentMsgKey: "true_12036@g.us_x" }) },
  ])("leaves $what alone", ({ raw }) => {
    expect(parseVote(raw)).toBe("not-for-us");
  });

  it.each([
    { what: "no poll at all", raw: vote(0, { parentMsgKey: undefined }) },
    { what: "no options", raw: vote(0, { selectedOptions: undefined }) },
    { what: "nothing", raw: null },
  ])("cannot read $what", ({ raw }) => {
    expect(parseVote(raw)).toBe("malformed");
  });
});

describe("polls on WhatsApp", () => {
  let dir: string;
  let rig: Rig;

  const send = (content: Outgoing) => rig.timing.settle(rig.channel.send(PERSON, content));

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), "wa-poll-"));
    rig = await openRig(dir, { polls: true });
  });

  afterEach(async () => {
    await rig.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const online = () => rig.newest().emit("ready");

  /** Messages of ours the page still knows, so many hours old; what is done to them goes into `did`. */
  const keep = (types: Readonly<Record<string, string>>, did: string[], hours = 0): void => {
    for (const [id, type] of Object.entries(types)) {
      rig.newest().messages.set(id, {
        raw: { type, timestamp: WALL_MS / 1_000 - hours * 3_600 },
        edit: async (text) => did.push(`${id} ${text}`),
        revoke: async () => did.push(`revoked ${id}`),
        download: async () => null,
      });
    }
  };

  it("are off unless asked for", async () => {
    expect(rig.channel.caps).toMatchObject({ choices: "poll", choicesMax: 12 });
    const plainRig = await openRig(dir);
    expect(plainRig.channel.caps.choices).toBe("text");
    await plainRig.stop();
  });

  it("are sent alone where their text went out before, and neither twice", async () => {
    await online();
    const { nextSends, sent } = rig.newest();
    nextSends.push(async () => ownMessage("out1"));
    nextSends.push(() => Promise.reject(new Error("Failed to fetch")));
    const partIdList = [`true_${PERSON}_out1`];
    const failed = await send(prompt);
    expect(failed).toMatchObject({ kind: "failed", code: "unreachable", partIdList });
    const again = await rig.timing.settle(rig.channel.send(PERSON, prompt, { done: partIdList }));
    expect(again).toMatchObject({ kind: "sent" });
    expect(again.kind === "sent" && again.externalIdList).toHaveLength(2);
    expect(sent.map(({ text }) => text)).toEqual(["Mohon persetujuan", "Pilih satu."]);
  });

  it("follow their text, and only the text is replaced", async () => {
    await online();
    const externalIdList = [`true_${PERSON}_out1`, `poll:${POLL}`];
    expect(await send(prompt)).toEqual({ kind: "sent", externalIdList });
    expect(rig.newest().sent.map(({ text, options }) => [text, options])).toEqual([
      ["Mohon persetujuan", undefined],
      ["Pilih satu.", ["✅ Setuju", "Angka"]],
    ]);
    const edited: string[] = [];
    keep({ [`true_${PERSON}_out1`]: "chat", [POLL]: "poll_creation" }, edited);
    const ref = { chat: PERSON, externalIdList, withFile: false };
    const outcome = { teks: plain("✅ Disetujui"), pilihan: [], file: null };
    expect(await rig.channel.edit?.(ref, outcome)).toMatchObject({ kind: "sent" });
    expect(edited).toEqual([`revoked ${POLL}`, `true_${PERSON}_out1 ✅ Disetujui`]);
  });

  describe("that ask for nothing any more", () => {
    const TEXT = `true_${PERSON}_out1`;
    const ref = { chat: PERSON, externalIdList: [TEXT, `poll:${POLL}`], withFile: false };
    const outcome = { teks: plain("✅ Disetujui"), pilihan: [], file: null };
    const replaced = (content: Outgoing = outcome) => rig.channel.edit?.(ref, content);
    const both = { [TEXT]: "chat", [POLL]: "poll_creation" };
    beforeEach(online);

    it.each<{
      readonly what: string;
      readonly messages?: Parameters<typeof keep>[0];
      readonly hours?: number;
      readonly content?: Outgoing;
      readonly expected: readonly string[];
    }>([
      { what: "is removed", expected: [`revoked ${POLL}`, `${TEXT} ✅ Disetujui`] },
      {
        what: "stays while choices are left",
        content: prompt,
        expected: [`${TEXT} Mohon persetujuan`],
      },
      { what: "stays where it is too old", hours: 49, expected: [`${TEXT} ✅ Disetujui`] },
      {
        what: "is not removed twice",
        messages: { ...both, [POLL]: "revoked" },
        expected: [`${TEXT} ✅ Disetujui`],
      },
      { what: "may be gone", messages: { [TEXT]: "chat" }, expected: [`${TEXT} ✅ Disetujui`] },
    ])("$what", async ({ messages = both, hours = 0, content = outcome, expected }) => {
      const did: string[] = [];
      keep(messages, did, hours);
      expect(await replaced(content)).toMatchObject({ kind: "sent" });
      expect(did).toEqual(expected);
    });

    it("is removed though its text can no longer be edited, and the outcome follows", async () => {
      const did: string[] = [];
      keep({ [POLL]: "poll_creation" }, did);
      expect(await replaced()).toMatchObject({ kind: "failed", code: "gone" });
      expect(did).toEqual([`revoked ${POLL}`]);
    });

    it("does not keep the outcome back where it cannot be removed", async () => {
      const did: string[] = [];
      keep(both, did);
      const poll = rig.newest().messages.get(POLL);
      const reason = new Error("Cmd.sendRevokeMsgs is not a function");
      if (poll !== undefined)
        rig.newest().messages.set(POLL, { ...poll, revoke: () => Promise.reject(reason) });
      expect(await replaced()).toMatchObject({ kind: "sent" });
      expect(did).toEqual([`${TEXT} ✅ Disetujui`]);
      expect(rig.log.messages("info").join()).toContain("left standing");
    });
  });

  it.each(["WAWebPolls is not a function", "not-authorized"])(
    "that cannot be made (%s) leave their choices to be typed, and the text is not sent again",
    async (reason) => {
      await online();
      rig.newest().sendPoll = () => Promise.reject(new Error(reason));
      const externalIdList = [`true_${PERSON}_out1`];
      expect(await send(prompt)).toEqual({ kind: "sent", externalIdList });
      expect(rig.log.messages("error").join()).toContain("its choices can be typed");
    },
  );

  it("are sent again with their text when the connection broke between them", async () => {
    await online();
    rig.newest().sendPoll = () => Promise.reject(new Error("Target closed"));
    expect(await send(prompt)).toMatchObject({ code: "unreachable" });
  });

  it("hand a vote over with every id the poll may have, and the same one under the same key", async () => {
    await online();
    await rig.newest().emit("vote_update", vote(1));
    await rig.newest().emit("vote_update", vote(1));
    await rig.newest().emit("vote_update", vote(null, { interractedAtTs: WALL_MS + 9_000 }));
    expect(rig.stored).toMatchObject([
      { type: "vote", nomor: 1, from: { chat: PERSON }, poll: [`poll:${POLL}`] },
      { type: "vote", nomor: 1 },
      { type: "vote", nomor: null },
    ]);
    const [first, again, back] = rig.stored;
    expect(again?.eventId).toBe(first?.eventId);
    expect(back?.eventId).not.toBe(first?.eventId);
    expect(first?.eventId).not.toContain("62812");
  });

  it("find a poll that was sent under the other form of an address", async () => {
    await online();
    rig.newest().both = () => ({ lid: PERSON_LID, pn: PERSON });
    await rig.newest().emit("message", message({ from: PERSON_LID }));
    await rig.newest().emit("vote_update", vote(0, { voter: PERSON_LID }));
    expect(rig.stored[1]).toMatchObject({ type: "vote", from: { chat: PERSON } });
    const [, event] = rig.stored;
    expect(event?.type === "vote" && [...event.poll].toSorted()).toEqual([
      `poll:true_${PERSON}_out2`,
      `poll:true_${PERSON_LID}_out2`,
    ]);
  });

  it("say of a reply which message it answers, text or poll, under every form", async () => {
    await online();
    await rig.newest().emit("message", message({ _data: { quotedStanzaID: "out1" } }));
    const ids = [`true_${PERSON}_out1`, `poll:true_${PERSON}_out1`];
    expect(rig.stored).toMatchObject([{ type: "text", quoted: ids }]);
  });

  it("do not hear the owner of the number vote", async () => {
    await online();
    await rig.newest().emit("vote_update", vote(0, { voter: OWNER }));
    expect(rig.stored).toEqual([]);
  });

  it("are looked at for votes once the page is ready, in the order things happened", async () => {
    rig.newest().unread = [said(2, "data desa keliru"), said(4, "tugas")];
    rig.newest().votes = [vote(1, at(1)), vote(0, at(3)), vote(0, at(-5 * 86_400))];
    await online();
    await quiet();
    expect(
      rig.stored.map((one) => ("text" in one ? one.text : "nomor" in one && one.nomor)),
    ).toEqual([1, "data desa keliru", 0, "tugas"]);
  });

  it("that cannot be looked at do not cost the messages that wait", async () => {
    rig.newest().unread = [message({ body: "satu" })];
    rig.newest().getVotes = () => Promise.reject(new Error("no such module"));
    await online();
    await quiet();
    expect(rig.stored).toMatchObject([{ text: "satu" }]);
  });
});
