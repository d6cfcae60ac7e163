import { stringify } from "yaml";
import type { BerkasKantor } from "../core/berkas-kantor/schema.ts";
import { tampilanBawaan } from "../core/kinerja/kategori.ts";
import type { JamKerja } from "../core/waktu/calendar.ts";
import { aturanPengingatBawaan } from "../core/waktu/pengingat.ts";

const KEPALA = "# yaml-language-server: $schema=../kantor.schema.json\n";

/** An office file as YAML; what is as it is without being said is not said. */
export function kantorYaml(berkas: BerkasKantor): string {
  const { tampilan, pengingat, kalender, indikator, realisasi, ...rest } = berkas;
  const jam = kalender?.jamKerja;
  return (
    KEPALA +
    stringify(
      {
        ...rest,
        indikator,
        ...(realisasi.length > 0 && { realisasi }),
        ...(kalender !== undefined && {
          kalender: { ...kalender, ...(jam !== undefined && { jamKerja: jamText(jam) }) },
        }),
        ...(isOther(tampilan, tampilanBawaan) && { tampilan }),
        ...(isOther(pengingat, aturanPengingatBawaan) && { pengingat }),
      },
      { lineWidth: 0, aliasDuplicateObjects: false },
    )
  );
}

const isOther = (value: unknown, usual: unknown): boolean =>
  value !== undefined && JSON.stringify(value) !== JSON.stringify(usual);

/** Hours as they are written: "07:30". */
const jamText = ({ biasa, ramadan }: JamKerja): Readonly<Record<string, unknown>> => ({
  biasa: mingguText(biasa),
  ramadan: mingguText(ramadan),
});

const mingguText = (minggu: JamKerja["biasa"]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(minggu).map(([hari, slotList]) => [
      hari,
      slotList.map(({ mulai, selesai }) => ({
        mulai: menitText(mulai),
        selesai: menitText(selesai),
      })),
    ]),
  );

/** Midnight has no hour of its own. */
const menitText = (menit: number): string | number =>
  menit >= 1440 ? menit : `${two(Math.floor(menit / 60))}:${two(menit % 60)}`;

const two = (part: number): string => String(part).padStart(2, "0");
