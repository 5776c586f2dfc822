#!/bin/sh
# Sends one message by GET, two by a form and one by the JSON API, and checks the answers as shell scripts do.
set -eu
api=$1/api
login=$2:$3

curl -sS -u "$login" -G "$api" -d action=sendmessage --data-urlencode recipient=+36201234567 \
  --data-urlencode 'messagedata=curl GET: é & =' | grep -q '<statuscode>0</statuscode>'

curl -sS "$api" -d action=sendmessage -d "username=$2" -d "password=$3" -d messagecount=2 \
  -d recipient0=06201234567 --data-urlencode 'messagedata0=curl form: 100 %' \
  -d recipient1=06201234567 --data-urlencode 'messagedata1=curl form: €' -d responseformat=urlencoded \
  | tr '&' '\n' | grep -q '^acceptreport1.statuscode1=0$'

curl -sS -u "$login" "$api?action=sendmsg" -H 'Content-Type: application/json' \
  -d '{"messages":[{"to_address":"+36201234567","text":"curl JSON: \u0416"}]}' \
  | grep -q '"http_code":200,"response_code":"SUCCESS"'
