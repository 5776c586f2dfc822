"""Sends by form and by the JSON API with Python's own library, and reads XML, HTML and JSON with its parsers."""
import base64
import json
import sys
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from urllib.parse import urlencode
from urllib.request import Request, urlopen

api, user, password = sys.argv[1] + "/api", sys.argv[2], sys.argv[3]
form = {"action": "sendmessage", "username": user, "password": password, "recipient": "+36201234567"}


class Lines(HTMLParser):
    def __init__(self):
        super().__init__()
        self.lines = []

    def handle_data(self, data):
        self.lines.append(data.strip())


def post(parameters):
    return urlopen(Request(api, urlencode({**form, **parameters}).encode())).read().decode()


text = "python form: <b> & é"
report = ElementTree.fromstring(post({"messagedata": text}).encode()).find("data/acceptreport")
assert report.findtext("statuscode") == "0" and report.findtext("messagedata") == text

page = Lines()
page.feed(post({"messagedata": "python html", "responseformat": "html"}))
assert "Status code: 0" in page.lines and "Recipient: +36201234567" in page.lines, page.lines

basic = base64.b64encode(f"{user}:{password}".encode()).decode()
message = {"message_id": "py", "to_address": "+36201234567", "text": "python JSON: Ж", "valid_until": "2099-01-02T03:04:05"}
head = {"Authorization": "Basic " + basic, "Content-Type": "application/json"}
reply = json.load(urlopen(Request(api + "?action=sendmsg", json.dumps({"messages": [message]}).encode(), head)))
assert reply["http_code"] == 200 and reply["data"]["messages"][0]["valid_until"] == "2099-01-02 03:04:05", reply
