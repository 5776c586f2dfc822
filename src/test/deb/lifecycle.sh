#!/usr/bin/env bash
# Installs a package of Caravan, sends, upgrades, removes and purges it, and leaves the machine as it was. For root, on
# a machine without Caravan and without a running systemd. The environment has the ports: SMS_HTTP_PORT and others.
#   src/test/deb/lifecycle.sh target/caravan-0.1.0-SNAPSHOT.deb
set -Eeuo pipefail
deb=$1
work=$(mktemp -d)
gateway=

clean_up() {
    [[ -z $gateway ]] || kill -KILL "$gateway" 2>/dev/null || true
    dpkg --purge caravan >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap clean_up EXIT
trap 'echo "Failed in line $LINENO: $BASH_COMMAND"; cat "$work"/log* 2>/dev/null' ERR

step() { printf '\n== %s\n' "$*"; }
show() { printf '$ %s\n' "$*"; "$@"; }

wait_for() {
    for _ in {1..600}; do
        ! grep -qs -- "$1" "$2" || return 0
        sleep 0.2
    done
    echo "$2 does not have: $1"
    return 1
}

# as systemd does: the line of the unit, as its user
start() {
    log=$work/log.$1
    setpriv --reuid=caravan --regid=caravan --init-groups \
        $(sed -n 's/^ExecStart=//p' /usr/lib/systemd/system/caravan.service) >"$log" 2>&1 &
    gateway=$!
    wait_for 'Provider  sandbox, bound' "$log"
}

stop() {
    kill "$gateway"
    wait "$gateway" || [[ $? = 143 ]]
    gateway=
}

send() {
    show curl -s "http://127.0.0.1:$SMS_HTTP_PORT/api" -d 'action=sendmessage&username=anna&password=secret-1' \
        -d "recipient=$1&messagetype=SMS:TEXT" -d "messagedata=$2" | tee "$work/answer"
    grep -q '<statuscode>0<' "$work/answer"
}

step "Install: a user, no login, nothing that others can read"
show dpkg --force-unsafe-io -i "$deb"
show id caravan
show caravan version
show stat -c '%A %U:%G %n' /etc/caravan /etc/caravan/* /var/lib/caravan/*
[[ -z $(systemd-analyze verify caravan.service 2>&1 | grep -F caravan || true) ]]
[[ ! -s /etc/caravan/users.properties ]]

step "A user and a rule; one message is sent, one waits on a queue that no provider reads"
echo secret-1 | show caravan user add anna
echo 'sms.outbound.held to=+3699' >>/etc/caravan/routing.rules
start 1
send %2B36201111111 sent
send %2B36991111111 waits
wait_for '"sent"' "$log"
show caravan status

step "Back up while it runs; restore as root, whose files are the service's"
chmod 711 "$work"
install -d -o caravan -g caravan -m 700 "$work/backup"
show caravan backup "$work/backup"
show caravan check --no-bind
stop
show caravan restore --overwrite "$work/backup"
[[ -z $(find /var/lib/caravan/data* ! -user caravan) ]]

step "Upgrade: changed files stay, others come, the message that waits is sent"
dpkg-deb -R "$deb" "$work/next"
sed -i 's/^Version: .*/Version: 99/' "$work/next/DEBIAN/control"
sed -i '$a # of version 99' "$work/next/etc/caravan/"{routing.rules,inbound.rules}
dpkg-deb -Znone -b "$work/next" "$work/next.deb" >/dev/null
show dpkg --force-unsafe-io --force-confold -i "$work/next.deb"
show tail -n 1 /etc/caravan/routing.rules /etc/caravan/inbound.rules
[[ $(tail -n 1 /etc/caravan/routing.rules) = 'sms.outbound.held to=+3699' ]]
[[ $(tail -n 1 /etc/caravan/inbound.rules) = '# of version 99' ]]
SMS_PROVIDER_SANDBOX_QUEUES=sms.outbound,sms.outbound.held start 2
wait_for '"waits"' "$log"
send %2B36201111111 again
stop
[[ -z $(find /etc/caravan/ /var/lib/caravan/data -perm /027 -not -type l) ]]

step "Remove: settings and data stay"
show dpkg -r caravan
show ls /etc/caravan /var/lib/caravan/data
[[ ! -e /usr/bin/caravan && ! -e /usr/share/caravan && -s /etc/caravan/users.properties ]]

step "Purge: nothing stays"
show dpkg --purge caravan
[[ ! -e /etc/caravan && ! -e /var/lib/caravan ]]
[[ -z $(getent passwd caravan || find /etc/systemd /var/lib/systemd -name 'caravan*') ]]
