"""The calls of the vendor's library for Python: times as isoformat() writes them, a datetime that is not set, tags in a list."""
import base64
import json
import sys
import uuid
from datetime import datetime, timedelta
from urllib.request import Request, urlopen

api, user, password = sys.argv[1] + "/api", sys.argv[2], sys.argv[3]
head = {
    "Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode(),
    "Content-Type": "application/json",
    "Accept": "application/json",
}


def call(action, document):
    reply = json.load(urlopen(Request(f"{api}?action={action}", json.dumps(document).encode(), head)))
    assert reply["http_code"] == 200 and isinstance(reply["http_code"], int), reply
    return reply


def message(to_address, text, **more):
    now = datetime.now()
    return {
        "message_id": str(uuid.uuid4()), "from_connection": "", "from_address": "", "from_station": "",
        "to_connection": "", "to_address": to_address, "to_station": "", "text": text,
        "create_date": now.isoformat(), "valid_until": (now + timedelta(days=7)).isoformat(),
        "time_to_send": datetime.min.isoformat(), "submit_report_requested": True,
        "delivery_report_requested": True, "view_report_requested": True,
        "tags": [{"name": "campaign", "value": "spring"}], **more,
    }


def send(*messages):
    data = call("sendmsg", {"messages": list(messages)})["data"]
    assert data["total_count"] == len(messages) == data["success_count"] + data["failed_count"], data
    for sent, reply in zip(messages, data["messages"]):
        assert set(sent) | {"status"} == set(reply), reply
        assert reply["message_id"] == sent["message_id"] and reply["tags"] == sent["tags"], reply
        for date in ("create_date", "valid_until", "time_to_send"):
            datetime.strptime(reply[date], "%Y-%m-%d %H:%M:%S")
    return data


assert send(message("+36 20/123-4567", "python library: one\ntwo"))["messages"][0]["to_address"] == "+36201234567"

order = [message(number, "python library: order", message_id="py-order") for number in ("+36201111111", "+36202222222")]
first = send(*order)
assert [reply["to_address"] for reply in first["messages"]] == ["+36201111111", "+36202222222"], first
assert send(*order) == first

failed = send(message("nobody", "python library: no"))
assert failed["failed_count"] == 1 and '"n" (U+006E)' in failed["messages"][0]["status"], failed

ahead = datetime.now() + timedelta(hours=9)
send(message("+36201234567", "python library: now", create_date=ahead.isoformat(), time_to_send=ahead.isoformat()))
