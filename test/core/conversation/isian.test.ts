import { describe, expect, it } from "vitest";
import { type Act, Stage } from "../../support/stage.ts";
import { worldOf } from "../../support/world.ts";

/** One line of a script: what is done, what the answer must say, and which choices it must offer. */
type Line = readonly [act: Act, says: readonly string[], offers?: readonly string[]];

function play(who: string, script: readonly Line[], stage = opened()): Stage {
  for (const [act, says, offers] of script) {
    const reply = stage.act(who, act);
    for (const part of says) expect(reply, `${who}: ${JSON.stringify(act)}`).toContain(part);
    if (offers !== undefined) expect(stage.titles(who), JSON.stringify(act)).toEqual(offers);
  }
  return stage;
}

function opened(): Stage {
  const stage = new Stage();
  stage.open();
  return stage;
}

const isianOf = (stage: Stage, kode: string) => stage.berkas().state.isianByKode[kode];

describe("filling in figures", () => {
  it("asks one indikator a message and echoes with the next question", () => {
    const stage = play("pelayanan", [
      [
        { tap: "Mulai isi" },
        [
          "✍️ Indikator 1 dari 3 — Indeks Kepuasan Masyarakat",
          "Target TW IV: 85 nilai · TW III lalu: 83,2",
          "Yang diminta: nilai posisi akhir Triwulan IV 2026.",
          "Ketik angkanya, misalnya 83,5.",
        ],
        ["Sama dengan TW III (83,2)", "Belum ada data", "Lewati dulu"],
      ],
      [
        "86,25",
        [
          "✅ Indeks Kepuasan Masyarakat: 86,25 nilai (capaian 101,47 % — Sangat Tinggi, melampaui target)",
          "✍️ Indikator 2 dari 3 — Persentase desa tertib administrasi",
          "pembilang dan penyebut Triwulan IV saja",
        ],
      ],
      [
        "39/40",
        [
          "39/40 = 97,5 persen (capaian 162,5 %",
          "✍️ Indikator 3 dari 3 — Waktu layanan rata-rata (makin kecil makin baik)",
          "rata-rata Triwulan IV saja",
        ],
      ],
      ["8,5", ["capaian 115 %", "📎 Waktu layanan rata-rata memerlukan bukti dukung."]],
      [
        { file: "daftar.pdf" },
        [
          "📎 Bukti tersimpan untuk Waktu layanan rata-rata: daftar.pdf (1 berkas).",
          "📋 Ringkasan — 3 indikator, Triwulan IV 2026",
          "3. Waktu layanan rata-rata (makin kecil makin baik): 8,5 menit (115 %) 📎 1 bukti",
        ],
        ["Kirim", "Ubah …"],
      ],
      [{ tap: "Kirim" }, ["✅ Realisasi Triwulan IV 2026 terkirim — 3 indikator"]],
    ]);
    expect(stage.session("pelayanan").dialogue).toBeNull();
    expect(isianOf(stage, "1.2")?.isian).toEqual({
      jenis: "angka",
      nilai: 97.5,
      pembilang: 39,
      penyebut: 40,
    });
    const [unit] = stage.berkas().state.waitList.filter(({ macam }) => macam === "unit");
    expect(unit?.jawaban?.pilihan).toBe("kirim");
  });

  it("asks which reading is meant, in words", () => {
    play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      [
        "86.250",
        ["dibaca dua cara"],
        [
          "86.250 (delapan puluh enam ribu dua ratus lima puluh)",
          "86,25 (delapan puluh enam koma dua lima)",
          "Ketik ulang",
        ],
      ],
      ["2", ["Indeks Kepuasan Masyarakat: 86,25 nilai"]],
    ]);
  });

  it("doubts the reading that was chosen as well", () => {
    play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      ["86.250", []],
      ["1", ["⚠️", "86.250 jauh di atas TW III (83,2) dan target 85"]],
      [{ tap: "Ketik ulang" }, ["✍️ Indikator 1 dari 3"]],
      ["86.250", []],
      ["86", ["Indeks Kepuasan Masyarakat: 86 nilai"]],
    ]);
  });

  it("has an implausible figure confirmed", () => {
    play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      [
        "860",
        ["860 jauh di atas TW III (83,2) dan target 85. Betul 860, atau 86?"],
        ["86", "Betul, 860", "Ketik ulang"],
      ],
      ["ya", ["Indeks Kepuasan Masyarakat: 860 nilai"]],
    ]);
  });

  it("takes the proposal for an implausible figure by its number", () => {
    const stage = play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      ["860", []],
      ["1", ["Indeks Kepuasan Masyarakat: 86 nilai"]],
    ]);
    expect(isianOf(stage, "1.1")?.isian).toEqual({ jenis: "angka", nilai: 86 });
  });

  it("asks back a negative figure and a running total that falls", () => {
    play("pemerintahan", [
      [{ tap: "Mulai isi" }, ["jumlah s.d. Triwulan IV (Jan–Des)"]],
      ["-12", ["-12 di bawah nol"], ["12", "Betul, -12", "Ketik ulang"]],
      ["8", ["lebih kecil daripada TW III (9)"], ["Betul, 8", "Ketik ulang"]],
      ["betul", ["capaian 66,67 % — Sedang"]],
    ]);
  });

  it("reads a typed number as the figure and never as the number of a button", () => {
    const stage = play("pemerintahan", [
      [{ tap: "Mulai isi" }, []],
      ["lewati", ["BUM Desa yang dibina dilewati dulu.", "Indikator 2 dari 2"]],
      [
        "1",
        ["Kegiatan pembinaan: 1 kegiatan (capaian belum dapat dihitung: target belum ditetapkan)"],
      ],
    ]);
    expect(isianOf(stage, "2.2")?.isian).toEqual({ jenis: "angka", nilai: 1 });
  });

  it.each([
    ["satu", "1 jauh di bawah"],
    ["dua", "2 jauh di bawah"],
    ["pertama", "Angkanya belum terbaca."],
    ["ke-2", "Terbaca 2; “ke-” tidak terbaca. Betul 2?"],
    ["(1", "Terbaca 1; “(” tidak terbaca. Betul 1?"],
  ])("does not take %s for a button while a figure is asked", (text, says) => {
    const stage = opened();
    stage.act("pelayanan", { tap: "Mulai isi" });
    expect(stage.act("pelayanan", text)).toContain(says);
    expect(isianOf(stage, "1.1")).toBeUndefined();
  });

  it.each([
    ["88O", "Terbaca 88; “O” tidak terbaca. Betul 88?", "Betul, 88", 88],
    ["sekitar delapan puluh", "Terbaca 80; “sekitar” tidak terbaca. Betul 80?", "Betul, 80", 80],
    [
      "87,5 menit",
      "Terbaca 87,5; satuannya nilai, tertulis menit. Betul 87,5 nilai?",
      "Betul, 87,5",
      87.5,
    ],
    [
      "87,5 orang?",
      "Terbaca 87,5; “?” tidak terbaca; satuannya nilai, tertulis orang. Betul 87,5 nilai?",
      "Betul, 87,5",
      87.5,
    ],
  ])("asks one question about %s and takes the answer", (text, says, title, nilai) => {
    const stage = play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      [text, [says], [title, "Ketik ulang"]],
    ]);
    expect(isianOf(stage, "1.1")).toBeUndefined();
    play("pelayanan", [[{ tap: title }, [`Indeks Kepuasan Masyarakat: ${title.slice(7)}`]]], stage);
    expect(isianOf(stage, "1.1")?.isian).toEqual({ jenis: "angka", nilai });
  });

  it("asks which of two numbers is meant, and goes on when it is typed anew", () => {
    play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      ["84 dari 86", [], ["84 (delapan puluh empat)", "86 (delapan puluh enam)", "Ketik ulang"]],
      ["85 ya bu 🙏", ["Indeks Kepuasan Masyarakat: 85 nilai"]],
      ["39 desa dari 40", ["39/40 = 97,5 persen"]],
      ["0,2 jam", ["Waktu layanan rata-rata: 12 menit, dari 0,2 jam"]],
    ]);
  });

  it("asks about a ratio of which something is left over", () => {
    play("pelayanan", [
      ["/isi 1.2", []],
      [
        "39/40 lebih",
        ["Terbaca 39/40 = 97,5; “lebih” tidak terbaca."],
        ["Betul, 39/40 = 97,5", "Ketik ulang"],
      ],
      ["ya", ["39/40 = 97,5 persen"]],
    ]);
  });

  it("gives whole examples where things are counted, and asks about a fraction of one", () => {
    play("pemerintahan", [
      ["/isi 2.2", ["Ketik angkanya, misalnya 1."]],
      ["2,5", ["kegiatan dihitung satu per satu. Betul 2,5?"], ["Betul, 2,5", "Ketik ulang"]],
      ["ya", ["Kegiatan pembinaan: 2,5 kegiatan"]],
    ]);
  });

  it.each([
    ["sama", "Indeks Kepuasan Masyarakat: 83,2 nilai"],
    ["Sama dengan TW III (83,2)", "Indeks Kepuasan Masyarakat: 83,2 nilai"],
    ["belum", "dicatat belum ada data"],
    ["nihil", "dicatat nihil"],
    ["-", "dicatat nihil"],
    ["0", "0 nilai"],
    ["lewati dulu", "dilewati dulu"],
  ])("understands %s where a figure is asked", (text, says) => {
    const stage = opened();
    stage.act("pelayanan", { tap: "Mulai isi" });
    expect(stage.act("pelayanan", text)).toContain(says);
  });

  it.each([
    ["pelayanan", "dua atau tiga", "angka-tidak-terbaca"],
    ["pelayanan", "99999999999999999999", "angka-tidak-terbaca"],
    ["pelayanan", "10:30", "angka-tidak-terbaca"],
    ["pelayanan", "12/40", "angka-tidak-terbaca"],
  ])("refuses %s: %s and asks again", (who, text, code) => {
    const stage = opened();
    stage.act(who, { tap: "Mulai isi" });
    expect(stage.outcome(who, text).ditolak).toBe(code);
    expect(stage.lastText(who)).toContain("Indikator 1 dari 3");
    expect(stage.effects.at(-2)).toMatchObject({ kind: "catat", jenis: "ditolak" });
  });

  it.each([
    ["30", "rasio-tidak-terbaca", "12/40"],
    ["12/0", "penyebut-nol", "Penyebut tidak boleh nol"],
  ])("wants both parts of a ratio: %s", (text, code, says) => {
    const stage = opened();
    stage.act("pelayanan", "/isi 1.2");
    expect(stage.outcome("pelayanan", text).ditolak).toBe(code);
    expect(stage.lastText("pelayanan")).toContain(says);
  });
});

describe("explaining a figure", () => {
  it("asks for a note below the threshold and offers the last one first", () => {
    const stage = play("pelayanan", [
      ["/isi 1.2", ["Indikator 2 dari 3"]],
      [
        "12/40",
        ["capaian 50 % — Sangat Rendah", "Mohon sebutkan penghambat utamanya"],
        [
          "Dua desa belum melapor",
          "Anggaran terlambat cair",
          "Data desa belum masuk",
          "Perbaiki angka",
        ],
      ],
      ["3", ["✅ Keterangan tersimpan.", "Tindak lanjut untuk Persentase desa tertib"]],
      [{ tap: "Lewati" }, ["Adakah yang mendukung Persentase desa tertib"]],
      [{ tap: "Lewati" }, ["Indikator 1 dari 3"]],
    ]);
    expect(isianOf(stage, "1.2")?.keterangan).toBe("Data desa belum masuk");
  });

  it("asks for the cause of a fall although the capaian is high", () => {
    const stage = play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      ["82", ["Capaian turun dari 99,05 % menjadi 96,47 %"]],
      ["Jumlah responden bertambah", ["Keterangan tersimpan"]],
    ]);
    expect(isianOf(stage, "1.1")?.keterangan).toBe("Jumlah responden bertambah");
  });

  it.each([
    ["a sign", "?", "kalimat-terlalu-pendek"],
    ["a number", "1%", "kalimat-terlalu-pendek"],
    ["single letters", "a b c", "kalimat-terlalu-pendek"],
    ["an essay", "kata ".repeat(200), "kalimat-terlalu-panjang"],
  ])("refuses %s as a note", (_what, text, code) => {
    const stage = opened();
    stage.act("pelayanan", { tap: "Mulai isi" });
    stage.act("pelayanan", "40");
    expect(stage.outcome("pelayanan", text).ditolak).toBe(code);
  });

  it("drops the note with the figure it explained", () => {
    const stage = play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      ["40", ["Sangat Rendah"]],
      [{ tap: "Perbaiki angka" }, ["Tercatat sekarang: 40"]],
      ["86", ["101,18 %"]],
    ]);
    expect(isianOf(stage, "1.1")).toMatchObject({ keterangan: null, revisi: 2 });
  });
});

describe("evidence", () => {
  it("belongs to the indikator answered last, or to the one asked when none was", () => {
    const stage = play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      [
        { file: "a.jpg" },
        ["📎 Bukti tersimpan untuk Indeks Kepuasan Masyarakat: a.jpg (1 berkas)."],
      ],
      ["86", []],
      [
        { file: "b.jpg" },
        [
          "Indeks Kepuasan Masyarakat: b.jpg (2 berkas).",
          "✍️ Angka Persentase desa tertib administrasi",
        ],
      ],
    ]);
    expect(isianOf(stage, "1.1")?.bukti).toHaveLength(2);
  });

  it("takes a caption that is the figure together with the file", () => {
    const stage = play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      [{ file: "ikm.pdf", caption: "86,25" }, ["86,25 nilai", "Indikator 2 dari 3"]],
    ]);
    expect(isianOf(stage, "1.1")).toMatchObject({ isian: { nilai: 86.25 }, bukti: [{}] });
  });

  it("still asks the figure of which only a file came", () => {
    play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      [{ file: "a.jpg" }, []],
      ["/batal", ["Isian yang sudah masuk tersimpan"]],
      ["/isi", ["Indikator 1 dari 3"]],
      ["belum", ["dicatat belum ada data", "Indikator 2 dari 3"]],
      ["/isi", ["Indikator 2 dari 3"]],
    ]);
  });

  it("is attached by its caption outside a dialogue", () => {
    const stage = opened();
    expect(stage.act("pelayanan", { file: "x.pdf", caption: "1.3 daftar hadir" })).toContain(
      "Bukti tersimpan untuk Waktu layanan rata-rata",
    );
    expect(stage.outcome("pelayanan", { file: "y.pdf" }).ditolak).toBe("bukti-tanpa-indikator");
    expect(stage.outcome("camat", { file: "z.pdf" }).ditolak).toBe("bukan-waktunya-berkas");
  });

  it("is asked for again when it is put off and then missing", () => {
    play("pelayanan", [
      [
        "1=86 2=39/40 3=8",
        ["Tersimpan 3 angka", "⚠️ Perlu bukti dukung: nomor 3."],
        ["Lengkapi", "Ubah …"],
      ],
      [
        "kirim",
        ["Belum dapat dikirim: Waktu layanan rata-rata memerlukan bukti dukung."],
        ["Nanti saja"],
      ],
      ["tidak punya", ["Mohon kirim foto atau berkasnya"]],
      ["1", ["📋 Ringkasan"], ["Lengkapi", "Ubah …"]],
      ["1", ["memerlukan bukti dukung"]],
      [{ file: "c.pdf" }, ["📎 1 bukti"], ["Kirim", "Ubah …"]],
    ]);
  });
});

describe("several figures at once", () => {
  it("saves the good ones and lists the others", () => {
    const stage = play("pelayanan", [
      [
        "1=86,25 2=30 1.3=1.500 9=1",
        [
          "✅ Tersimpan 1 angka",
          "1. Indeks Kepuasan Masyarakat: 86,25 (101,47 %)",
          "⚠️ Perlu diulang: 3",
          "2: 30 bukan pembilang/penyebut",
          "1.3: 1.500 dapat dibaca dua cara",
          "9: tidak ada indikator",
          "Indikator 2 dari 3",
        ],
      ],
    ]);
    expect(Object.keys(stage.berkas().state.isianByKode)).toEqual(["1.1"]);
  });

  it("takes neither of two figures for one indikator", () => {
    const stage = play("pelayanan", [
      ["1=86 1=87 2=12/40", ["✅ Tersimpan 1 angka", "1: disebut lebih dari sekali"]],
    ]);
    expect(Object.keys(stage.berkas().state.isianByKode)).toEqual(["1.2"]);
  });

  it("reads lines with numbers or kode, and asks for the notes that are missing", () => {
    play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      ["1) 40\n1.2 12 / 40\n3 8,5 menit", ["Tersimpan 3 angka", "Capaian 47,06 %"]],
      ["Anggaran terlambat cair", ["🛠️ Tindak lanjut"]],
      [{ tap: "Lewati" }, ["🤝 Adakah yang mendukung"]],
      [{ tap: "Lewati" }, ["Capaian 50 %"]],
      ["Data desa belum masuk", ["🛠️ Tindak lanjut"]],
      ["lewati", ["🤝 Adakah yang mendukung"]],
      ["tidak ada", ["📋 Ringkasan", "— Data desa belum masuk"]],
    ]);
  });

  it("says of each item what was read of it and what was not", () => {
    const stage = play("pelayanan", [
      [
        "salah, 1=88O 2=39/40 lebih 3=8 orang",
        [
          "⚠️ Perlu diulang: 4",
          "salah,: tidak ada indikator dengan nomor atau kode itu.",
          "1: terbaca 88; “O” tidak terbaca.",
          "2: terbaca 39/40 = 97,5; “lebih” tidak terbaca.",
          "3: terbaca 8; satuannya menit, tertulis orang.",
        ],
      ],
    ]);
    expect(stage.berkas().state.isianByKode).toEqual({});
  });

  it("does not take one number with a gap for an item", () => {
    play("pemerintahan", [
      ["/isi 2.2", ["Indikator 2 dari 2"]],
      ["1 500", ["Kegiatan pembinaan: 1.500 kegiatan"]],
    ]);
  });
});

describe("the summary", () => {
  const ready: readonly Line[] = [
    ["1=86 2=39/40 3=8", []],
    ["lengkapi", []],
    [{ file: "a.pdf" }, []],
  ];

  it("changes one figure and comes back", () => {
    play("pelayanan", [
      ...ready,
      ["ubah 2", ["Indikator 2 dari 3", "Tercatat sekarang: 39/40 = 97,5"]],
      ["40/40", ["📋 Ringkasan", "2. Persentase desa tertib administrasi: 40/40 = 100 persen"]],
      [{ tap: "Ubah …" }, ["✍️ Ubah indikator nomor berapa?"]],
      ["3", ["Indikator 3 dari 3"]],
      ["tetap", ["tetap 8.", "📋 Ringkasan"]],
      [{ tap: "Ubah …" }, []],
      ["kembali ke ringkasan", ["📋 Ringkasan"]],
      ["ubah 9", ["Mohon pilih salah satu"]],
    ]);
  });

  it("takes kirim as the wish to send, even while a figure is asked", () => {
    play("pelayanan", [
      ["/isi", []],
      ["kirim", ["Belum dapat dikirim: 3 indikator belum diisi.", "Indikator 1 dari 3"]],
    ]);
  });

  it("goes on at the first figure that was skipped", () => {
    play("pelayanan", [
      ["/isi", []],
      ["86", []],
      ["lewati", []],
      ["lewati", ["⚠️ Belum diisi: nomor 2, 3."], ["Lengkapi", "Ubah …"]],
      ["kirim", ["Belum dapat dikirim: 2 indikator belum diisi.", "Indikator 2 dari 3"]],
    ]);
  });

  it("says again why the figures came back", () => {
    const stage = play("pelayanan", [...ready, ["kirim", ["terkirim"]]]);
    play(
      "pemerintahan",
      [
        ["1=12 2=5", []],
        ["kirim", ["terkirim"]],
      ],
      stage,
    );
    stage.act("perencanaan", { tap: "↩️ Kembalikan" });
    stage.act("perencanaan", "Kasi Pelayanan");
    stage.act("perencanaan", "Periksa kembali waktu layanan");
    play(
      "pelayanan",
      [
        [
          { tap: "Perbaiki" },
          ["Yang perlu diperbaiki: Periksa kembali waktu layanan", "📋 Ringkasan"],
        ],
        ["ubah 3", []],
        ["9", ["📋 Ringkasan"]],
        ["1", ["terkirim"]],
      ],
      stage,
    );
    expect(stage.berkas().state.draf).toMatchObject({ versi: 2, perubahan: [{ kode: "1.3" }] });
  });
});

describe("leaving and coming back", () => {
  it.each(["/batal", "batal", "/status", "status", "/tugas", "/bantuan"])(
    "keeps what is saved on %s and goes on where it stopped",
    (command) => {
      const stage = play("pelayanan", [
        [{ tap: "Mulai isi" }, []],
        ["86", ["Indikator 2 dari 3"]],
        [command, ["Isian yang sudah masuk tersimpan. Lanjutkan kapan saja dengan /isi."]],
      ]);
      expect(stage.session("pelayanan").dialogue).toBeNull();
      play("pelayanan", [["isi", ["Indikator 2 dari 3"]]], stage);
    },
  );

  it("keeps the question open when a command is unknown or not allowed", () => {
    play("pelayanan", [
      [{ tap: "Mulai isi" }, []],
      ["/terbang", ["Perintah /terbang tidak dikenal"]],
      ["/siaran", ["Perintah ini untuk sekretaris dan admin"]],
      ["86", ["Indikator 2 dari 3"]],
    ]);
  });

  it("refuses the button of an earlier question and asks the open one again", () => {
    const stage = opened();
    stage.act("pelayanan", { tap: "Mulai isi" });
    const old = stage.token("pelayanan", "Lewati dulu");
    stage.act("pelayanan", { token: old });
    const outcome = stage.outcome("pelayanan", { token: old });
    expect(outcome.ditolak).toBe("pertanyaan-lama");
    expect(stage.lastText("pelayanan")).toContain("Indikator 2 dari 3");
    expect(stage.session("pelayanan").dialogue).toMatchObject({ antrean: ["1.2", "1.3"] });
  });

  it("ends when the coordinator closed the collection meanwhile", () => {
    const stage = opened();
    stage.act("pelayanan", { tap: "Mulai isi" });
    stage.act("staf", { tap: "Tutup pengumpulan" });
    stage.act("staf", "Batas waktu sudah lewat");
    const outcome = stage.outcome("pelayanan", "86");
    expect(outcome.ditolak).toBe("sudah-beralih");
    expect(outcome.session.dialogue).toBeNull();
    expect(stage.lastText("pelayanan")).toContain("sudah beralih ke langkah lain");
  });

  it("keeps a dialogue's choices when a task arrives in between", () => {
    const stage = opened();
    stage.act("pelayanan", "/isi");
    stage.act("pelayanan", "860");
    stage.act("staf", { tap: "Ingatkan" });
    expect(stage.act("pelayanan", "1")).toContain("Indeks Kepuasan Masyarakat: 86 nilai");
  });
});

describe("economy", () => {
  it("costs a Kasi one message for each indikator and two taps", () => {
    const world = worldOf();
    const kantor = {
      ...world.kantor,
      indikatorList: world.kantor.indikatorList.map((one) => ({ ...one, wajibBukti: false })),
    };
    const stage = new Stage({ ...world, kantor });
    stage.open();
    const acts: readonly Act[] = [{ tap: "Mulai isi" }, "86", "39/40", "9", { tap: "Kirim" }];
    for (const act of acts) stage.act("pelayanan", act);
    expect(stage.lastText("pelayanan")).toContain("terkirim");
    const own = stage.delivered.filter(({ kepada }) => kepada === "pelayanan");
    expect(own).toHaveLength(acts.length + 1);
  });

  it("costs the Camat one tap", () => {
    const stage = opened();
    for (const [who, act] of [
      ["pelayanan", "1=86 2=39/40 3=9"],
      ["pelayanan", "1"],
      ["pelayanan", { file: "a.pdf" }],
      ["pelayanan", "1"],
      ["pemerintahan", "1=12 2=5"],
      ["pemerintahan", "1"],
      ["perencanaan", { tap: "✅ Teruskan" }],
      ["sekcam", { tap: "✅ Setuju" }],
      ["camat", { tap: "✅ Setuju" }],
    ] as const) {
      expect(stage.outcome(who, act).ditolak, `${who} ${JSON.stringify(act)}`).toBeNull();
    }
    expect(stage.berkas().state.status).toBe("selesai");
  });
});

function askedNihil(): Stage {
  const stage = opened();
  stage.act("pemerintahan", { tap: "Mulai isi" });
  expect(stage.act("pemerintahan", "nihil")).toContain(
    "0 BUM Desa, atau tidak dihitung triwulan ini?",
  );
  expect(stage.titles("pemerintahan")).toEqual([
    "0 BUM Desa",
    "Tidak dihitung triwulan ini",
    "Ketik ulang",
  ]);
  expect(stage.berkas().state.isianByKode["2.1"]).toBeUndefined();
  return stage;
}

describe("nihil of things that are counted", () => {
  it.each([
    ["0 BUM Desa", { jenis: "angka", nilai: 0 }],
    ["Tidak dihitung triwulan ini", { jenis: "nihil" }],
  ])("is asked about once; %s is what it then is", (tap, isian) => {
    const stage = askedNihil();
    stage.act("pemerintahan", { tap });
    expect(stage.berkas().state.isianByKode["2.1"]).toMatchObject({ isian });
  });

  it("is asked about in a list, too", () => {
    const stage = opened();
    expect(stage.act("pemerintahan", "1=nihil 2=5")).toContain(
      "1: nihil — 0 BUM Desa, atau tidak dihitung?",
    );
    expect(stage.berkas().state.isianByKode["2.1"]).toBeUndefined();
  });

  it("of a measure is taken as it is", () => {
    const stage = opened();
    stage.act("pelayanan", { tap: "Mulai isi" });
    expect(stage.act("pelayanan", "nihil")).toContain("dicatat nihil (tidak dihitung)");
  });
});
