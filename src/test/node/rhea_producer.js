// Sends over AMQP 1.0 with rhea, and reads reports and events. Arguments: the port of the broker, a user, a password.
const assert = require("node:assert");
const rhea = require("rhea");

const [port, username, password] = process.argv.slice(2);

function connect(secret = password) {
  return rhea.create_container().connect({ host: "127.0.0.1", port, username, password: secret, reconnect: false });
}

/** The first of these events. */
function first(emitter, ...names) {
  return new Promise((resolve) => {
    const found = (context) => {
      names.forEach((name) => emitter.removeListener(name, found));
      resolve(context);
    };
    names.forEach((name) => emitter.on(name, found));
  });
}

async function send(sender, message) {
  const outcome = first(sender, "accepted", "rejected");
  sender.send(message);
  return (await outcome).delivery.remote_state;
}

async function refused(what, error) {
  console.log(what, "refused:", String((await error)?.description ?? "no reason"));
}

async function rejected(what, sender, message) {
  const { error } = await send(sender, message);
  assert.ok(error, what + " was accepted");
  await refused(what, error);
}

/** The broker ends the connection, or the link. */
async function closed(what, open, secret) {
  const connection = connect(secret);
  const ended = first(connection, "connection_error", "sender_error", "receiver_error");
  open(connection);
  const { connection: end, sender, receiver, error } = await ended;
  await refused(what, error ?? end.error ?? sender?.error ?? receiver?.error);
  connection.close();
}

async function main() {
  const connection = connect();
  const events = connection.open_receiver({
    source: { address: "sms.user-events." + username, capabilities: ["topic"] },
  });
  const reports = connection.open_receiver({ source: { dynamic: true } });
  await Promise.all([first(events, "receiver_open"), first(reports, "receiver_open")]);
  const sender = connection.open_sender("sms.submit");
  await first(sender, "sendable");

  const report = first(reports, "message");
  const seen = [];
  events.on("message", (context) => seen.push(...JSON.parse(context.message.body).events));
  await send(sender, {
    body: '{"to":"+36201234567","text":"rhea: Árvíz"}',
    reply_to: reports.source.address,
    correlation_id: "order-1",
  });
  const { message } = await report;
  assert.strictEqual(message.correlation_id, "order-1");
  const { accepted, reports: [{ id }] } = JSON.parse(message.body);
  assert.strictEqual(accepted, 1);
  // the user's earlier messages have events, too
  const ofIt = () => seen.find((event) => event.id === id);
  while (!ofIt()) {
    await first(events, "message");
  }
  assert.strictEqual(ofIt().type, "accepted");

  await send(sender, { body: rhea.message.data_section(Buffer.from('{"to":"+36201234567","text":"rhea: bytes"}')) });
  await rejected("map", sender, { body: { to: "+36201234567" } });
  await rejected("gzip", sender, { body: "{}", content_encoding: "gzip" });
  await rejected("property", sender, { body: "{}", application_properties: { cAMELHttpUri: "x" } });
  await rejected("reply address", sender, { body: "{}", reply_to: "sms.outbound" });
  connection.close();

  const large = { body: "x".repeat(10_000_000) };
  await closed("10 MB", (other) => other.open_sender("sms.submit").once("sendable", ({ sender }) => sender.send(large)));
  await closed("other queue", (other) => other.open_sender("sms.outbound"));
  await closed("management", (other) => other.open_sender("activemq.management"));
  await closed("receiver", (other) => other.open_receiver("sms.submit"));
  await closed("events of all", (other) => other.open_receiver({ source: { address: "sms.events", capabilities: ["topic"] } }));
  await closed("wrong password", () => {}, "wrong");
}

main();
