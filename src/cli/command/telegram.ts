import type { Command } from "commander";
import { type BotDikenal, identify } from "../../channels/telegram/identify.ts";
import { BOT_TOKEN, saveSettings, settingsFile } from "../../settings.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";

/** `telegram`: the bot this installation speaks by. */
export function addTelegram(program: Command, { io, settle }: Cli): void {
  const telegram = program.command("telegram").description("the bot");
  telegram
    .command("periksa")
    .description("ask Telegram whose token is set")
    .action(() => settle(periksa(io)));
  telegram
    .command("pasang")
    .description(
      "read a token from standard input, ask Telegram whose it is, and keep it in the data folder",
    )
    .action(() => settle(pasang(io)));
}

async function periksa({ config }: CliIo): Promise<Outcome> {
  const { telegram } = config();
  if (telegram === null)
    return refused("Belum ada token. Pasang dengan sopir telegram pasang, atau di halaman /mulai.");
  return outcomeOf(await identify(telegram.token.reveal(), telegram.apiRoot));
}

/** A token that is read is neither in the history of a shell nor in the list of processes. */
async function pasang(io: CliIo): Promise<Outcome> {
  const { telegramApiRoot, dataDir } = io.config();
  if (io.terminal === true) io.err("Token dari @BotFather: ");
  const token = await firstLine(io);
  if (!BOT_TOKEN.test(token)) {
    return refused("Itu bukan token bot. Bentuknya angka, titik dua, lalu huruf: 123456:ABC-DEF…");
  }
  const bot = await identify(token, telegramApiRoot);
  if (bot.kind !== "dikenal") return outcomeOf(bot);
  await saveSettings(dataDir, { TELEGRAM_BOT_TOKEN: token, PERAGA: "" });
  return done(
    { nama: bot.nama, username: bot.username, berkas: settingsFile(dataDir) },
    `Bot ${bot.nama} (@${bot.username}); token disimpan di ${settingsFile(dataDir)}. Mulai ulang sopir.`,
  );
}

async function firstLine({ lines }: CliIo): Promise<string> {
  for await (const line of lines()) return line.trim();
  return "";
}

function outcomeOf(bot: BotDikenal): Outcome {
  switch (bot.kind) {
    case "dikenal":
      return done(
        { nama: bot.nama, username: bot.username },
        `Bot ${bot.nama} (@${bot.username}) dikenali Telegram.`,
      );
    case "ditolak":
      return refused("Telegram tidak mengenal token itu. Salin lagi dari @BotFather.");
    case "tak-terjangkau":
      return refused("Telegram tidak dapat dihubungi. Periksa sambungan internet, lalu ulangi.");
  }
}
