/**
 * What official text never has: a shortened day or month, a zone where the office's own time is meant,
 * and the name of the program.
 */
export const TIDAK_RESMI =
  /\b(Sen|Sel|Rab|Kam|Jum|Sab|Min) \d|\b\d{1,2} (Jan|Feb|Mar|Apr|Jun|Jul|Agu|Sep|Okt|Nov|Des)\b|\bWI(B|TA|T)\b|sopir/;
