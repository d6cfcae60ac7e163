// The browser is Debian's chromium (see docs/whatsapp.md); npm must not download another one.
module.exports = { skipDownload: true };
