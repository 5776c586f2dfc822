"""Sends over AMQP 1.0 with python3-qpid-proton. Arguments: the address of the broker, a user, a password."""

import sys

from proton import ConnectionException, Message
from proton.utils import BlockingConnection, LinkDetached, SendException

address, user, password = sys.argv[1:]


def connect(secret=password):
    return BlockingConnection(
        address, timeout=30, user=user, password=secret, allowed_mechs="PLAIN", sasl_enabled=True
    )


def refused(what, attempt):
    try:
        attempt()
    except (ConnectionException, LinkDetached, SendException) as refusal:
        print(what, "refused:", refusal)
        return
    sys.exit(what + " was not refused")


connection = connect()
reports = connection.create_receiver(None, dynamic=True)
sender = connection.create_sender("sms.submit")
sender.send(
    Message(
        body='{"to":"+36201234567","text":"proton: Árvíz"}',
        reply_to=reports.link.remote_source.address,
        correlation_id="order-1",
    )
)
sender.send(Message(body='{"to":"+36201234567","text":"bytes"}'.encode(), inferred=True))
refused("map", lambda: sender.send(Message(body={"to": "+36201234567"})))
refused("gzip", lambda: sender.send(Message(body="{}", content_encoding="gzip")))
for number in range(1000):
    sender.send(Message(body="rubbish %d" % number))
connection.close()

refused("100 MB", lambda: connect().create_sender("sms.submit").send(Message(body="x" * 100_000_000)))
refused("other queue", lambda: connect().create_sender("sms.outbound"))
refused("management", lambda: connect().create_sender("activemq.management"))
refused("receiver", lambda: connect().create_receiver("sms.submit"))
refused("wrong password", lambda: connect("wrong"))
