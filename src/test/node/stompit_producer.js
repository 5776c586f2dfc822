// Sends over STOMP 1.2 with stompit, and reads reports and events. Arguments: the port of the broker, a user, a password.
const assert = require("node:assert");
const { promisify } = require("node:util");
const stompit = require("stompit");

const [port, login, password] = process.argv.slice(2);
const reports = "sms.reply." + login + "/stompit";

function connect(passcode = password) {
  const connectHeaders = { host: "/", login, passcode, "heart-beat": "10000,10000" };
  return promisify(stompit.connect)({ host: "127.0.0.1", port, connectHeaders });
}

/** Waits for the receipt. */
function send(client, headers, body) {
  return new Promise((resolve, reject) => {
    client.once("error", reject);
    client.send({ destination: "sms.submit", ...headers }, { onReceipt: resolve }).end(body);
  });
}

/** Gives each message of a subscription, and its text. */
function subscribe(client, headers, resolve, reject) {
  client.once("error", reject);
  client.subscribe({ ack: "auto", ...headers }, (error, message) =>
    error ? reject(error) : message.readString("utf-8", (fault, text) => (fault ? reject(fault) : resolve({ message, text }))),
  );
}

/** The first message. */
function read(client, headers) {
  return new Promise((resolve, reject) => subscribe(client, headers, resolve, reject));
}

/** An ERROR frame ends the connection. */
async function refused(what, attempt) {
  const refusal = await attempt().then(
    () => assert.fail(what + " was not refused"),
    (error) => error,
  );
  console.log(what, "refused:", refusal.message);
}

const sent = (headers, body = "{}") => async () => send(await connect(), headers, body);
const subscribed = (headers) => async () => read(await connect(), headers);

async function main() {
  const client = await connect();
  const report = read(client, { destination: reports });
  const seen = [];
  const userEvents = { destination: "sms.user-events." + login, "subscription-type": "MULTICAST" };
  subscribe(client, userEvents, ({ text }) => seen.push(...JSON.parse(text).events), assert.fail);
  const headers = { "reply-to": reports, "correlation-id": "order-2" };
  await send(client, headers, '{"to":"+36201234567","text":"stompit: Árvíz"}');
  const { message, text } = await report;
  assert.strictEqual(message.headers["correlation-id"], "order-2");
  const { accepted, reports: [{ id }] } = JSON.parse(text);
  assert.strictEqual(accepted, 1);
  // the user's earlier messages have events, too
  const ofIt = () => seen.find((event) => event.id === id);
  while (!ofIt()) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.strictEqual(ofIt().type, "accepted");
  client.destroy();

  await refused("property", sent({ CamelFileName: "x" }));
  await refused("gzip", sent({ "content-encoding": "gzip" }));
  await refused("reply address", sent({ "reply-to": "sms.outbound" }));
  await refused("10 MB", sent({}, "x".repeat(10_000_000)));
  await refused("other queue", sent({ destination: "sms.outbound" }));
  await refused("management", sent({ destination: "activemq.management" }));
  await refused("receiver", subscribed({ destination: "sms.submit" }));
  await refused("events of all", subscribed({ destination: "sms.events", "subscription-type": "MULTICAST" }));
  // stompit reports an ERROR frame of plain text to nobody
  const uncaught = new Promise((resolve, reject) => process.once("uncaughtException", reject));
  await refused("wrong password", () => Promise.race([uncaught, connect("wrong")]));
}

main().then(() => process.exit(0));
