/** A picture to send as evidence, for those who have none at hand. */
export function samplePhoto(nama) {
  const canvas = document.createElement("canvas");
  canvas.width = 480;
  canvas.height = 320;
  const paint = canvas.getContext("2d");
  paint.fillStyle = "#f4efe3";
  paint.fillRect(0, 0, 480, 320);
  paint.fillStyle = "#0b6b63";
  paint.fillRect(0, 0, 480, 64);
  paint.fillStyle = "#ffffff";
  paint.font = "bold 26px sans-serif";
  paint.fillText("Contoh bukti dukung", 24, 42);
  paint.fillStyle = "#333333";
  paint.font = "20px sans-serif";
  paint.fillText(nama, 24, 110);
  paint.fillText(`Dibuat ${new Date().toISOString()}`, 24, 144);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
}
