"""The official client libraries' day: sends, asks what became of it, downloads the inbox, marks and deletes."""
import base64
import json
import sys
import time
from datetime import datetime
from urllib.parse import urlencode
from urllib.request import Request, urlopen

api, user, password = sys.argv[1] + "/api", sys.argv[2], sys.argv[3]
head = {
    "Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode(),
    "Content-Type": "application/json",
}
keys = {
    "message_id", "from_connection", "from_address", "from_station", "to_connection", "to_address", "to_station",
    "text", "create_date", "valid_until", "time_to_send", "submit_report_requested", "delivery_report_requested",
    "view_report_requested", "tags", "status",
}


def call(document=None, **query):
    data = None if document is None else json.dumps(document).encode()
    return json.load(urlopen(Request(api + "?" + urlencode(query), data, head)))


def data(reply):
    assert reply["http_code"] == 200 and reply["response_code"] == "SUCCESS", reply
    return reply["data"]


def folder(name):
    received = data(call(action="receivemsg", folder=name))
    assert received["folder"] == name and isinstance(received["limit"], str), received
    for message in received["data"]:
        assert keys == set(message), message
        for date in ("create_date", "valid_until", "time_to_send"):
            datetime.strptime(message[date], "%Y-%m-%d %H:%M:%S")
        for tag in message["tags"]:
            assert tag["name"] and tag["value"], tag
    return {message["text"]: message["message_id"] for message in received["data"]}


def settle(action, name, ids):
    done = data(call({"folder": name, "message_ids": ids + ["none"]}, action=action))
    assert done == {"folder": name, "message_ids": ids}, done


def until(question, answer):
    end = time.time() + 20
    while not answer(question()):
        assert time.time() < end, question()
        time.sleep(0.1)
    return question()


text = "python: sent, \u017d \U0001F42A"
sent = data(call({"messages": [{"to_address": "+36201234567", "text": text}]}, action="sendmsg"))["messages"][0]


def status():
    return call(action="getmessagebyid", msgID=sent["message_id"], responseformat="json")


first = status()
assert first["action"] == "getMsgInfoByID" and first["data"]["messagedata"] == text, first
last = until(status, lambda found: found["data"]["state"] == 10)["data"]
assert last["folder"] == "SENT" and last["operatornames"] and last["optionalfields"], last
assert datetime.strptime(last["receivedtime"], "%Y.%m.%d. %H:%M:%S") >= datetime.strptime(last["senttime"], "%Y.%m.%d. %H:%M:%S")
assert folder("sent")[text] == sent["message_id"]

inbox = until(lambda: folder("inbox"), lambda messages: {"to mark", "to delete", "to leave"} <= set(messages))
settle("markmsg", "inbox", [inbox["to mark"]])
settle("deletemsg", "inbox", [inbox["to delete"]])
assert set(folder("inbox")) == {"to leave"}, folder("inbox")
assert folder("deleted")["to delete"] == inbox["to delete"]

wrong = call({"folder": "spam", "message_ids": ["a"]}, action="deletemsg")
assert wrong["http_code"] == 200 and wrong["response_code"] == "INVALID_PARAMETER" and wrong["data"]["message_ids"] == []
