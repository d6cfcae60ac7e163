const { TOKEN, API_ROOT } = process.env;

/** One message, without a library. */
export async function remind(chat) {
  const response = await fetch(`${API_ROOT}/bot${TOKEN}/sendMessage`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ chat_id: chat, text: "Pengingat" }),
  });
  await response.arrayBuffer();
}
